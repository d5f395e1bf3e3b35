"""Rules of repetition as people say them, and the days they give (RFC 5545 §3.3.10). Pure: civil days only."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr
from icalendar import vRecur

WEEKLY, MONTHLY_DATE, MONTHLY_WEEKDAY, YEARLY = "weekly", "monthly_date", "monthly_weekday", "yearly"
_FREQ = {WEEKLY: "WEEKLY", MONTHLY_DATE: "MONTHLY", MONTHLY_WEEKDAY: "MONTHLY", YEARLY: "YEARLY"}
#: Monday is 0, as for date.weekday().
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
_MONTHS = range(1, 13)


@dataclass(frozen=True)
class Rule:
    """Every `interval` weeks, months or years, from a first day on.

    `weekdays` (ints, Monday is 0) are those of a weekly rule, or of a monthly one by weekday; `ranks` (1 to 4, LAST)
    say which of the month: « le 2e et le 4e jeudi ». Empty, both are those of the first day. A yearly rule is by
    weekday where it has ranks, of the month of its first day; without ranks it is by date, and weekdays say nothing.
    `months_off` (1 to 12) are left out, but for a yearly rule. It ends with the day `until`, or after `times` dates
    (those that are left out by hand count), or never.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    ranks: tuple[int, ...] = ()
    months_off: tuple[int, ...] = ()
    until: date | None = None
    times: int | None = None

    def days(self, first, before):
        """The days (iterator of date, in order) from `first` (date) on, before the day `before`; maybe none."""
        if len(set(self.months_off)) == len(_MONTHS) and self.frequency != YEARLY:
            return
        last = before - timedelta(days=1)
        # Without a last day, a rule that never meets any would be followed as far as the year 9999.
        end = {"UNTIL": datetime.combine(min(self.until or last, last), time.max)}
        written = vRecur(self.parts(first) | end).to_ical().decode()
        moments = rrulestr(written, dtstart=datetime.combine(first, time.min))
        yield from (moment.date() for moment in islice(moments, self.times))

    def includes(self, day, first):
        """Whether `day` (date) is one of the days from `first` (date) on."""
        return day >= first and any(given == day for given in self.days(first, day + timedelta(days=1)))

    def parts(self, first):
        """What an RRULE says of it (dict, as icalendar.vRecur takes it), but for its end, from `first` (date) on."""
        parts = {"FREQ": _FREQ[self.frequency], "INTERVAL": self.interval}
        if self.frequency == MONTHLY_DATE:
            parts["BYMONTHDAY"] = first.day
        elif self.frequency == YEARLY:
            parts["BYMONTH"] = first.month
            parts |= {"BYDAY": self._weekdays_of_month(first)} if self.ranks else {"BYMONTHDAY": first.day}
        elif self.frequency == MONTHLY_WEEKDAY:
            parts["BYDAY"] = self._weekdays_of_month(first)
        else:
            parts["BYDAY"] = [_WEEKDAYS[weekday] for weekday in self.weekdays_from(first)]
        if self.months_off and self.frequency != YEARLY:
            parts["BYMONTH"] = [month for month in _MONTHS if month not in self.months_off]
        return parts

    def weekdays_from(self, first):
        """Its weekdays (tuple of int), or that of its `first` day (date)."""
        return tuple(sorted(set(self.weekdays))) or (first.weekday(),)

    def ranks_from(self, first):
        """Its ranks in the month (tuple of int, the last one at the end), or that of its `first` day (date)."""
        rank = (first.day - 1) // 7 + 1
        return tuple(sorted(set(self.ranks), key=lambda rank: rank % 10)) or (rank if rank < 5 else LAST,)

    def _weekdays_of_month(self, first):
        return [f"{rank}{_WEEKDAYS[day]}" for rank in self.ranks_from(first) for day in self.weekdays_from(first)]
