"""The hour of an event: which zone its file means, and under which of ours it is announced (RFC 5545 §3.2.19)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar.timezone import tzp

from agenda.importing.reading import first
from core.time_zones import ZONE_CHOICES, say_hour, zone_of

_CHOICES = [name for name, _label in ZONE_CHOICES]
#: What means no place at all.
_UTC = {"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/GMT", "GMT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu"}


@dataclass(frozen=True)
class Hours:
    """`source` is the zone that the file counts in; `zone` the IANA name of the one it is announced in here.

    `is_told` says whether it has to be written beside the hour; otherwise the place tells it. `said` is what one
    should know (tuple of str).
    """

    source: ZoneInfo
    zone: str
    is_told: bool = True
    said: tuple[str, ...] = ()


class Zones:
    """The zones of one SourceCalendar."""

    def __init__(self, calendar):
        self.usual = _known(calendar.zone) if calendar.zone else None
        self.timezones = calendar.timezones

    def hours_of(self, moment, tzid, place):
        """The Hours of an event that begins at `moment` (datetime, naive where its zone is unknown or is not said).

        `tzid` is what the file calls its zone (str, may be empty), `place` where it is (Place or None). UTC, and an
        hour without a zone, are announced at the hour of the place, else of the calendar, else of the site.
        """
        here = zone_of(place) if place else ""
        name = getattr(moment.tzinfo, "key", "")
        if tzid and not name:
            return self._guessed(tzid, moment.year, here)
        shown = here or self.usual or settings.TIME_ZONE
        if not name or name in _UTC:
            return self._announced(ZoneInfo("UTC" if name else shown), shown, moment.year, here)
        return self._announced(ZoneInfo(name), name, moment.year, here)

    def _announced(self, source, name, year, here, said=()):
        """What counts in `source` is announced in the zone `name` (str): one of ours, that of the place, the site's."""
        chosen = _chosen(name, year)
        if chosen:
            return Hours(source, chosen, is_told=chosen != here, said=said)
        if here and _clock(here, year) == _clock(name, year):
            return Hours(source, here, is_told=False, said=said)
        converted = _("Le fichier donne l’%(zone)s ; elle est convertie en %(site)s.")
        names = {"zone": say_hour(name), "site": say_hour(settings.TIME_ZONE)}
        return Hours(source, settings.TIME_ZONE, said=(*said, converted % names))

    def _guessed(self, tzid, year, here):
        """The zone whose clock is set as the VTIMEZONE of the file says (RFC 5545 §3.6.5), or the site's."""
        described = self.timezones.get(tzid)
        guess = _known(first(described, "X-LIC-LOCATION")) if described else None
        if described and guess is None:
            guess = _with_offsets(_offsets(described), year)
        name = guess or self.usual or settings.TIME_ZONE
        said = _("Le fichier nomme un fuseau horaire inconnu, « %(name)s », lu comme l’%(zone)s : vérifiez-la.")
        said = said % {"name": tzid[:60], "zone": say_hour(name)}
        return self._announced(ZoneInfo(name), name, year, here, said=(said,))


def _known(name):
    """The IANA name (str) of a zone that icalendar knows by `name` (str), or None."""
    try:
        return getattr(tzp.timezone(name), "key", None) if name else None
    except OSError:  # the name of a folder, or too long for that of a file
        return None


@lru_cache(maxsize=500)
def _chosen(name, year):
    """The zone among those an editor may choose (str) whose clock is set as that of `name` in `year`, or None."""
    if name in _CHOICES:
        return name
    clock = _clock(name, year)
    return next((choice for choice in _CHOICES if _clock(choice, year) == clock), None)


@lru_cache(maxsize=2000)
def _clock(name, year):
    """How far from UTC a zone is on the 1st and the 15th of each month of `year` (int) and of the one that follows."""
    zone = ZoneInfo(name)
    days = [(year + more, month, day) for more in (0, 1) for month in range(1, 13) for day in (1, 15)]
    return tuple(datetime(*day, 12, tzinfo=zone).utcoffset() for day in days)


def _offsets(described):
    """The hours that a VTIMEZONE gives (frozenset of timedelta)."""
    offsets = [part.get("TZOFFSETTO") for part in described.subcomponents]
    found = [offset[0] if isinstance(offset, list) else offset for offset in offsets if offset]
    return frozenset(td for td in (getattr(offset, "td", None) for offset in found) if isinstance(td, timedelta))


def _with_offsets(offsets, year):
    return next((name for name in _CHOICES if offsets and frozenset(_clock(name, year)) == offsets), None)
