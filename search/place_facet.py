"""The facet of places: countries, and under those that were chosen their regions, then their towns."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from core.french import fold
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


class KnownPlaces:
    """The places of `rows` (list of search.answers.Row), those `asked` (codes or names), and what contains them.

    `unknown` lists what was asked and is no place. Two queries, one more for what was asked.
    """

    def __init__(self, rows, asked=()):
        self.by_key = self._read(Q(pk__in={row.place for row in rows if row.place}))
        self.chosen, self.unknown = self._recognised(asked)
        known = self.by_key | self._read(Q(code__in=self.chosen)) if self.chosen else self.by_key
        countries = {place.country for place in known.values()}
        containers = self._read(Q(country__in=countries, kind__in=CONTAINERS)) if countries else {}
        self._all = containers | known
        self._by_name = {(place.kind, place.country, place.name): place for place in self._all.values()}
        self._codes = {key: tuple(self._containing(place)) for key, place in self.by_key.items()}

    def _recognised(self, asked):
        known = {place.code for place in self.by_key.values()}
        places = {text: text if text in known else self._code_of(text) for text in asked}
        return list(dict.fromkeys(filter(None, places.values()))), [text for text in asked if not places[text]]

    def _code_of(self, text):
        place = recognised_place(text, list(self.by_key.values()))
        return place and place.code

    @staticmethod
    def _read(condition):
        rows = Place.objects.filter(condition).order_by().values_list(*_COLUMNS)
        return {row[0]: KnownPlace(*row) for row in rows}

    def _containing(self, place):
        """The codes of the country, region and department of `place`, as far as they are known, then its own."""
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

    def facet(self):
        """The Facet of places (search.facets)."""
        return Facet("lieu", _("Lieu"), lambda row: self._codes.get(row.place, ()), self._tree, chosen=self.chosen)

    def _tree(self, counts):
        """Countries; under one that is chosen, or alone, its regions; under such a region, its towns."""
        by_code = {place.code: place for place in self._all.values()}
        for code in self.chosen:
            counts.update(dict.fromkeys(self._containing(by_code[code]), 0))
        counted = [place for code, place in by_code.items() if code in counts]
        children = {}
        for place in counted:
            above = [code for code in self._containing(place) if code != place.code]
            # Departments are answered to, not offered: the tree has three levels.
            above = [code for code in above if by_code[code].kind != Place.Kind.DEPARTMENT]
            if place.kind != Place.Kind.DEPARTMENT or place.code in self.chosen:
                children.setdefault(above[-1] if above else None, []).append(place)
        opened = {code for place in counted if place.code in self.chosen for code in self._containing(place)}

        def branch(parent, level):
            here = sorted(children.get(parent, ()), key=lambda place: (-counts[place.code], fold(place.name)))
            shown = [place for rank, place in enumerate(here) if rank < MOST_PLACES or place.code in opened]
            for place in shown:
                yield place.code, place.name, level
                if place.code in opened or len(here) == 1:
                    yield from branch(place.code, level + 1)

        return list(branch(None, 0))
