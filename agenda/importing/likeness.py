"""Whether two rendezvous are probably the same one, announced twice: same day, near time, near place, similar title."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from agenda.importing.where import distance
from core.french import terms
from core.models import Place

NEAR_TIME = timedelta(hours=2)
NEAR_PLACE_KM = 15
#: Of the words of both titles, those that are in both (Dice's coefficient).
ENOUGH_IN_COMMON = 0.6


@dataclass(frozen=True)
class Announced:
    """One date, as it is announced: its title, its place (Place or None), its civil day there, when it begins."""

    title: str
    place: Place | None
    day: date
    start: datetime
    all_day: bool

    @classmethod
    def of(cls, title, scheduled):
        """A ScheduledDate of what has this `title` (str)."""
        return cls(scheduled.label or title, scheduled.place, scheduled.day, scheduled.start, scheduled.all_day)


def are_alike(one, other):
    """Whether two dates (Announced) are probably of the same rendezvous."""
    return (
        one.day == other.day
        and near_times(one, other)
        and near_places(one.place, other.place)
        and similar_titles(one.title, other.title)
    )


def near_times(one, other):
    """Whether both begin within two hours; what takes the whole day is near whatever takes place in it."""
    return one.all_day or other.all_day or abs(one.start - other.start) <= NEAR_TIME


def near_places(one, other):
    """Whether two places (Place or None each) may be the same: one contains the other, or is a town next to it.

    Somewhere is near a place that nobody said.
    """
    if one is None or other is None or one.pk == other.pk:
        return True
    if one.kind == other.kind == Place.Kind.TOWN:
        return distance(one, (other.latitude, other.longitude)) <= NEAR_PLACE_KM
    if one.country != other.country:
        return False
    return _holds(one, other) or _holds(other, one)


def similar_titles(one, other):
    """Whether two titles (str) say the same: most words are in both, or a short one is whole in the other."""
    one, other = _words(one), _words(other)
    if not one or not other:
        return False
    common = len(one & other)
    return 2 * common / (len(one) + len(other)) >= ENOUGH_IN_COMMON or common == min(len(one), len(other)) >= 2


class Titles:
    """Titles (iterable of str), each found by its words: a calendar has thousands, and so has the site."""

    def __init__(self, titles):
        self._by_word = defaultdict(set)
        for title in titles:
            for word in _words(title):
                self._by_word[word].add(title)

    def has_similar(self, title):
        """Whether one of them is similar to `title` (str)."""
        candidates = set().union(*(self._by_word.get(word, ()) for word in _words(title)))
        return any(similar_titles(title, candidate) for candidate in candidates)


@lru_cache(maxsize=10_000)
def _words(title):
    return frozenset(spellings[0] for spellings in terms(title))


def _holds(large, small):
    """Whether a place contains another one of the same country."""
    return {
        Place.Kind.COUNTRY: True,
        Place.Kind.REGION: large.region == small.region,
        Place.Kind.DEPARTMENT: large.department == small.department,
        Place.Kind.TOWN: False,
    }[large.kind]
