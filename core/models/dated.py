"""Dated: the ability to put dates in the agenda. The agenda listens; contents do not know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.calendar import aware, last_day_of

from .place import Place


@dataclass(frozen=True)
class ScheduledDate:
    """One date that a content puts in the agenda.

    `start` and `end` are aware datetimes, in the zone where it takes place; `end` is exclusive for whole days
    (midnight of the next day) and None where nobody said when it finishes. `venue` says where in the place.
    `state` is one of agenda's occurrence states, `note` what one should know of this date alone.

    `key` is what the date keeps when it changes: the dates of one key are one series in a reader's calendar.
    `original` is the moment that the rule of the series gives (aware datetime), where there is a rule.
    """

    start: datetime
    end: datetime | None = None
    all_day: bool = False
    label: str = ""
    state: str = "confirmed"
    place: Place | None = None
    venue: str = ""
    note: str = ""
    key: str = ""
    original: datetime | None = None

    @property
    def day(self):
        """The first civil day (date), where it takes place."""
        return self.start.date()

    @property
    def starts(self):
        """As `start`, by the name that a stored date gives it in its own zone."""
        return self.start

    @property
    def ends(self):
        return self.end

    @property
    def instead_of(self):
        """The moment that its series gives, where it was moved from it, or None."""
        return self.original if self.original != self.start else None

    @property
    def is_cancelled(self):
        return self.state == "cancelled"

    @property
    def is_postponed(self):
        return self.state == "postponed"

    @property
    def last_day(self):
        """The last civil day (date), where it takes place."""
        return last_day_of(self.start, self.end, all_day=self.all_day)

    @property
    def over_at(self):
        """When it is over (aware datetime): with its day, where nobody said when it finishes."""
        return self.end or aware(self.last_day + timedelta(days=1), time.min, self.zone)

    @property
    def zone(self):
        """The IANA name of the zone where it takes place (str)."""
        return str(self.start.tzinfo)

    def is_past(self, now):
        """Whether it is over at `now` (aware datetime)."""
        return self.over_at <= now


class Dated:
    """Mixed into a page type that has dates; `agenda` rewrites its occurrences when it is published."""

    def dates(self, before: date) -> Iterable[ScheduledDate]:
        """What this content schedules, past dates included, in no particular order.

        What never ends is given as far as `before`, a day that is not included.
        """
        raise NotImplementedError

    def series(self):
        """What repeats the dates without a key (agenda.ical.Series), or None where each stands alone."""
        return None

    def calendar_words(self) -> str:
        """What a reader's calendar should say of it, as plain text."""
        return self.summary
