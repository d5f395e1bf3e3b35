"""The place that a reader means, and the places where there is something to see."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, Q

from core.french import fold
from core.models.place import Place, fold_place_name

#: Beyond, a list of suggestions weighs more than it helps.
MOST_SUGGESTIONS = 150
#: Fewer letters begin too many names.
SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class UsedPlace:
    """A place where something is, with what contains it."""

    pk: int
    name: str
    department: str
    region: str
    country_name: str
    country: str

    @property
    def names(self):
        """Its name, then those of what contains it (list of str)."""
        return [name for name in (self.name, self.department, self.region, self.country_name) if name]

    def is_within(self, place):
        """Whether it is `place` (Place), or lies inside it: as PlaceQuerySet.within, for a row already read."""
        inside = {
            Place.Kind.TOWN: False,
            Place.Kind.DEPARTMENT: self.department == place.department,
            Place.Kind.REGION: self.region == place.region,
            Place.Kind.COUNTRY: True,
        }
        return self.pk == place.pk or (self.country == place.country and inside[place.kind])


def used_places(located):
    """The places of `located` (QuerySet of Located), the most used first (list of UsedPlace). One query."""
    columns = ("pk", "name", "department", "region", "country_name", "country")
    rows = (
        located.order_by()
        .exclude(place=None)
        .values_list(*(f"place__{column}" for column in columns))
        .annotate(times=Count("pk"))
        .order_by("-times", "place__folded_name")
    )
    return [UsedPlace(*row[: len(columns)]) for row in rows[:MOST_SUGGESTIONS]]


def suggested_names(used):
    """What to offer to somebody who types a place: the names of `used` and of what contains them (list of str)."""
    return sorted({name for place in used for name in place.names}, key=fold)[:MOST_SUGGESTIONS]


def recognised_place(text, used):
    """The Place that `text` (str) names, or None.

    `text` is a code (« fr-42218 »), a name (« st etienne »), a name and what tells it from its namesakes
    (« Saint-Denis (La Réunion) »), or the beginning of a name among `used` (list of UsedPlace), which also decides
    between namesakes: the one where there is most to see.
    """
    names = {fold_place_name(text), fold_place_name(text.partition("(")[0])} - {""}
    completed = _completed(text, used)
    candidates = Place.objects.filter(Q(code=text.lower()) | Q(folded_name__in=names | completed))

    def merit(place):
        times = sum(known.is_within(place) for known in used)
        size = (place.population or 0) if times else list(Place.Kind).index(place.kind)
        exactness = (place.code == text.lower(), fold(str(place)) == fold(text), place.folded_name in names)
        return *exactness, times, size, -place.pk

    return max(candidates, key=merit, default=None)


def _completed(text, used):
    """The first folded name among `used` that begins as `text` does (set of one str, or empty)."""
    beginning = fold_place_name(text)
    if len(beginning) < SHORTEST_BEGINNING:
        return set()
    folded = (fold_place_name(name) for place in used for name in place.names)
    return set(islice((name for name in folded if name.startswith(beginning)), 1))
