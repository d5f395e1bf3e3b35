"""What the table of a month shows: for each day the first dates, and how many others there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import CharField, F
from django.db.models.functions import Cast

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
    several_days = dates.lasting(month.first, month.next.first).filter(last_day__gt=F("day"), last_day__gte=month.first)
    # By their keys: told of their order too, a database looks for them among all the days before.
    lasting = list(everything.filter(pk__in=several_days.order_by().values("pk"))[:MOST_LONG])
    keys, shown = _keys_by_day(dates.filter(day__gte=month.first, day__lte=month.last)), defaultdict(list)
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


def _keys_by_day(dates):
    """The keys of the `dates` of one day (dict: day → list, in order)."""
    found = defaultdict(list)
    # As texts: there may be thousands, and thirty days among them.
    for key, day in dates.filter(last_day=F("day")).in_order().values_list("pk", Cast("day", CharField())):
        found[day].append(key)
    return {date.fromisoformat(day): keys for day, keys in found.items()}


def _day(day, month, shown, counts):
    if not month.holds(day):
        return Day(day, is_outside=True)
    dates = shown[day]
    number = sum(one.last_day > one.day for one in dates)
    kept = dates[: max(MOST_IN_A_DAY, number)]
    return Day(day, dates=kept, others=counts.get(day, 0) - len(kept) + number)
