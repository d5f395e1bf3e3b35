"""What the table of a month shows: for each day the first dates, and how many others there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

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
    """The MonthTable of `dates` (OccurrenceQuerySet) in `month` (agenda.month.Month). Four queries."""
    long = dates.filter(is_long=True, day__lte=month.last, last_day__gte=month.first).in_order()
    one_day = dates.filter(is_long=False, day__gte=month.first, day__lte=month.last).order_by()
    counts = dict(one_day.values_list("day").annotate(number=Count("pk")))
    shown = defaultdict(list)
    lasting = list(long.with_card()[:MOST_LONG])
    for one in lasting:
        day = max(one.day, month.first)
        while day <= min(one.last_day, month.last):
            shown[day].append(one)
            day += timedelta(days=1)
    for one in _first_of_each_day(one_day):
        shown[one.day].append(one)
    weeks = [Week(days[0], days[-1], [_day(day, month, shown, counts) for day in days]) for days in month.weeks]
    return MonthTable(weeks, sum(counts.values()) + len(lasting))


def _first_of_each_day(dates):
    rank = Window(RowNumber(), partition_by=F("day"), order_by=[F("start"), F("pk")])
    keys = list(dates.annotate(rank=rank).filter(rank__lte=MOST_IN_A_DAY).values_list("pk", flat=True))
    return dates.model.objects.filter(pk__in=keys).in_order().with_card()


def _day(day, month, shown, counts):
    if not month.holds(day):
        return Day(day, is_outside=True)
    dates = shown[day]
    kept = dates[: max(MOST_IN_A_DAY, sum(one.is_long for one in dates))]
    unseen = counts.get(day, 0) - sum(not one.is_long for one in kept)
    return Day(day, dates=kept, others=unseen)
