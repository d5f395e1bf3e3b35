"""What the lists of the agenda may be narrowed by, kept in memory until a date changes."""

import time
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Max, QuerySet
from django.utils.functional import cached_property

from agenda.models.calendar_entry import CalendarEntry
from agenda.models.event import EventPage
from core.french import fold
from core.models import ContentPage, Theme
from core.place_search import used_places

#: Seconds after which it is read again whatever happened: days pass, and themes are renamed.
LONGEST_KEPT = 300


@dataclass
class Known:
    """`kinds` are labels; `organisers` are ContentPages with their title and slug alone, from A to Z.

    `dates` are those of the whole list, as many as are counted.
    """

    kinds: list[str]
    themes: list[Theme]
    organisers: list[ContentPage]
    places: list
    dates: QuerySet
    entries: QuerySet

    @cached_property
    def begins_at(self):
        """When the first of them begins (aware datetime), or None."""
        return self.entries.order_by("begins_at").values_list("begins_at", flat=True).first()

    @cached_property
    def number(self):
        """How many `dates` there are (int)."""
        return self.dates.count()


class _Kept(NamedTuple):
    version: tuple
    until: float
    known: Known


_kept = {}


def known_of(span, entries, dates, recall=None):
    """What is Known of a list named `span`, of its `entries` (CalendarEntryQuerySet) and its `dates` (QuerySet).

    One query, or none where readers `recall` (core.page_cache.known.recall_of) it; three more when new.

    Inside a transaction it is read and not kept: what a transaction sees is its own.
    """
    if connection.in_atomic_block:
        return _read(entries, dates)
    version = recall("version", _version) if recall else _version()
    kept = _kept.get(span)
    if kept is None or kept.version != version or time.monotonic() > kept.until:
        kept = _kept[span] = _Kept(version, time.monotonic() + LONGEST_KEPT, _read(entries, dates))
    return kept.known


def _version():
    return tuple(CalendarEntry.objects.aggregate(Max("changed_at"), Count("pk")).values())


def organisers():
    """Whoever organises an event (ContentQuerySet), whatever its day."""
    return ContentPage.objects.published().filter(pk__in=EventPage.objects.exclude(organiser=None).values("organiser"))


def _read(entries, dates):
    keys = entries.order_by().values("content")
    said = ContentPage.objects.filter(pk__in=keys).order_by().distinct()
    said = list(said.values_list("kind_label", "themes", "themes__slug", "themes__title"))
    themes = {key: Theme(pk=key, slug=slug, title=title) for _kind, key, slug, title in said if key}
    organising = organisers().filter(pk__in=EventPage.objects.filter(pk__in=keys).values("organiser"))
    return Known(
        kinds=list({kind for kind, *_theme in said}),
        themes=sorted(themes.values(), key=lambda theme: fold(theme.title)),
        organisers=list(organising.only("title", "slug", "path").order_by("title")),
        places=used_places(entries),
        dates=dates,
        entries=entries,
    )
