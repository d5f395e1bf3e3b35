"""Until when a page that nobody changes says what is true."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from core.page_cache.moments import next_change
from tests.factories import make_event

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=PARIS)

pytestmark = pytest.mark.django_db


def at(hour, minute=0, day=22, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        (NOW, at(0, day=23)),
        (at(0, day=23), at(0, day=24)),
        (at(23, 59), at(0, day=23)),
        (datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC")), at(0, day=24)),
        (at(12, day=25, month=10), at(0, day=26, month=10)),  # a day of twenty-five hours
    ],
)
def test_at_midnight_where_the_site_is(now, midnight):
    assert next_change(now) == midnight


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"start_date": TODAY, "start_time": time(18, 30), "end_time": time(20)}, at(18, 30)),
        ({"start_date": TODAY, "start_time": time(9), "end_time": time(14)}, at(14)),
        (
            {
                "start_date": date(2026, 11, 20),
                "end_date": date(2026, 11, 22),
                "start_time": time(9),
                "end_time": time(17),
            },
            at(17),
        ),
        ({"start_date": TODAY, "start_time": time(8), "end_time": time(9)}, at(0, day=23)),
        ({"start_date": date(2026, 11, 23), "start_time": time(8), "end_time": time(9)}, at(0, day=23)),
    ],
)
def test_when_a_date_begins_or_is_over(fields, moment):
    make_event(**fields)
    assert next_change(NOW) == moment


def test_where_it_takes_place():
    """Nine in the evening in Montréal is three in the morning in Paris: of the twenty-second, there."""
    make_event(start_date=date(2026, 11, 21), start_time=time(21), end_time=time(22), zone="America/Toronto")
    assert next_change(at(1)) == at(3)
    assert next_change(at(3)) == at(4)
