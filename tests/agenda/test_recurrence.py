"""What repeats, as people say it: the days it gives, and the words for it."""

from datetime import date, time

import pytest

from agenda.recurrence import LAST, MONTHLY_DATE, MONTHLY_WEEKDAY, WEEKLY, YEARLY, Rule
from agenda.schedule import Added, Change, Pause, Schedule, Slot
from agenda.wording import say_schedule
from tests.agenda.conftest import plain

PARIS = "Europe/Paris"
THURSDAY = date(2026, 11, 12)  # the 2nd of November
FAR = date(2029, 1, 1)

#: first day, rule, words, the first days.
RULES = [
    (THURSDAY, Rule(WEEKLY), "chaque jeudi", ["2026-11-12", "2026-11-19", "2026-11-26"]),
    (THURSDAY, Rule(WEEKLY, 2), "un jeudi sur deux", ["2026-11-12", "2026-11-26", "2026-12-10"]),
    (THURSDAY, Rule(WEEKLY, 3), "le jeudi, toutes les 3 semaines", ["2026-11-12", "2026-12-03"]),
    (THURSDAY, Rule(WEEKLY, 1, (0, 3)), "le lundi et le jeudi", ["2026-11-12", "2026-11-16", "2026-11-19"]),
    (
        THURSDAY,
        Rule(WEEKLY, 2, (0, 3)),
        "le lundi et le jeudi, une semaine sur deux",
        ["2026-11-12", "2026-11-23", "2026-11-26"],
    ),
    (THURSDAY, Rule(WEEKLY, 1, tuple(range(7))), "tous les jours", ["2026-11-12", "2026-11-13"]),
    (THURSDAY, Rule(MONTHLY_DATE), "le 12 de chaque mois", ["2026-11-12", "2026-12-12", "2027-01-12"]),
    (date(2026, 12, 1), Rule(MONTHLY_DATE), "le 1er de chaque mois", ["2026-12-01", "2027-01-01"]),
    (date(2026, 10, 31), Rule(MONTHLY_DATE), "le 31 de chaque mois", ["2026-10-31", "2026-12-31", "2027-01-31"]),
    (THURSDAY, Rule(MONTHLY_WEEKDAY), "le 2e jeudi de chaque mois", ["2026-11-12", "2026-12-10", "2027-01-14"]),
    (
        THURSDAY,
        Rule(MONTHLY_WEEKDAY, 1, (), (2, 4)),
        "le 2e et le 4e jeudi de chaque mois",
        ["2026-11-12", "2026-11-26", "2026-12-10"],
    ),
    (
        date(2026, 11, 28),
        Rule(MONTHLY_WEEKDAY, 1, (), (LAST,)),
        "le dernier samedi de chaque mois",
        ["2026-11-28", "2026-12-26", "2027-01-30"],
    ),
    (
        date(2026, 11, 7),
        Rule(MONTHLY_WEEKDAY, 2),
        "le 1er samedi, un mois sur deux",
        ["2026-11-07", "2027-01-02", "2027-03-06"],
    ),
    (date(2026, 9, 29), Rule(MONTHLY_WEEKDAY), "le dernier mardi de chaque mois", ["2026-09-29", "2026-10-27"]),
    (date(2026, 10, 10), Rule(YEARLY), "chaque année, le 10 octobre", ["2026-10-10", "2027-10-10"]),
    (date(2024, 2, 29), Rule(YEARLY), "chaque année, le 29 février", ["2024-02-29", "2028-02-29"]),
    (
        date(2026, 10, 10),
        Rule(YEARLY, 2, (), (2,)),
        "tous les 2 ans, le 2e samedi d’octobre",
        ["2026-10-10", "2028-10-14"],
    ),
]


@pytest.mark.parametrize(("first", "rule", "words", "days"), RULES, ids=[rule[2] for rule in RULES])
def test_a_rule_gives_days_and_is_said_as_one_says_it(first, rule, words, days):
    assert [day.isoformat() for day in rule.days(first, FAR)][: len(days)] == days
    assert plain(say_schedule(Schedule(Slot(first), PARIS, rule))) == words


def balint(**changes):
    rule = Rule(WEEKLY, 2, months_off=(8,), until=date(2027, 6, 24))
    return Schedule(Slot(THURSDAY, time(18, 30), end_hour=time(20)), PARIS, rule, **changes)


def test_the_end_and_what_is_left_out_are_said():
    schedule = balint(
        pauses=(
            Pause(date(2026, 12, 19), date(2027, 1, 4), "les vacances de Noël"),
            Pause(date(2027, 4, 1), date(2027, 4, 15)),
            Pause(date(2030, 1, 1), date(2030, 2, 1), "rien"),
        )
    )
    assert plain(say_schedule(schedule)) == (
        "un jeudi sur deux à 18 h 30, jusqu’au 24 juin 2027, sauf en août, pendant les vacances de Noël "
        "et du 1er au 15 avril 2027"
    )
    assert plain(say_schedule(Schedule(Slot(THURSDAY), PARIS, Rule(WEEKLY, times=6)))) == "chaque jeudi, 6 fois"


def test_an_hour_stays_the_same_over_both_changes_of_hour():
    hours = {date.start.strftime("%H:%M%z") for date in balint().dates(FAR)}
    assert hours == {"18:30+0100", "18:30+0200"}
    montreal = Schedule(Slot(date(2026, 10, 29), time(18, 30)), "America/Toronto", Rule(WEEKLY, times=2))
    assert [date.start.isoformat() for date in montreal.dates(FAR)] == [
        "2026-10-29T18:30:00-04:00",
        "2026-11-05T18:30:00-05:00",
    ]


def test_one_date_is_cancelled_moved_or_annotated_without_touching_the_others():
    moved, cancelled, noted = date(2026, 11, 26), date(2026, 12, 10), date(2026, 12, 24)
    schedule = balint(
        changes={
            moved: Change(to=Slot(date(2026, 11, 27), time(19)), note="La salle est prise."),
            cancelled: Change(cancelled=True, note="Grève."),
            noted: Change(note="Avec un repas."),
        }
    )
    first, second, third, fourth = schedule.dates(date(2027, 1, 1))
    assert (first.start.isoformat(), first.state) == ("2026-11-12T18:30:00+01:00", "confirmed")
    assert (second.start.isoformat(), second.original.isoformat()) == (
        "2026-11-27T19:00:00+01:00",
        "2026-11-26T18:30:00+01:00",
    )
    assert (third.state, third.note) == ("cancelled", "Grève.")
    assert (fourth.state, fourth.note) == ("confirmed", "Avec un repas.")
    assert schedule.strays() == ([], [])


def test_what_no_longer_touches_a_date_is_named():
    pause = Pause(date(2026, 12, 1), date(2026, 12, 31), "décembre")
    gone = Pause(date(2028, 1, 1), date(2028, 1, 31))
    changes = dict.fromkeys([date(2026, 11, 13), date(2026, 11, 26), date(2026, 12, 10)], Change(cancelled=True))
    assert balint(changes=changes, pauses=(pause, gone)).strays() == ([date(2026, 11, 13), date(2026, 12, 10)], [gone])


def test_irregular_dates_are_a_plain_list():
    added = tuple(
        Added(Slot(date(2027, month, 5), time(9)), key=str(month), label=f"Séance {month}") for month in (3, 1, 2)
    )
    dates = Schedule(Slot(date(2026, 12, 5), time(9)), PARIS, added=added).dates(FAR)
    assert [(date.start.date().isoformat(), date.label) for date in dates] == [
        ("2026-12-05", ""),
        ("2027-01-05", "Séance 1"),
        ("2027-02-05", "Séance 2"),
        ("2027-03-05", "Séance 3"),
    ]


def test_a_rule_of_more_than_a_thousand_dates_gives_the_last_ones():
    daily = Schedule(Slot(date(2020, 1, 1)), PARIS, Rule(WEEKLY, weekdays=tuple(range(7))))
    dates = daily.dates(date(2028, 5, 1))
    assert len(dates) == 1000
    assert dates[-1].start.date() == date(2028, 4, 30)
