"""Whatever is typed, a reader's calendar finds the dates that the site shows: timetables at random, no database.

The reader is `recurring-ical-events`, which knows nothing of ours. Where readers differ, RFC 5545 decides, and our
file says the date by itself so that none has to choose:

- the hour that a clock skips (02:30 on the last Sunday of March) is counted from before the change (§3.3.5), though
  §3.3.10 also lets a reader leave such a date out: written in UTC;
- the hour that a clock says twice is the first one (§3.3.5), though ical.js takes the second: written in UTC;
- what lasts over a change of hour lasts in seconds for §3.8.5.3, in hours of the clock for some readers: the date is
  written with its own end.
"""

import os
from bisect import bisect
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import time_machine
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from agenda.ical import Described, Stamp, write_calendar, write_entry
from agenda.models import EventPage
from agenda.recurrence import LAST, MONTHLY_DATE, MONTHLY_WEEKDAY, WEEKLY, YEARLY
from agenda.schedule import Slot
from agenda.timetable_errors import timetable_errors
from core.calendar import scheduled
from core.time_zones import ZONE_CHOICES

#: `EXAMPLES=3000` looks for faults elsewhere at each run; without it, the same examples every time.
EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
settings.register_profile(
    "calendar",
    deadline=None,
    database=None,
    derandomize=not EXAMPLES,
    max_examples=EXAMPLES or 120,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RANDOM = settings.get_profile("calendar")

ZONES = [
    "Europe/Paris",
    "America/Toronto",
    "Asia/Tokyo",
    "Africa/Casablanca",  # back by an hour during the ramadan: two changes within five weeks
    "Australia/Sydney",
    "America/Sao_Paulo",  # until 2019, a clock that skipped midnight
    "America/Santiago",  # as today
    "Pacific/Chatham",  # 13 h 45 ahead
]
#: When one looks: eighteen months from there hold both changes of hour, twice.
PRESENTS = [datetime(2026, 11, 21, 12, tzinfo=UTC), datetime(2018, 1, 15, 12, tzinfo=UTC)]
#: Minutes from a change of hour, and from a start to its end.
BESIDE, LASTS = [-240, -60, -30, 0, 30, 60], [0, 30, 90, 480]
HOURS = [time(*hour) for hour in [(0,), (0, 30), (1, 30), (2,), (2, 30), (3,), (3, 30), (9,), (18, 30), (23, 30)]]
#: From the horizon back: a date moved from beyond it is at most so far.
MARGIN = timedelta(days=60)
STATUSES = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CANCELLED"}
CHANGED_AT = datetime(2018, 1, 1, tzinfo=UTC)


# --- What one may type ------------------------------------------------------------------------


@cache
def changes_of_hour(zone, since):
    """The hours (list of naive datetimes) that the clock of `zone` does not reach, in the 900 days from `since` on."""
    hours = [datetime.combine(since, time.min, UTC) + timedelta(hours=n) for n in range(900 * 24)]
    offsets = [hour.astimezone(ZoneInfo(zone)).utcoffset() for hour in hours]
    return [
        (hour + before).replace(tzinfo=None)
        for hour, before, after in zip(hours[1:], offsets, offsets[1:], strict=False)
        if before != after
    ]


@st.composite
def moments(draw, zone, present):
    """(day, hour or None) around the present: any, or beside a change of hour, or weeks before it as a rule has it."""
    since = present.date() - timedelta(days=300)
    if draw(st.booleans()) and (found := changes_of_hour(zone, since)):
        beside = draw(st.sampled_from(found)) + timedelta(minutes=draw(st.sampled_from(BESIDE)))
        return beside.date() - timedelta(days=draw(st.sampled_from([0, 0, 7, 28]))), beside.time()
    return since + timedelta(days=draw(st.integers(0, 700))), draw(st.none() | st.sampled_from(HOURS))


@st.composite
def slots(draw, zone, present):
    """(day, hour, last day, end hour), as one types them: whole days, or hours with and without an end."""
    day, hour = draw(moments(zone, present))
    later = [(datetime.combine(day, hour) + timedelta(minutes=n)).time() for n in LASTS] if hour else []
    end_hour = draw(st.none() | st.sampled_from([*later, *HOURS])) if hour else None
    lasts = draw(st.none() | st.integers(0, 3))
    return day, hour, None if lasts is None else day + timedelta(days=lasts), end_hour


some_weekdays = st.lists(st.integers(0, 6), max_size=3)


@st.composite
def rules(draw):
    repeats = draw(st.sampled_from([WEEKLY, MONTHLY_DATE, MONTHLY_WEEKDAY, YEARLY]))
    return {
        "repeats": repeats,
        "interval": draw(st.integers(1, 4)),
        "weekdays": draw(st.just([]) | some_weekdays),
        "ranks": draw(st.lists(st.sampled_from([1, 2, 3, 4, LAST]), max_size=2)),
        "months_off": draw(st.lists(st.integers(1, 12), max_size=3)),
    }


@st.composite
def exceptions(draw, zone, present, real_days):
    """One of them, of a day that the rule gives or of one that it does not."""
    is_real = real_days and draw(st.integers(0, 4))
    day = draw(st.sampled_from(real_days)) if is_real else draw(moments(zone, present))[0]
    kind = draw(st.sampled_from(["cancelled", "moved", "noted", "pause"]))
    if kind == "pause":
        return kind, {"first": day, "last": day + timedelta(days=draw(st.integers(0, 40))), "name": ""}
    said = {"day": day, "note": "À savoir"}
    if kind == "moved":
        to_day = day + timedelta(days=draw(st.sampled_from([0, 1]) | st.integers(-20, 20)))
        hours = {"hour": draw(st.none() | st.sampled_from(HOURS)), "end_hour": draw(st.none() | st.sampled_from(HOURS))}
        said |= {"to_day": to_day, **hours, "place": None, "venue": ""}
    return kind, said


@st.composite
def added_dates(draw, zone, present):
    names = ("day", "hour", "end_day", "end_hour")
    return "date", dict(zip(names, draw(slots(zone, present)), strict=True)) | {"label": ""}


@st.composite
def timetables(draw):
    """(the present, the fields of a timetable that may be published)."""
    present, zone = draw(st.sampled_from(PRESENTS)), draw(st.sampled_from(ZONES))
    day, hour, last_day, end_hour = draw(slots(zone, present))
    fields = {"zone": zone, "start_time": hour, "end_time": end_hour} | draw(st.just({}) | rules())
    if "repeats" in fields:
        first = first_day(day, fields)
        day, last_day = first, last_day and last_day + (first - day)
        given_days = list(islice(make(fields | {"start_date": day}).rule.days(day, date(2028, 6, 1)), 40))
        assume(given_days)
        end = draw(st.sampled_from(["", "repeats_until", "repeats_times"]))
        if end == "repeats_until":
            fields[end] = draw(st.sampled_from(given_days)) + timedelta(days=draw(st.sampled_from([0, 0, 1, 5])))
        elif end:
            fields[end] = draw(st.integers(1, 40))
    fields |= {"start_date": day, "end_date": last_day}
    with time_machine.travel(present, tick=False):
        event = make(fields)
        assume(not timetable_errors(event))
        real_days = event.schedule.days(present.date() + timedelta(days=500))
        fields["exceptions"] = draw(st.lists(exceptions(zone, present, real_days), max_size=5))
        fields["added_dates"] = draw(st.lists(added_dates(zone, present), max_size=3))
        fields["state"] = draw(st.sampled_from(["confirmed"] * 4 + ["cancelled", "postponed"]))
    return present, fields


def first_day(day, fields):
    """The first day (date) from `day` on that is of the rule that begins with it, as publication demands."""
    for _attempt in range(4):
        rule = make(fields | {"start_date": day}).rule
        found = next(rule.days(day, day + timedelta(days=366 * 8)), None)
        if found == day:
            break
        assume(found is not None)
        day = found
    return day


def make(fields):
    """A page (EventPage) that no database knows."""
    return EventPage(title="Un rendez-vous", content_type_id=1, **fields)


# --- What is written, and read ----------------------------------------------------------------


def write(event):
    """The calendar (bytes) of a page that no database knows, as agenda.rewriting and agenda.calendar_files make it."""
    described = Described(event.title, "Deux phrases.", "https://example.org/agenda/un-rendez-vous/")
    dates = defaultdict(list)
    for one in event.known_dates:
        dates[one.key].append(one)
    entries = [
        write_entry(described, Stamp(f"{key or 'series'}@test", 0, CHANGED_AT), found, None if key else event.series())
        for key, found in dates.items()
    ]
    since = min((one.start.astimezone(UTC).year for one in event.known_dates), default=2018)
    return write_calendar(entries, name="Un", product="Un", zones={event.time_zone}, since=since)


def shown(event, before):
    """What the site shows (Counter of start, end and status); an end that nobody said is the start."""
    found = Counter()
    for one in event.known_dates:
        if one.all_day:
            start, end = one.start.date(), one.end.date()
        else:
            start = one.start.astimezone(UTC)
            end = one.end.astimezone(UTC) if one.end else start
        if moment(start) < before:
            found[start, end, STATUSES[one.state]] += 1
    return found


def read(text, before):
    """What another program finds in a calendar (as `shown`)."""
    found = recurring_ical_events.of(parsed(text)).between(datetime(2010, 1, 1, tzinfo=UTC), before + MARGIN / 2)
    return counted(((one["DTSTART"].dt, one["DTEND"].dt, one["STATUS"]) for one in found), before)


def read_to_the_letter(text, before):
    """What RFC 5545 finds in a calendar (as `shown`) where none of its readers has to choose between two opinions.

    A series lasts in seconds, and none of its dates is at an hour that the clock skips or says twice: those are
    written by themselves.
    """
    events = parsed(text).walk("VEVENT")
    alone = [one for one in events if "RRULE" not in one]
    found = [(one["DTSTART"].dt, end_of(one), one["STATUS"]) for one in alone]
    assert all(is_said_once(one) for start, end, _status in found for one in (start, end))
    changed = {one["RECURRENCE-ID"].dt for one in alone if "RECURRENCE-ID" in one}
    for series in (one for one in events if "RRULE" in one):
        lasts = absolute(end_of(series)) - absolute(series["DTSTART"].dt)
        left_out = {one.dt for one in series["EXDATE"].dts} if "EXDATE" in series else set()
        for start in starts_of(series["RRULE"], series["DTSTART"].dt, before):
            if start not in left_out | changed:
                assert is_said_once(start)
                found.append((start, absolute(start) + lasts, series["STATUS"]))
    return counted(found, before)


def starts_of(rule, first, before):
    """The starts (iterator, of the kind of `first`) of a parsed RRULE, until `before`."""
    naive = datetime.combine(first, first.time() if isinstance(first, datetime) else time.min)
    until = rule.pop("UNTIL", [None])[0]
    for given_ in rrulestr(rule.to_ical().decode(), dtstart=naive):
        start = given_.replace(tzinfo=first.tzinfo) if isinstance(first, datetime) else given_.date()
        if moment(start) >= before + MARGIN / 2 or (until and absolute(start) > absolute(until)):
            return
        yield start


def end_of(event):
    """Its DTEND, or what §3.6.1 says without one."""
    start = event["DTSTART"].dt
    return event["DTEND"].dt if "DTEND" in event else start + timedelta(days=not isinstance(start, datetime))


def parsed(text):
    """The Calendar, of which nothing was passed over and no event ends before it begins (§3.8.2.2)."""
    calendar = Calendar.from_ical(text)
    assert [one.errors for one in calendar.walk() if one.errors] == []
    assert all(absolute(one["DTEND"].dt) > absolute(one["DTSTART"].dt) for one in calendar.events if "DTEND" in one)
    return calendar


def counted(found, before):
    """The Counter of those of `found` (start, end, status) that begin before a moment."""
    return Counter(
        (absolute(start), absolute(end), str(status))
        for start, end, status in found
        if moment(absolute(start)) < before
    )


def absolute(start):
    """A datetime in UTC; a date as it is."""
    return start.astimezone(UTC) if isinstance(start, datetime) else start


def moment(start):
    return start if isinstance(start, datetime) else datetime.combine(start, time.min, UTC)


def is_said_once(start):
    """Whether the clock neither skips this hour nor says it twice (PEP 495); a day has none."""
    return not isinstance(start, datetime) or len({start.replace(fold=fold).utcoffset() for fold in (0, 1)}) == 1


def assert_readers_find(present, fields):
    with time_machine.travel(present, tick=False):
        event, before = make(fields), present + timedelta(days=540) - MARGIN
        text, wanted = write(event), shown(event, before)
        assert read(text, before) == wanted
        assert read_to_the_letter(text, before) == wanted


@settings(RANDOM)
@given(timetables())
def test_a_readers_calendar_finds_the_dates_of_the_site(typed):
    assert_readers_find(*typed)


def weekly(day, hour=None, end_hour=None, zone="Europe/Paris", **fields):
    values = {"start_date": day, "start_time": hour, "end_time": end_hour, "zone": zone, "repeats": WEEKLY}
    return values | fields


def moved(day, to_day, hour=None, end_hour=None):
    said = {"day": day, "to_day": to_day, "hour": hour, "end_hour": end_hour}
    return "moved", said | {"place": None, "venue": "", "note": ""}


SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
#: What chance finds too seldom.
TRAPS = {
    "an hour that the clock skips": weekly(SPRING - timedelta(days=14), time(2, 30), time(4)),
    "the first one is skipped": weekly(SPRING, time(2, 30)),
    "what begins when skipped and ends just after": weekly(SPRING, time(2, 30), time(3)),
    "what ends when skipped": weekly(SPRING - timedelta(days=14), time(1), time(2, 15)),
    "an hour that the clock says twice": weekly(AUTUMN - timedelta(days=14), time(2, 30)),
    "the first one is said twice": weekly(AUTUMN, time(2, 30), time(2, 45)),
    "what ends when said twice": weekly(AUTUMN - timedelta(days=14), time(1), time(2, 15)),
    "a night shorter than the others": weekly(SPRING - timedelta(days=15), time(22), time(6)),
    "the first night is longer": weekly(AUTUMN - timedelta(days=1), time(22), time(6)),
    "midnight is skipped": weekly(date(2027, 8, 22), time(0, 30), time(2), "America/Santiago"),
    "whole days where midnight is skipped": weekly(date(2027, 8, 22), zone="America/Santiago"),
    "the ramadan": weekly(date(2027, 1, 24), time(2, 30), time(4), "Africa/Casablanca"),
    "the last evening, west": weekly(
        date(2027, 1, 4), time(23, 30), None, "America/Toronto", weekdays=[0, 1], repeats_until=date(2027, 2, 8)
    ),
    "the last morning, east": weekly(
        date(2027, 1, 4), time(0, 30), None, "Asia/Tokyo", weekdays=[0, 1], repeats_until=date(2027, 2, 8)
    ),
    "a pause over what is skipped": weekly(
        SPRING - timedelta(days=14), time(2, 30), exceptions=[("pause", {"first": SPRING, "last": SPRING, "name": ""})]
    ),
    "moved from what is skipped": weekly(
        SPRING - timedelta(days=14), time(2, 30), exceptions=[moved(SPRING, SPRING, time(18))]
    ),
    "moved to what is said twice": weekly(
        AUTUMN - timedelta(days=14), time(18), time(19), exceptions=[moved(AUTUMN, AUTUMN, time(2), time(2, 30))]
    ),
    "a whole day that gets the hour of midnight": weekly(
        date(2027, 1, 4), exceptions=[moved(date(2027, 1, 11), date(2027, 1, 11), time(0))]
    ),
}


@pytest.mark.parametrize("fields", TRAPS.values(), ids=TRAPS)
def test_what_chance_finds_too_seldom(fields):
    assert_readers_find(PRESENTS[0], fields)


# --- The clocks that the file speaks of -------------------------------------------------------


#: Clocks that changed in every way since, and the last years of all those that one may choose.
TOLD = [
    (1955, ["Africa/Casablanca", "America/Sao_Paulo", "Asia/Jakarta", "Europe/Moscow", "Europe/Paris"]),
    (2018, [name for name, _town in ZONE_CHOICES]),
]


@pytest.mark.parametrize(("since", "names"), TOLD)
@time_machine.travel("2026-11-21")
def test_a_file_tells_each_change_of_hour_to_a_program_that_knows_no_zone(since, names):
    calendar = parsed(write_calendar([], name="Un", product="Un", zones=set(names), since=since))
    told = {str(one["TZID"]): onsets_of(one) for one in calendar.walk("VTIMEZONE")}
    assert told.keys() == set(names)
    assert [(name, when) for name in names for when in differences(told[name], ZoneInfo(name), since)] == []


def onsets_of(told):
    """(moment in UTC, offset from then on) of each observance of a VTIMEZONE, sorted (§3.6.5).

    Read as ical.js does, which is less: of a line of RDATE the first, and DTSTART only without any.
    """
    found = []
    for one in told.subcomponents:
        lines = one.get("RDATE", [])
        onsets = [line.dts[0].dt for line in (lines if isinstance(lines, list) else [lines])] or [one["DTSTART"].dt]
        if "RRULE" in one:
            rule = rrulestr(one["RRULE"].to_ical().decode(), dtstart=onsets[0])
            onsets = list(rule.between(onsets[0], datetime(2033, 1, 1), inc=True))
        found += [((onset - one.TZOFFSETFROM).replace(tzinfo=UTC), one.TZOFFSETTO) for onset in onsets]
    return sorted(found)


def differences(told, zone, since):
    """The moments (list of datetime), from the last day before the year `since` to 2031, of which `told` is wrong."""
    noons = [datetime(since - 1, 12, 31, 12, tzinfo=UTC) + timedelta(days=n) for n in range(365 * (2032 - since))]
    offsets = [noon.astimezone(zone).utcoffset() for noon in noons]
    looked_at = noons[::10]
    for noon, before, after in zip(noons, offsets, offsets[1:], strict=False):
        if before != after:
            looked_at += [noon + timedelta(minutes=minutes) for minutes in range(0, 24 * 60, 30)]
    begun = [onset for onset, _offset in told]
    return [one for one in looked_at if told[bisect(begun, one) - 1][1] != one.astimezone(zone).utcoffset()]


# --- Hours as they are typed ------------------------------------------------------------------

typed_hours = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@settings(RANDOM, max_examples=EXAMPLES or 200)
@given(st.sampled_from(ZONES), st.data())
def test_what_has_an_end_ends_after_it_begins(zone, data):
    start, end, _all_day = scheduled(*data.draw(slots(zone, data.draw(st.sampled_from(PRESENTS)))), zone=zone)
    assert end is None or end.astimezone(UTC) > start.astimezone(UTC)


@settings(RANDOM, max_examples=EXAMPLES or 200)
@given(typed_hours, typed_hours, st.none() | st.integers(0, 3), typed_hours)
def test_what_is_moved_to_another_hour_lasts_as_long(hour, end_hour, nights, other_hour):
    day = date(2027, 1, 10)
    slot = Slot(day, hour, None if nights is None else day + timedelta(days=nights), end_hour)
    start, end, _all_day = slot.moments("Asia/Tokyo")
    moved_start, moved_end, _all_day = slot.on(date(2027, 2, 3)).at(other_hour).moments("Asia/Tokyo")
    assert moved_start.replace(tzinfo=None) == datetime.combine(date(2027, 2, 3), other_hour)
    assert (end and end - start) == (moved_end and moved_end - moved_start)
