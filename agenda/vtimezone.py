"""VTIMEZONE (RFC 5545 §3.6.5): what a calendar file says of a clock, for programs that know no IANA zone. Pure.

icalendar 7.3 writes one too, which has each spring an hour late and passes over the two changes of a ramadan.
"""

from bisect import bisect_left
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from itertools import zip_longest
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from agenda.recurrence import LAST, YEARLY, Rule

#: Years of which each change is told, after the present one, where they follow no rule of RFC 5545.
_YEARS_TOLD = 5
#: Years that a rule has to hold for before it is said to go on: that of Chile seems one for eleven.
_YEARS_HELD = 20
#: No clock ever changed twice within less than four days.
_STEP = timedelta(days=3)


@lru_cache(maxsize=200)
def vtimezone(name, since, this_year):
    """The component (icalendar.Timezone) of an IANA zone, for dates from the year `since` on; not to be changed."""
    zone, present = ZoneInfo(name), max(since, this_year)
    last_year = present + _YEARS_HELD + 1
    told = Timezone()
    told.add("tzid", name)
    for key, onsets in _observances(zone, since - 1, last_year).items():
        regular, rule = _going_on(onsets) if onsets[-1].year == last_year else ([], None)
        others = [onset for onset in onsets[: len(onsets) - len(regular)] if onset.year <= present + _YEARS_TOLD]
        if others:
            told.add_component(_observance(*key, others))
        if regular:
            told.add_component(_observance(*key, regular, rule))
    return told


def _observances(zone, first_year, last_year):
    """What the clock of a ZoneInfo says, and from when on.

    A dict: (component, offset before, offset, its name) → onsets (list of naive datetimes, by the clock before).
    """
    found, before = defaultdict(list), None
    for moment in _changes(zone, first_year, last_year):
        civil = moment.astimezone(zone)
        before = civil.utcoffset() if before is None else before
        component = TimezoneDaylight if civil.dst() else TimezoneStandard
        found[component, before, civil.utcoffset(), civil.tzname()].append((moment + before).replace(tzinfo=None))
        before = civil.utcoffset()
    return found


def _changes(zone, first_year, last_year):
    """The beginning of the first year, then each moment at which the clock changes (iterator of datetime, in UTC)."""
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    offset = moment.astimezone(zone).utcoffset()
    yield moment
    while moment < end:
        later = moment + _STEP
        if later.astimezone(zone).utcoffset() != offset:
            seconds = range(int(_STEP.total_seconds()))
            later = moment + timedelta(seconds=bisect_left(seconds, True, key=partial(_differs, zone, moment, offset)))
            offset = later.astimezone(zone).utcoffset()
            yield later
        moment = later


def _differs(zone, moment, offset, seconds):
    """Whether the offset is another one so many seconds after `moment`."""
    return (moment + timedelta(seconds=seconds)).astimezone(zone).utcoffset() != offset


def _going_on(onsets):
    """The last of `onsets` (list of naive datetimes) that follow one yearly Rule, and this; or nothing, and None."""
    for number, first in enumerate(onsets[:-_YEARS_HELD]):
        for rank in (LAST, (first.day - 1) // 7 + 1):
            rule = Rule(YEARLY, ranks=(rank,))
            days = rule.days(first.date(), onsets[-1].date() + timedelta(days=1))
            given = (datetime.combine(day, first.time()) for day in days)
            if all(one == other for one, other in zip_longest(given, onsets[number:])):
                return onsets[number:], rule
    return [], None


def _observance(component, before, offset, name, onsets, rule=None):
    """ical.js reads one RDATE of a line, and no DTSTART where there is one: each has its line, the first too."""
    told = component()
    told.DTSTART, told.TZOFFSETFROM, told.TZOFFSETTO = onsets[0], before, offset
    told.add("tzname", name)
    if rule:
        told.add("rrule", rule.parts(onsets[0].date()))
    elif len(onsets) > 1:
        for onset in onsets:
            told.add("rdate", [onset])
    return told
