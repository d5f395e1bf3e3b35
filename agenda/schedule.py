"""Schedule: a rule, what is added to it, what is left out of it, and what is changed of one date. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from agenda.recurrence import Rule
from core.calendar import scheduled
from core.models import ScheduledDate

#: The most dates of one content in the agenda: the last ones before the horizon.
MOST_DATES = 1000


@dataclass(frozen=True)
class Slot:
    """One date as it is typed: civil days and hours. Without hours, whole days."""

    day: date
    hour: time | None = None
    end_day: date | None = None
    end_hour: time | None = None

    def on(self, day):
        """The same hours, as many days, from another `day` (date) on."""
        end_day = self.end_day and day + (self.end_day - self.day)
        return Slot(day, self.hour, end_day, self.end_hour)

    def at(self, hour=None, end_hour=None):
        """The same day from another `hour` (time), as long unless `end_hour` (time) says otherwise."""
        end_day = None if self._is_one_night or self.end_day == self.day else self.end_day
        if hour and self.hour and self.end_hour and not end_hour:
            later = datetime.combine(self.day, hour) - datetime.combine(self.day, self.hour)
            end = datetime.combine(end_day or self.day, self.end_hour) + later
            end_hour = end.time()
            end_day = end.date() if end_day and end_day > self.day else end_day
        return Slot(self.day, hour or self.hour, end_day, end_hour or self.end_hour)

    @property
    def _is_one_night(self):
        """Whether it is what it would be without its last day: « 22 h – 2 h », and the day after."""
        is_next_day = self.end_day == self.day + timedelta(days=1)
        return bool(is_next_day and self.hour and self.end_hour and self.end_hour < self.hour)

    def moments(self, zone):
        """(start, end, all_day), as core.calendar.scheduled."""
        return scheduled(self.day, self.hour, self.end_day, self.end_hour, zone)


@dataclass(frozen=True)
class Change:
    """What is said of the date that the rule gives for one day: moved `to` another, `cancelled`, or only a `note`."""

    to: Slot | None = None
    cancelled: bool = False
    note: str = ""
    place: object = None
    venue: str = ""


@dataclass(frozen=True)
class Pause:
    """Days without any date, both included; `name` is what one calls them, « les vacances de Noël »."""

    first: date
    last: date
    name: str = ""

    def covers(self, day):
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Added:
    """One more date, outside the rule, and its identity; the seminar whose dates follow no rule has nothing else."""

    slot: Slot
    key: str
    label: str = ""


@dataclass(frozen=True)
class Schedule:
    """When something takes place. `changes` are by the day that the series gives; `zone` is an IANA name."""

    first: Slot
    zone: str
    rule: Rule | None = None
    added: tuple[Added, ...] = ()
    pauses: tuple[Pause, ...] = ()
    changes: Mapping[date, Change] = field(default_factory=dict)

    def days(self, before):
        """The days (list of date, in order) of the series before the day `before`, pauses left out."""
        days = self.rule.days(self.first.day, before) if self.rule else [self.first.day]
        return [day for day in days if not self._is_paused(day)]

    def left_out(self, before):
        """The days (list of date) of the rule that a pause leaves out, before the day `before`."""
        return [day for day in self.rule.days(self.first.day, before) if self._is_paused(day)] if self.rule else []

    def dates(self, before, *, state="confirmed", place=None, venue="", note=""):
        """Its dates (list of ScheduledDate): of the series before the day `before`, and all that are added by hand.

        `state`, `place`, `venue` and `note` are those of each date that says nothing else. At most MOST_DATES, the
        last ones.
        """
        usual = {"state": state, "place": place, "venue": venue, "note": note}
        series = [self._date(day, **usual) for day in self.days(before)[-MOST_DATES:]]
        added = [self._added(added, **usual) for added in self.added]
        return sorted(series + added, key=lambda date: date.start)[-MOST_DATES:]

    def strays(self):
        """What no longer changes anything: days of changes (list of date) and Pauses (list) without a date."""
        touched = {day for day in self.changes if self._gives(day) and not self._is_paused(day)}
        pauses = [pause for pause in self.pauses if not self._meets(pause)]
        return sorted(self.changes.keys() - touched), pauses

    def _gives(self, day):
        return self.rule.includes(day, self.first.day) if self.rule else day == self.first.day

    def _meets(self, pause):
        if self.rule is None:
            return pause.covers(self.first.day)
        return any(day >= pause.first for day in self.rule.days(self.first.day, pause.last + timedelta(days=1)))

    def _is_paused(self, day):
        return any(pause.covers(day) for pause in self.pauses)

    def _date(self, day, state, place, venue, note):
        change = self.changes.get(day, _UNCHANGED)
        slot = change.to or self.first.on(day)
        start, end, all_day = slot.moments(self.zone)
        original = self.first.on(day).moments(self.zone)[0] if self.rule else None
        if change.cancelled and state == "confirmed":
            state = "cancelled"
        where = {"place": change.place or place, "venue": change.venue or ("" if change.place else venue)}
        said = {"state": state, "note": change.note or note, "original": original}
        return ScheduledDate(start, end, all_day, **said, **where)

    def _added(self, added, **usual):
        start, end, all_day = added.slot.moments(self.zone)
        return ScheduledDate(start, end, all_day, label=added.label, key=added.key, **usual)


_UNCHANGED = Change()
