"""What the lists of the agenda may be narrowed by."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import cached_property

from agenda.models.event import EventPage
from core.french import fold
from core.models import ContentPage, Theme
from core.place_search import used_places


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


def organisers():
    """Whoever organises an event (ContentQuerySet), whatever its day."""
    return ContentPage.objects.published().filter(pk__in=EventPage.objects.exclude(organiser=None).values("organiser"))


def read_known(entries, dates):
    """What is Known of a list of `entries` (CalendarEntryQuerySet) and its `dates` (QuerySet). Three queries."""
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
