"""Copies of seven days, four weeks and no more, but all of the last two days."""

from datetime import UTC, datetime, timedelta

import pytest

from core.backup.retention import kept, moment_of, name_of

NOW = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
NIGHTS = [NOW - timedelta(days=number) for number in range(400)]


def days_back(moments):
    return sorted((NOW - moment).days for moment in moments)


def test_a_month_of_nights_leaves_days_then_weeks():
    # The 22nd of November 2026 is a Sunday: the last night of its week.
    assert days_back(kept(NIGHTS, days=7, weeks=4, months=0)) == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21]


def test_months_are_kept_when_asked():
    assert days_back(kept(NIGHTS, days=1, weeks=0, months=3)) == [0, 1, 2, 22, 53]


def test_all_of_the_last_two_days_is_kept():
    hours = [NOW - timedelta(hours=number) for number in range(100)]
    chosen = kept(hours, days=1, weeks=0, months=0)
    assert len(chosen) == 49 and NOW in chosen


def test_the_only_copy_is_kept_however_old():
    assert kept([NIGHTS[300]], days=0, weeks=0, months=0) == {NIGHTS[300]}


def test_a_name_says_when():
    assert name_of(NOW) == "nebuleuses-20261122T033000Z.tar"
    assert moment_of(name_of(NOW)) == NOW


@pytest.mark.parametrize(
    "name",
    ["nebuleuses-20261122T033000Z.tar.part", "nebuleuses-20269922T033000Z.tar", "x.tar", ".nebuleuses-abc", "20261122"],
)
def test_what_is_no_copy_has_no_moment(name):
    assert moment_of(name) is None
