"""The events of a calendar file, as icalendar reads them, grouped by UID, each with its line in the file."""

import hashlib
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from icalendar import Component

from agenda.importing.calendar_text import UnreadableCalendar, numbered_lines, text_of
from agenda.importing.parsing import parsed

MOST_EVENTS = 5000
#: What is read of a file. The rest is passed over: who attends, who was told, which program wrote it.
_READ = frozenset(
    """
    BEGIN END PRODID X-WR-CALNAME X-WR-TIMEZONE NAME UID SUMMARY DESCRIPTION LOCATION GEO URL CONFERENCE CATEGORIES
    CLASS STATUS SEQUENCE DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID TZID TZOFFSETTO X-LIC-LOCATION
    """.split()
)
#: How agenda.ical signs.
_OURS = "//Nébuleuses//FR"
#: Beyond, it is no list of kinds.
_LONGEST_CATEGORIES = 2000
#: What says when, besides dates that are not as the others.
_WHEN = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"})
_NAMED = re.compile(r"([A-Za-z0-9-]+)[;:]")


@dataclass
class SourceEvent:
    """The VEVENTs of one UID (RFC 5545 §3.8.4.7): the event, and its dates that are not as the others.

    `broken` are the properties that cannot be read (dict: name → line), `versions` how many times the file gives it,
    `is_ours` whether a site as this one wrote it.
    """

    uid: str
    line: int
    master: Component
    overrides: list[Component] = field(default_factory=list)
    versions: int = 1
    is_ours: bool = False

    @property
    def digest(self):
        """What tells two versions apart (64 hexadecimal characters), blind to how often they were sent."""
        events = [self.master, *self.overrides]
        return hashlib.sha256("\n\n".join("\n".join(sorted(event.written)) for event in events).encode()).hexdigest()

    @property
    def when(self):
        """All that it says of when (list of str), in an order of its own."""
        own = [line for line in self.master.written if re.split("[;:]", line, maxsplit=1)[0].upper() in _WHEN]
        return sorted(own) + [line for event in self.overrides for line in sorted(event.written)]

    @property
    def broken(self):
        return {name: line for event in [*self.overrides, self.master] for name, line in event.broken.items()}


@dataclass
class SourceCalendar:
    """What a file holds. `zone` is the name of the zone it is shown in (X-WR-TIMEZONE), or empty; `timezones` are its
    VTIMEZONEs (dict: TZID → Component); `said` is what one should know of it (list of str)."""

    name: str
    zone: str
    timezones: dict[str, Component]
    events: list[SourceEvent]
    said: list[str]


def read_calendar(data):
    """The SourceCalendar of a file (bytes).

    Raises UnreadableCalendar, with the line, where icalendar cannot read it, where it stops too early, where it holds
    no event or more than MOST_EVENTS. Private events (RFC 5545 §3.8.1.3) are left where they are.
    """
    text, said = text_of(data)
    lines = numbered_lines(text)
    calendars = parsed([(number, line) for number, line in lines if _is_read(line)], last=lines[-1][0])
    components = [component for calendar in calendars for component in calendar.subcomponents]
    events = [component for component in components if component.name == "VEVENT"]
    if not events:
        raise UnreadableCalendar(_("Cet agenda ne contient aucun rendez-vous."))
    if len(events) > MOST_EVENTS:
        raise UnreadableCalendar(
            _("Cet agenda contient %(number)d rendez-vous : %(most)d au plus. Exportez une période plus courte.")
            % {"number": len(events), "most": MOST_EVENTS}
        )
    public = [event for event in events if first(event, "CLASS", "PUBLIC").upper() == "PUBLIC"]
    if len(public) < len(events):
        said = [*said, _("Rendez-vous privés, laissés de côté : %(number)d.") % {"number": len(events) - len(public)}]
    timezones = {first(one, "TZID"): one for one in components if one.name == "VTIMEZONE"}
    is_ours = first(calendars[0], "PRODID").endswith(_OURS)
    name = first(calendars[0], "X-WR-CALNAME") or first(calendars[0], "NAME")
    return SourceCalendar(name, first(calendars[0], "X-WR-TIMEZONE"), timezones, _grouped(public, is_ours), said)


def first(component, name, default=""):
    """The value of a property as text (str), the first one where a file gives several; `default` without it."""
    value = first_of(component, name)
    return default if value is None else str(value).strip()


def is_cancelled(event):
    """Whether a VEVENT says that it does not take place (RFC 5545 §3.8.1.11)."""
    return first(event, "STATUS").upper() == "CANCELLED"


def first_of(component, name):
    """The property as icalendar reads it, the first one where a file gives several, or None."""
    return next(iter(all_of(component, name)), None)


def all_of(component, name):
    """All the values of a property, as icalendar reads them (list)."""
    value = component.get(name, [])
    return value if isinstance(value, list) else [value]


def _is_read(line):
    """Whether a content line is for icalendar: it is of those that are read, or makes no sense."""
    named = _NAMED.match(line)
    if named is None:
        return True
    name = named[1].upper()
    return name in _READ and (name != "CATEGORIES" or len(line) < _LONGEST_CATEGORIES)


def _grouped(events, is_ours):
    """One SourceEvent for each UID, in the order of the file; without a UID, an event is by itself."""
    groups = {}
    for event in events:
        event.subcomponents = []
        groups.setdefault(first(event, "UID") or _identity(event), []).append(event)
    return [_source(uid, group, is_ours) for uid, group in groups.items()]


def _identity(event):
    """What stands for the UID that a program forgot: the same event has the same tomorrow."""
    said = f"{first(event, 'DTSTART')} {first(event, 'SUMMARY')}"
    return f"sans-uid:{hashlib.sha256(said.encode()).hexdigest()}"


def _source(uid, group, is_ours):
    """The version that was sent last is the event (RFC 5546 §2.1.5); dates sent alone stand for it."""
    masters = [event for event in group if "RECURRENCE-ID" not in event]
    overrides = [event for event in group if "RECURRENCE-ID" in event]
    if not masters:
        masters, overrides = overrides[:1], overrides[1:]
    line = min(event.line for event in group)
    master, overrides = max(masters, key=_version), sorted(overrides, key=_version)
    return SourceEvent(uid, line, master, overrides, len(masters), is_ours)


def _version(event):
    sequence = first_of(event, "SEQUENCE")
    return sequence if isinstance(sequence, int) else 0, event.line
