"""Where an event takes place (RFC 5545 §3.8.1.7): the town of the gazetteer that its words name, the room, the rest."""

import re
from collections import defaultdict
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from core.french import fold
from core.models import Place
from core.models.place import fold_place_name

_CUT = re.compile(r"[,;\n]")
#: « MJC – Lyon », where commas alone give no place.
_CUT_MORE = re.compile(r"[,;\n]|\s[–—-]\s")
_POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?(\d{4,5})\s+")
_CEDEX = re.compile(r"\s+cedex(\s+\d+)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST_VENUE, LONGEST_STREET, LONGEST_ADDRESS = 160, 240, 200
LONGEST_LOCATION = 500
#: A town is among the last words of a place.
_MOST_PARTS = 6
#: A statement takes so many names at once.
_AT_ONCE = 500
EARTH_KM = 6371


@dataclass(frozen=True)
class Where:
    """`place` is a Place or None; `venue` the room, `street` the rest, `online` an address of the web (str each)."""

    place: Place | None = None
    venue: str = ""
    street: str = ""
    online: str = ""

    @property
    def words(self):
        """The room and the street, as EventPage.where_in_place (str)."""
        return ", ".join(part for part in (self.venue, self.street) if part)


class Places:
    """The places that the locations of one file name, found all at once."""

    def __init__(self, locations):
        """`locations` is an iterable of str. One query for some hundreds of names."""
        names = sorted({fold_place_name(name) for text in locations for name in _names(text)} - {""})
        self.found = defaultdict(list)
        for start in range(0, len(names), _AT_ONCE):
            for place in Place.objects.filter(folded_name__in=names[start : start + _AT_ONCE]):
                self.found[place.folded_name].append(place)

    def where(self, location, position=None):
        """The Where of a LOCATION (str, plain text); `position` is its GEO ((latitude, longitude)) or None.

        A town is looked for from the end: « Salle 3, 12 rue des Lilas, 69001 Lyon, France ».
        """
        online = _ADDRESS.search(location)
        parts = _parts(_ADDRESS.sub("", location), _CUT)
        place, used = self._place(parts, position)
        if place is None:
            finer = _parts(_ADDRESS.sub("", location), _CUT_MORE)
            place, used = self._place(finer, position)
            parts = finer if place else parts
        others = [part for number, part in enumerate(parts) if number not in used]
        venue = "" if not others or others[0][0].isdigit() else others[0]
        street = ", ".join(others[1:] if venue else others)
        address = online[0].rstrip(".,;)") if online else ""
        return Where(
            place, venue[:LONGEST_VENUE], street[:LONGEST_STREET], address if len(address) <= LONGEST_ADDRESS else ""
        )

    def _place(self, parts, position):
        """(Place or None, numbers of the parts that name it or what contains it)."""
        best, used = None, set()
        for number in reversed(range(max(0, len(parts) - _MOST_PARTS), len(parts))):
            candidates = self._candidates(parts[number])
            if best and (best.kind == Place.Kind.TOWN or not candidates):
                break
            if candidates:
                best = max(candidates, key=lambda place: self._merit(place, parts[number], position, best))
                used.add(number)
        return best, used

    def _candidates(self, part):
        return [place for name in _names_of_part(part) for place in self.found.get(fold_place_name(name), ())]

    @staticmethod
    def _merit(place, part, position, inside):
        postcode = _POSTCODE.match(part)
        near = -distance(place, position) if position else 0
        return (
            fold(str(place)) == fold(part),
            bool(inside) and place.country == inside.country,
            bool(postcode and place.postcode and place.postcode[:2] == postcode[1][:2]),
            near,
            place.kind == Place.Kind.TOWN,
            place.population or 0,
            -place.pk,
        )


def distance(place, position):
    """Kilometres (float) between a Place and a position ((latitude, longitude) in degrees)."""
    latitude, longitude = radians(place.latitude), radians(place.longitude)
    other_latitude, other_longitude = (radians(degrees) for degrees in position)
    chord = (
        sin((other_latitude - latitude) / 2) ** 2
        + cos(latitude) * cos(other_latitude) * sin((other_longitude - longitude) / 2) ** 2
    )
    return 2 * EARTH_KM * asin(min(1, sqrt(chord)))


def _parts(text, cut):
    return [part for part in (part.strip() for part in cut.split(text[:LONGEST_LOCATION])) if part]


def _names(text):
    text = _ADDRESS.sub("", text)
    parts = {part for cut in (_CUT, _CUT_MORE) for part in _parts(text, cut)[-_MOST_PARTS:]}
    return [name for part in parts for name in _names_of_part(part)]


def _names_of_part(part):
    """What may be the name of a place in a part of a location (list of str): without its code, nor what precises it."""
    name = _CEDEX.sub("", _POSTCODE.sub("", part.strip()))
    return [name] if "(" not in name else [name, name.partition("(")[0]]
