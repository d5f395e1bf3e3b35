"""What the lists of the agenda may be narrowed by, kept in memory until a date changes."""

import time
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Max

from agenda.models.calendar_entry import CalendarEntry
from agenda.models.event import EventPage
from core.french import fold
from core.models import ContentPage, Theme
from core.place_search import used_places

#: Seconds after which it is read again whatever happened: days pass, and themes are renamed.
LONGEST_KEPT = 300


class Known(NamedTuple):
    """`kinds` are labels; `organisers` are ContentPages with their title and slug alone, from A to Z."""

    kinds: list[str]
    themes: list[Theme]
    organisers: list[ContentPage]
    places: list


class _Kept(NamedTuple):
    version: tuple
    until: float
    known: Known


_kept = {}


def known_of(span, entries):
    """What is Known of `entries` (CalendarEntryQuerySet), those of a list named `span`. One query, three more when new.

    Inside a transaction it is read and not kept: what a transaction sees is its own.
    """
    if connection.in_atomic_block:
        return _read(entries)
    version = tuple(CalendarEntry.objects.aggregate(Max("changed_at"), Count("pk")).values())
    kept = _kept.get(span)
    if kept is None or kept.version != version or time.monotonic() > kept.until:
        kept = _kept[span] = _Kept(version, time.monotonic() + LONGEST_KEPT, _read(entries))
    return kept.known


def _read(entries):
    keys = entries.order_by().values("content")
    said = ContentPage.objects.filter(pk__in=keys).order_by().distinct()
    said = list(said.values_list("kind_label", "themes", "themes__slug", "themes__title"))
    themes = {key: Theme(pk=key, slug=slug, title=title) for _kind, key, slug, title in said if key}
    organising = EventPage.objects.filter(pk__in=keys).exclude(organiser=None)
    organisers = ContentPage.objects.published().filter(pk__in=organising.values("organiser"))
    return Known(
        kinds=list({kind for kind, *_theme in said}),
        themes=sorted(themes.values(), key=lambda theme: fold(theme.title)),
        organisers=list(organisers.only("title", "slug", "path").order_by("title")),
        places=used_places(entries),
    )
