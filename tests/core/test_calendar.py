"""Dates as people type them and as French says them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from core.calendar import say_dates, say_time, scheduled, validate_civil_date

PARIS = ZoneInfo("Europe/Paris")


def paris(*numbers):
    return datetime(*numbers, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ((date(2026, 4, 25),), (paris(2026, 4, 25), paris(2026, 4, 26), True)),
        ((date(2018, 11, 8), None, date(2018, 11, 9)), (paris(2018, 11, 8), paris(2018, 11, 10), True)),
        ((date(2026, 4, 25), time(9, 30)), (paris(2026, 4, 25, 9, 30), None, False)),
        (
            (date(2026, 4, 25), time(9, 30), None, time(12)),
            (paris(2026, 4, 25, 9, 30), paris(2026, 4, 25, 12), False),
        ),
        ((date(2026, 6, 20), time(20), None, time(2)), (paris(2026, 6, 20, 20), paris(2026, 6, 21, 2), False)),
        (
            (date(2026, 6, 20), time(20), date(2026, 6, 22), time(17)),
            (paris(2026, 6, 20, 20), paris(2026, 6, 22, 17), False),
        ),
        ((date(2026, 6, 20), time(20), date(2026, 6, 22)), (paris(2026, 6, 20, 20), paris(2026, 6, 23), False)),
        # « 20 h – 2 h », the last day typed too
        (
            (date(2026, 6, 20), time(20), date(2026, 6, 20), time(2)),
            (paris(2026, 6, 20, 20), paris(2026, 6, 21, 2), False),
        ),
        # The night when clocks change: the day has 25 hours and its midnights stay midnights.
        ((date(2026, 10, 25),), (paris(2026, 10, 25), paris(2026, 10, 26), True)),
    ],
)
def test_typed_dates_become_moments(typed, expected):
    assert scheduled(*typed) == expected


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((date(2022, 4, 23), time(9, 30)), "samedi 23 avril 2022, 9 h 30"),
        ((date(2022, 4, 23), time(9), None, time(12, 5)), "samedi 23 avril 2022, 9 h – 12 h 05"),
        ((date(2026, 5, 1),), "vendredi 1er mai 2026"),
        ((date(2018, 11, 8), None, date(2018, 11, 9)), "du 8 au 9 novembre 2018"),
        ((date(2018, 10, 31), None, date(2018, 11, 2)), "du 31 octobre au 2 novembre 2018"),
        ((date(2018, 12, 31), None, date(2019, 1, 1)), "du 31 décembre 2018 au 1er janvier 2019"),
        ((date(2018, 11, 8), None, date(2018, 11, 8)), "jeudi 8 novembre 2018"),
    ],
)
def test_dates_are_said_in_french(typed, said):
    assert say_dates(*typed).replace("\xa0", " ") == said


def test_a_time_never_breaks_at_the_end_of_a_line():
    assert say_time(time(18, 30)) == "18\xa0h\xa030"


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_date_that_no_calendar_holds_is_refused(day):
    with pytest.raises(ValidationError, match="année"):
        validate_civil_date(day)
