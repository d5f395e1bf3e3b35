"""An appeal: who calls, from where, until when, and what came of it."""

from datetime import date

import pytest
import time_machine

from appeals.models import AppealPage, AppealTown
from tests.factories import make_appeal, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-20 12:00+01:00", tick=False):
        yield


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, True),
        ({"deadline": date(2026, 11, 20)}, True),
        ({"deadline": date(2026, 11, 19)}, False),
        ({"deadline": date(2026, 12, 1), "outcome": "<p>Dix projets retenus.</p>"}, False),
    ],
)
def test_open_until_the_evening_of_its_deadline_or_its_outcome(fields, is_open):
    appeal = make_appeal(**fields)
    assert AppealPage.objects.open().exists() is is_open
    assert appeal.is_closed is not is_open


def test_lists_put_the_nearest_deadline_first_and_the_closed_last(client):
    make_appeal("Clos", deadline=date(2026, 1, 1), adopted_on=date(2026, 11, 1))
    make_appeal("Sans limite", adopted_on=date(2026, 3, 1))
    make_appeal("Bientôt", deadline=date(2026, 12, 1))
    make_appeal("Plus tard", deadline=date(2027, 2, 1))
    titles = [content.title for content in client.get("/appels/").context["contents"]]
    assert titles == ["Bientôt", "Plus tard", "Sans limite", "Clos"]


def test_its_towns_its_people_and_what_came_of_it_are_shown(client):
    appeal = make_appeal(
        publish=False,
        adopted_on=date(2018, 9, 22),
        adopted_until=date(2018, 9, 23),
        people_count=60,
        outcome="<p>Des assemblées se tiennent encore.</p>",
    )
    appeal.towns = [AppealTown(place=make_place(name)) for name in ("Nancy", "Gap")]
    appeal.save_revision().publish()
    html = client.get(appeal.url).content.decode().replace("\xa0", " ")
    for said in ("22 au 23 septembre 2018", "60", "Nancy", "Gap", "Des assemblées se tiennent encore."):
        assert said in html


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"adopted_until": date(2018, 9, 23)}, "adopted_on"),
        ({"adopted_on": date(2018, 9, 23), "adopted_until": date(2018, 9, 22)}, "adopted_until"),
        ({"adopted_on": date(2018, 9, 22)}, None),
    ],
)
def test_what_forbids_publication(fields, wrong):
    assert set(make_appeal(publish=False, **fields).publication_errors()) == ({wrong} if wrong else set())
