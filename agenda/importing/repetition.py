"""The moments that an RRULE gives (RFC 5545 §3.3.10), whatever the rule: dateutil counts, within limits."""

import time
from calendar import isleap
from datetime import MAXYEAR, date, datetime
from datetime import time as hour
from functools import lru_cache
from itertools import islice, takewhile

from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from icalendar import vRecur

from agenda.timetable_errors import FIRST_REPEATED_YEAR
from core.calendar import validate_civil_date

#: Nobody meets each hour, and FREQ=SECONDLY gives 172,799 dates in two days.
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_PARTS = {
    *("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYHOUR", "BYDAY", "BYMONTH"),
    *("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"),
}
#: Every day from 1950 on.
MOST_MOMENTS = 30_000


class UnreadableRule(ValueError):
    """A rule of repetition that is not followed."""


class OutOfPatience(Exception):
    """All the rules of a file together take too long."""


class Patience:
    """The seconds of computation that one file may spend on its rules: `with patience:` counts those of the block.

    Raises OutOfPatience at the end of the block that takes the last one.
    """

    def __init__(self, seconds=10):
        self.left = seconds

    def __enter__(self):
        self.began = time.thread_time()

    def __exit__(self, *exception):
        self.left -= time.thread_time() - self.began
        if self.left < 0:
            raise OutOfPatience


def moments(recur, start, before, zone):
    """What a rule gives from `start` on, before the moment `before` (list of datetime, in order).

    `recur` is an icalendar.vRecur, or whatever else icalendar made of the line. All are naive, in `zone` (tzinfo): 19 h
    stays 19 h over a change of hour. `start` is the first moment, even where the rule would not give it (§3.8.5.3).
    Raises UnreadableRule.
    """
    if not isinstance(recur, vRecur) or set(recur) - _PARTS:
        raise UnreadableRule
    if str(first_part(recur, "FREQ", "")).upper() not in _FREQUENCIES:
        raise UnreadableRule
    if first_part(recur, "INTERVAL", 1) < 1 or first_part(recur, "COUNT", 1) < 1 or start.year < FIRST_REPEATED_YEAR:
        raise UnreadableRule
    try:
        until = min(until_of(recur, zone) or before, before)
        later = _late_twin(start.year, before.year + 1) - start.year
        found = _given(recur, start, until, later)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise UnreadableRule from error
    if len(found) > MOST_MOMENTS:
        raise UnreadableRule
    return sorted({start, *(moment for moment in found if moment < before)})


def first_part(recur, name, default=None):
    """The first value of a part of a vRecur, or `default`."""
    values = recur.get(name)
    return values[0] if isinstance(values, list) and values else values or default


def until_of(recur, zone):
    """The last moment (naive datetime in `zone`) that UNTIL allows, or None; a day is allowed to its end.

    Beyond what an agenda holds, it means that there is no end. Raises UnreadableRule for one that is before.
    """
    until = first_part(recur, "UNTIL")
    if until is None:
        return None
    try:
        validate_civil_date(until)
    except ValidationError as error:
        if until.year < FIRST_REPEATED_YEAR:
            raise UnreadableRule from error
        return None
    if not isinstance(until, datetime):
        return datetime.combine(until, hour.max)
    return until.astimezone(zone).replace(tzinfo=None) if until.tzinfo else until


def _given(recur, start, until, later):
    """The moments of a rule up to `until`, counted `later` years after (int) and brought back."""
    # UNTIL beside COUNT is an error of which there are many; and dateutil looks at it only when it finds a date.
    written = vRecur({name: values for name, values in recur.items() if name != "UNTIL"}).to_ical().decode()
    rule = rrulestr(_said_once(written), dtstart=start.replace(year=start.year + later))
    found = (moment.replace(year=moment.year - later) for moment in rule)
    return list(islice(takewhile(lambda moment: moment <= until, found), MOST_MOMENTS + 1))


def _said_once(written):
    """An RRULE (str) where no part gives the same value twice: dateutil looks at each BYSETPOS for each date."""
    parts = (part.partition("=") for part in written.split(";"))
    return ";".join(f"{name}={','.join(dict.fromkeys(values.split(',')))}" for name, _sign, values in parts)


@lru_cache(maxsize=200)
def _late_twin(first_year, last_year):
    """The last year (int) from which the calendar goes on as it does from `first_year` to `last_year`.

    dateutil looks for a date as far as the year 9999: it takes nine seconds to know that no 30 February ever comes.
    Counted near the end of time, a rule that gives nothing is soon over.
    """
    span = range(last_year - first_year + 1)
    pattern = [_year(first_year + more) for more in span]
    years = range(MAXYEAR - len(span), first_year, -1)
    return next((year for year in years if [_year(year + more) for more in span] == pattern), first_year)


def _year(year):
    return date(year, 1, 1).weekday(), isleap(year)
