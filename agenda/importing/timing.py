"""When one VEVENT takes place, as civil days and hours (RFC 5545 §3.6.1, §3.8.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agenda.importing.reading import first_of
from agenda.importing.zones import Hours
from agenda.schedule import Slot
from core.calendar import validate_civil_date


class UnreadableEvent(ValueError):
    """One event that cannot be brought; its text is a French sentence, `line` where it is in the file."""

    def __init__(self, said, line):
        self.line = line
        super().__init__(said)


class ImpossibleMoment(ValueError):
    """A date of a series that no agenda can hold."""


@dataclass(frozen=True)
class Timing:
    """`start` is a naive datetime in the zone that the file counts in, midnight for whole days; `lasts` may be None."""

    start: datetime
    lasts: timedelta | None
    all_day: bool
    hours: Hours
    said: tuple[str, ...] = ()

    def moment_of(self, value):
        """The moment (naive datetime) of the same series that a date or a datetime of the file means.

        Raises ImpossibleMoment.
        """
        try:
            validate_civil_date(value)
            moment = _naive(value, self.hours.source)
            validate_civil_date(moment)
        except (ValidationError, OverflowError) as error:
            raise ImpossibleMoment from error
        if self.all_day:
            return datetime.combine(moment, time.min)
        return moment if isinstance(value, datetime) else datetime.combine(value, self.start.time())

    def slot_at(self, moment, lasts=None):
        """The Slot of what begins at `moment` (naive datetime), as long unless `lasts` (timedelta) is given."""
        lasts = lasts or self.lasts
        if self.all_day:
            days = lasts.days if lasts else 1
            return Slot(moment.date(), end_day=moment.date() + timedelta(days=days - 1) if days > 1 else None)
        start = self._here(moment)
        end = self._here(moment + lasts) if lasts else None
        if end is None or end <= start:
            return Slot(start.date(), start.time())
        # « 20 h – 2 h » is of one day.
        same_day = end.date() == start.date() or (end - start < timedelta(days=1) and end.time() < start.time())
        return Slot(start.date(), start.time(), None if same_day else end.date(), end.time())

    def _here(self, moment):
        """The naive datetime, to the minute, where it is announced."""
        moment = moment.replace(second=0, microsecond=0)
        if self.hours.source.key == self.hours.zone:
            return moment
        return moment.replace(tzinfo=self.hours.source).astimezone(ZoneInfo(self.hours.zone)).replace(tzinfo=None)


def timing_of(event, zones, place, hours=None):
    """The Timing of a VEVENT at `place` (Place or None). `hours` (Hours) are those of the series it belongs to.

    Raises UnreadableEvent without a start that an agenda can hold.
    """
    if "DTSTART" in event.broken:
        raise UnreadableEvent(_("le début (DTSTART) n’est pas une date."), event.broken["DTSTART"])
    begins = first_of(event, "DTSTART")
    start = getattr(begins, "dt", None)
    if not isinstance(start, date):
        raise UnreadableEvent(_("ce rendez-vous n’a pas de début (DTSTART)."), event.line)
    all_day = not isinstance(start, datetime)
    try:
        validate_civil_date(start)
        moment = datetime.combine(start, time.min) if all_day else start
        hours = hours or zones.hours_of(moment, "" if all_day else begins.params.get("TZID", ""), place)
        naive = _naive(start, hours.source)
        lasts, said = _lasts(event, naive, all_day, hours)
    except (ValidationError, OverflowError) as error:
        raise UnreadableEvent(_("cette année n’est pas possible."), event.line) from error
    return Timing(naive, lasts, all_day, hours, (*(() if all_day else hours.said), *said))


def _lasts(event, start, all_day, hours):
    """(how long it lasts (timedelta or None), what one should know of it): DTEND, or DURATION (§3.8.2.2, §3.8.2.5)."""
    ends, lasts = getattr(first_of(event, "DTEND"), "dt", None), getattr(first_of(event, "DURATION"), "dt", None)
    wrong = (_("La fin n’est pas une date : elle n’est pas reprise."),)
    if "DTEND" in event.broken or "DURATION" in event.broken:
        return None, wrong
    if isinstance(ends, date):
        if isinstance(ends, datetime) == all_day:
            return None, wrong
        lasts = _naive(ends, hours.source) - start
    if not isinstance(lasts, timedelta) or not lasts:
        return None, ()
    if lasts < timedelta(0):
        return None, (_("La fin est avant le début : elle n’est pas reprise."),)
    validate_civil_date(start + lasts)
    return lasts, ()


def _naive(value, zone):
    if not isinstance(value, datetime):
        return datetime.combine(value, time.min)
    return value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
