"""From dates to calendar files (RFC 5545, RFC 7986). Pure: no request, no query."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration, vText

from agenda.vtimezone import vtimezone
from core.calendar import aware, is_said_once
from core.models import ScheduledDate

#: The states of a date, as RFC 5545 §3.8.1.11 names them; a postponed one no longer holds.
STATUSES = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CANCELLED"}
#: How often calendars are told to ask again (RFC 7986 §5.7).
REFRESH = timedelta(hours=12)


@dataclass(frozen=True)
class Described:
    """What all the dates of one content say: its title, a few words of text, the full address of its page."""

    title: str
    words: str
    address: str
    categories: tuple[str, ...] = ()
    created_at: datetime | None = None


@dataclass(frozen=True)
class Stamp:
    """Which version of an entry this is: its UID (str), its number, when it changed (aware datetime)."""

    uid: str
    sequence: int
    changed_at: datetime


@dataclass(frozen=True)
class Series:
    """What repeats: its first date as the rule gives it (ScheduledDate), the RRULE (dict, without its end), its end.

    `left_out` are starts (aware datetimes) that the rule gives and where nothing takes place.
    """

    usual: ScheduledDate
    parts: dict
    until: date | None = None
    times: int | None = None
    left_out: tuple[datetime, ...] = ()

    @property
    def rrule(self):
        end = {"COUNT": self.times} if self.times else {}
        if self.until:
            # Of the same kind as DTSTART, and in UTC where that has a zone (§3.3.10).
            last = aware(self.until, time.max.replace(microsecond=0), self.usual.zone).astimezone(UTC)
            end = {"UNTIL": self.until if self.usual.all_day else last}
        return self.parts | end

    def gives(self, scheduled):
        """Whether a ScheduledDate is as the rule says it: any reader's calendar finds it by itself, and the same one.

        Readers differ on the hours that a clock skips or says twice, whatever §3.3.10 says of them.
        """
        if scheduled.start != scheduled.original or scheduled.all_day != self.usual.all_day:
            return False
        if not (scheduled.all_day or all(is_said_once(one) for one in (scheduled.start, scheduled.end) if one)):
            return False
        said = [(one.state, one.place, one.venue, one.note) for one in (scheduled, self.usual)]
        return said[0] == said[1] and _lasts(scheduled) == _lasts(self.usual)


def write_entry(described, stamp, dates, series=None):
    """The VEVENTs (str) of `dates` (list of ScheduledDate) that share one UID: one date, or those of a Series."""
    if series is None:
        return "".join(_event(described, stamp, scheduled).to_ical().decode() for scheduled in dates)
    events = [_master(described, stamp, series)]
    for scheduled in dates:
        if not series.gives(scheduled):
            event = _event(described, stamp, scheduled)
            event.add("recurrence-id", _civil(scheduled.original, series.usual.all_day))
            events.append(event)
    return "".join(event.to_ical().decode() for event in events)


def write_calendar(entries, *, name, product, zones, since, source=""):
    """An iCalendar (bytes) of `entries` (iterable of str, as write_entry gives them).

    `zones` are the IANA names of their times, `since` the first year (int) they speak of; `name` is what a reader's
    calendar shows, `source` the address that this can be asked at again (str, or empty for a file given once).
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{product}//Nébuleuses//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # icalendar does not know that these two are texts, which escape what lines are made of.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    if source:
        calendar.add("source", source, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(REFRESH))
    for zone in sorted(zones):
        calendar.add_component(vtimezone(zone, since, datetime.now(UTC).year))
    head = calendar.to_ical().removesuffix(_END)
    return b"".join([head, *(entry.encode() for entry in entries), _END])


_END = b"END:VCALENDAR\r\n"


def _event(described, stamp, scheduled):
    event = Event()
    event.add("uid", stamp.uid)
    event.add("dtstamp", stamp.changed_at)
    event.add("last-modified", stamp.changed_at)
    event.add("sequence", stamp.sequence)
    if described.created_at:
        event.add("created", described.created_at)
    _add_moments(event, scheduled)
    event.add("summary", _summary(described, scheduled))
    event.add("status", STATUSES.get(scheduled.state, "CONFIRMED"))
    place = scheduled.place
    where = ", ".join(str(part) for part in (scheduled.venue, place) if part)
    if where:
        event.add("location", where)
    if place and not place.approximate:
        event.add("geo", (place.latitude, place.longitude))
    words = [part for part in (scheduled.note, described.words, described.address) if part]
    event.add("description", "\n".join(words))
    event.add("url", described.address)
    if described.categories:
        event.add("categories", list(described.categories))
    return event


def _master(described, stamp, series):
    """The series itself: what its dates have in common."""
    event = _event(described, stamp, series.usual)
    event.add("rrule", series.rrule)
    # The hour that the rule repeats, even where it falls on one that the first clock skips.
    event.DTSTART = _civil(series.usual.start, series.usual.all_day)
    if series.left_out:
        event.add("exdate", [_civil(moment, series.usual.all_day) for moment in series.left_out])
    return event


def _add_moments(event, scheduled):
    """Whole days are dates, their end exclusive (§3.6.1); hours are written in their zone, where that says which."""
    event.add("dtstart", _moment(scheduled.start, scheduled.all_day))
    if scheduled.end:
        event.add("dtend", _moment(scheduled.end, scheduled.all_day))


def _moment(moment, all_day):
    return _civil(moment, all_day) if all_day or is_said_once(moment) else moment.astimezone(UTC)


def _civil(moment, all_day):
    return moment.date() if all_day else moment


def _lasts(scheduled):
    """How long a date lasts (tuple of timedelta, empty if nobody said): in days, or by a stopwatch and by its clock.

    A change of hour makes these two; §3.8.5.3 goes by the first, and not every reader does.
    """
    if not scheduled.end:
        return ()
    if scheduled.all_day:
        return (scheduled.end.date() - scheduled.start.date(),)
    return scheduled.end.astimezone(UTC) - scheduled.start.astimezone(UTC), scheduled.end - scheduled.start


def _summary(described, scheduled):
    """Its title; calendars that ignore STATUS say all the same that it does not take place."""
    title = scheduled.label or described.title
    said = {"cancelled": _("Annulé"), "postponed": _("Reporté")}.get(scheduled.state)
    return f"{said}\xa0: {title}" if said else title
