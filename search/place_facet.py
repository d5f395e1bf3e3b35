"""The facet of places: countries, and under those that were chosen their regions, then their towns."""

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Q
from django.utils.translation import gettext as _

from core.french import fold
from core.keys import Keys
from core.models import Place
from core.place_search import UsedPlace, recognised_place
from search.facets import Facet

CONTAINERS = (Place.Kind.COUNTRY, Place.Kind.REGION, Place.Kind.DEPARTMENT)
#: Places offered at each level; the others are typed.
MOST_PLACES = 12

_COLUMNS = ("pk", "name", "department", "region", "country_name", "country", "code", "kind")


@dataclass(frozen=True)
class KnownPlace(UsedPlace):
    """A place of the answers or of what contains them, with its code in an address."""

    code: str
    kind: str


def _read(condition):
    """The places for which `condition` (Q) is true (dict: key → KnownPlace)."""
    rows = Place.objects.filter(condition).order_by().values_list(*_COLUMNS)
    return {row[0]: KnownPlace(*row) for row in rows}


class PlaceTree:
    """Places that contents have, and what contains them: `by_key` and `by_code` (dicts of KnownPlace).

    `codes` (dict: key → tuple of str) are, for each place of a content, its own and those of what contains it.
    """

    def __init__(self, by_key):
        countries = {place.country for place in by_key.values()}
        containers = _read(Q(country__in=countries, kind__in=CONTAINERS)) if countries else {}
        every = containers | by_key
        self.by_key = by_key
        self.by_code = {place.code: place for place in every.values()}
        self._by_name = {(place.kind, place.country, place.name): place for place in every.values()}
        self._containing = {place.code: tuple(self._codes(place)) for place in every.values()}
        self.codes = {key: self.containing(place) for key, place in by_key.items()}

    @classmethod
    def of(cls, keys):
        """The tree of the places that have these `keys` (set of int). Two queries."""
        return cls(_read(Q(pk__in=Keys(keys))))

    def having(self, codes):
        """This tree, or another where the places that have these `codes` (list of str) are too."""
        missing = [code for code in codes if code not in self.by_code]
        return PlaceTree(self.by_key | _read(Q(code__in=missing))) if missing else self

    def containing(self, place):
        """The codes (tuple) of what contains `place`, as far as it is known, from its country down, then its own."""
        return self._containing[place.code]

    def _codes(self, place):
        names = {
            Place.Kind.COUNTRY: place.country_name or place.name,
            Place.Kind.REGION: place.region,
            Place.Kind.DEPARTMENT: place.department,
        }
        for kind, name in names.items():
            container = self._by_name.get((kind, place.country, name))
            if container and container.pk != place.pk:
                yield container.code
        yield place.code


class KnownPlaces:
    """The places of `rows` (list of search.catalogue.Row) in `tree`, and those `asked` (codes or names).

    `unknown` lists what was asked and is no place. Queries are for what was asked alone.
    """

    def __init__(self, tree, rows, asked=()):
        self.by_key = {key: tree.by_key[key] for key in {row.place for row in rows} if key in tree.by_key}
        self.chosen, self.unknown = self._recognised(asked)
        self._all = tree.having(self.chosen)

    def _recognised(self, asked):
        known = {place.code for place in self.by_key.values()}
        places = {text: text if text in known else self._code_of(text) for text in asked}
        return list(dict.fromkeys(filter(None, places.values()))), [text for text in asked if not places[text]]

    def _code_of(self, text):
        place = recognised_place(text, list(self.by_key.values()))
        return place and place.code

    def facet(self):
        """The Facet of places (search.facets)."""
        codes = self._all.codes
        return Facet(
            "lieu", _("Lieu"), attrgetter("place"), lambda key: codes.get(key, ()), self._tree, chosen=self.chosen
        )

    def _tree(self, counts):
        """Countries; under one that is chosen, or alone, its regions; under such a region, its towns."""
        by_code, containing = self._all.by_code, self._all.containing
        for code in self.chosen:
            counts.update(dict.fromkeys(containing(by_code[code]), 0))
        counted = [by_code[code] for code in counts]
        children = {}
        for place in counted:
            above = [code for code in containing(place) if code != place.code]
            # Departments are answered to, not offered: the tree has three levels.
            above = [code for code in above if by_code[code].kind != Place.Kind.DEPARTMENT]
            if place.kind != Place.Kind.DEPARTMENT or place.code in self.chosen:
                children.setdefault(above[-1] if above else None, []).append(place)
        opened = {code for place in counted if place.code in self.chosen for code in containing(place)}

        def branch(parent, level):
            here = sorted(children.get(parent, ()), key=lambda place: (-counts[place.code], fold(place.name)))
            shown = [place for rank, place in enumerate(here) if rank < MOST_PLACES or place.code in opened]
            for place in shown:
                yield place.code, place.name, level
                if place.code in opened or len(here) == 1:
                    yield from branch(place.code, level + 1)

        return list(branch(None, 0))
