"""What the table of a month shows: for each day the first dates, and how many others there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F

#: Dates shown in one day; the day itself leads to the others.
MOST_IN_A_DAY = 5
#: Of what lasts several days, in one month.
MOST_LONG = 60


@dataclass
class Day:
    """`dates` (list of Occurrence) are shown, `others` (int) are not. A day outside the month is empty."""

    day: date
    is_outside: bool = False
    dates: list = field(default_factory=list)
    others: int = 0

    @property
    def is_empty(self):
        return self.is_outside or not self.dates


@dataclass
class Week:
    first: date
    last: date
    days: list

    @property
    def number(self):
        """Its number in the year (ISO 8601)."""
        return self.first.isocalendar().week


@dataclass
class MonthTable:
    weeks: list
    count: int


def table_of(month, dates):
    """The MonthTable of `dates` (OccurrenceQuerySet) in `month` (agenda.month.Month). Three queries."""
    everything = dates.model.objects.in_order().with_card()
    # By their keys: a database told of their order looks for them among all the days before.
    lasting = dates.lasting(month.first, month.last).order_by().values("pk")
    lasting = list(everything.filter(pk__in=lasting)[:MOST_LONG])
    one_day = dates.filter(last_day=F("day"), day__gte=month.first, day__lte=month.last).in_order()
    keys, shown = defaultdict(list), defaultdict(list)
    for key, day in one_day.values_list("pk", "day"):
        keys[day].append(key)
    for one in lasting:
        day = max(one.day, month.first)
        while day <= min(one.last_day, month.last):
            shown[day].append(one)
            day += timedelta(days=1)
    first = [key for of_day in keys.values() for key in of_day[:MOST_IN_A_DAY]]
    for one in everything.filter(pk__in=first):
        shown[one.day].append(one)
    counts = {day: len(of_day) for day, of_day in keys.items()}
    weeks = [Week(days[0], days[-1], [_day(day, month, shown, counts) for day in days]) for days in month.weeks]
    return MonthTable(weeks, sum(counts.values()) + len(lasting))


def _day(day, month, shown, counts):
    if not month.holds(day):
        return Day(day, is_outside=True)
    dates = shown[day]
    number = sum(one.last_day > one.day for one in dates)
    kept = dates[: max(MOST_IN_A_DAY, number)]
    return Day(day, dates=kept, others=counts.get(day, 0) - len(kept) + number)
