"""The figures: by month, in the hours of the site, without what will not stay."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contributions import gestures
from contributions.desk.chart import Chart
from contributions.desk.figures import Figures, figures
from contributions.follow_up import withdraw
from contributions.models import Act, Contribution
from contributions.retention import purge
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from tests.contributions.conftest import make_contribution
from tests.factories import make_member

pytestmark = pytest.mark.django_db

FIGURES = "/admin/contributions/chiffres/"
TODAY = date(2026, 11, 18)


def make_decided(received, decided, verb="accepted", **fields):
    """Something received at a moment (str, UTC) and decided at another one."""
    with time_machine.travel(received, tick=False) as present:
        contribution = make_contribution(state=verb, **fields)
        present.move_to(decided)
        Act.objects.create(contribution=contribution, verb=verb)
    return contribution


def of(month, day=TODAY):
    """(received, accepted, declined, days) of a month (« 2026-11 »)."""
    found = {f"{one.month:%Y-%m}": one for one in figures(day)[0]}[month]
    return found.received, found.accepted, found.declined, found.days


@pytest.mark.parametrize(("group", "status"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200), (None, 302)])
def test_only_moderators_see_them(client, group, status):
    client.force_login(make_member("quelqu-un", group))
    assert client.get(FIGURES).status_code == status


def test_the_last_twelve_months_are_there_with_zeros():
    months, total = figures(TODAY)
    assert [f"{one.month:%Y-%m}" for one in (months[0], months[-1])] == ["2025-12", "2026-11"] and len(months) == 12
    assert {(one.received, one.accepted, one.declined, one.days) for one in [*months, total]} == {(0, 0, 0, None)}


def test_what_comes_counts_when_it_comes_and_a_decision_when_it_is_taken():
    make_decided("2026-09-29 12:00", "2026-10-02 12:00")
    make_decided("2026-10-01 12:00", "2026-10-02 12:00", "declined")
    make_decided("2026-10-01 12:00", "2026-10-11 12:00", "declined")
    assert of("2026-09") == (1, 0, 0, None)
    assert of("2026-10") == (2, 1, 2, 3.0)
    assert figures(TODAY)[1] == Figures(None, 3, 1, 2, 3.0)


def test_the_gestures_of_the_desk_are_what_is_counted(sacha, client):
    with time_machine.travel("2026-11-01 12:00", tick=False) as present:
        first, second = make_contribution(), make_contribution()
        present.move_to("2026-11-03 12:00")
        gestures.accept(first, sacha)
        present.move_to("2026-11-05 12:00")
        gestures.decline(second, sacha, "Non.")
    assert of("2026-11") == (2, 1, 1, 3.0)


def test_what_is_erased_is_still_counted():
    contribution = make_decided("2026-05-01 12:00", "2026-05-03 12:00", "declined")
    purge()
    contribution.refresh_from_db()
    assert contribution.erased_at and of("2026-05") == (1, 0, 1, 2.0)


def test_what_is_unwanted_taken_back_or_to_be_checked_is_not_counted():
    with time_machine.travel("2026-11-02 12:00", tick=False):
        make_contribution(state="spam")
        make_contribution(is_doubtful=True)
        withdraw(make_contribution())
    make_decided("2026-11-02 12:00", "2026-11-03 12:00", is_doubtful=True)
    assert of("2026-11") == (1, 1, 0, 1.0)


@pytest.mark.parametrize(
    ("received", "decided", "month", "days"),
    [
        ("2026-10-31 22:30+00:00", "2026-10-31 22:45+00:00", "2026-10", 0),  # 23:30 in Paris
        ("2026-10-31 23:30+00:00", "2026-10-31 23:45+00:00", "2026-11", 0),  # 0:30, the month after
        ("2026-06-30 21:30+00:00", "2026-06-30 21:45+00:00", "2026-06", 0),
        ("2026-06-30 22:30+00:00", "2026-06-30 22:45+00:00", "2026-07", 0),  # in summer, two hours
        ("2026-03-28 12:00+00:00", "2026-03-29 12:00+00:00", "2026-03", 1),  # a day of 23 hours between
        ("2025-11-30 23:30+00:00", "2025-12-01 00:30+00:00", "2025-12", 0),  # the first minutes that are shown
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Montreal"])
def test_months_are_those_of_the_site(received, decided, month, days, zone):
    make_decided(received, decided)
    with timezone.override(zone):
        assert of(month) == (1, 1, 0, pytest.approx(days, abs=0.05))
        assert figures(TODAY)[1].received == 1


def test_what_is_too_old_is_left_out():
    make_decided("2025-11-30 22:30+00:00", "2025-11-30 22:45+00:00")
    make_decided("2025-11-20 12:00", "2025-12-10 12:00")
    assert of("2025-12") == (0, 1, 0, 20.0) and figures(TODAY)[1].received == 0


@pytest.mark.parametrize(
    ("days", "said"), [(None, "–"), (0.2, "moins d’un jour"), (0.9, "1 jour"), (3.4, "3 jours"), (41, "41 jours")]
)
def test_days_are_said(days, said):
    assert Figures(None, 0, 0, 0, days).said_days == said


def test_two_queries_are_enough():
    for day in range(1, 9):
        make_decided(f"2026-10-{day:02} 12:00", "2026-11-02 12:00")
    with CaptureQueriesContext(connection) as captured:
        figures(TODAY)
    assert len(captured) == 2


def test_the_screen_shows_the_same_figures_twice_without_a_style_of_its_own(desk):
    make_decided("2026-10-01 12:00", "2026-10-04 12:00")
    with time_machine.travel("2026-11-18 12:00", tick=False):
        desk.force_login(make_member("alix", MODERATION))
        html = desk.get(FIGURES).content.decode()
    row = re.search(r"oct\. 2026</th>(.*?)</tr>", html, re.DOTALL)[1]
    assert re.findall(r"<td>(.*?)</td>", row) == ["1", "1", "0", "3 jours"]
    drawing = html[html.index('<svg class="chart"') :]
    drawing = drawing[: drawing.index("</svg>")]
    assert "style" not in drawing and drawing.count("<rect") == 36 and 'role="img"' in drawing
    assert not re.search(r'"\d+,\d', drawing)
    assert "mois où il est arrivé" in html and "ni les indésirables" in html


@pytest.mark.parametrize(
    ("highest", "marks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (7, [0, 2, 4, 6, 8]),
        (23, [0, 5, 10, 15, 20, 25]),
        (480, [0, 100, 200, 300, 400, 500]),
    ],
)
def test_the_scale_of_the_chart_holds_the_highest_bar(highest, marks):
    chart = Chart([Figures(TODAY, highest, 0, 0, None), Figures(TODAY, 0, 0, highest, None)])
    assert [mark.number for mark in chart.marks] == marks
    longest = max(bar.width for row in chart.rows for bar in row.bars)
    assert chart.label_width + longest <= chart.marks[-1].x < chart.width
    assert chart.rows[-1].bars[-1].y + chart.bar <= chart.height


def test_nothing_but_dates_is_read():
    make_decided("2026-10-01 12:00", "2026-10-04 12:00", answers={"title": "Un secret"}, signature="Ana")
    with CaptureQueriesContext(connection) as captured:
        figures(TODAY)
    assert not [query for query in captured if "answers" in query["sql"] or "signature" in query["sql"]]
    assert Contribution.objects.count() == 1
