"""An appeal: who calls, from where, until when, and what came of it."""

from datetime import date, time

import pytest
import time_machine

from appeals.models import AppealPage, AppealTown
from tests.cards import titles_of
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
    titles = titles_of(client.get("/appels/"))
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


# --- When, where it takes place ---------------------------------------------------------------

SATURDAY = date(2026, 12, 5)


def call(title="Rassemblement", **fields):
    fields.setdefault("dates", [{"start_date": SATURDAY, "start_time": time(14)}])
    return "call", {"title": title, **fields}


def html_of(client, appeal):
    return client.get(appeal.url).content.decode().replace("\xa0", " ")


def test_eleven_towns_on_one_day_are_all_there_under_that_day(client):
    towns = [make_place(f"Ville {number}") for number in range(11)]
    calls = [call(f"Rassemblement {town}", place=town, venue="devant la préfecture") for town in towns]
    past = call("Déjà fait", dates=[{"start_date": date(2026, 1, 1)}])
    html = html_of(client, make_appeal(calls=[*calls, past], adopted_by="la coordination"))
    days, _rest = html.split("Qui appelle")
    assert days.count("Samedi 5 décembre 2026") == 1 and "Déjà fait" not in days
    assert all(f"devant la préfecture, {town.name}" in days for town in towns)
    assert html.index("Prochaines actions") < html.index("Qui appelle")


def test_an_hour_that_nobody_gave_is_not_said_to_last_all_day(client):
    html = html_of(client, make_appeal(calls=[call(dates=[{"start_date": SATURDAY}])]))
    assert "oute la journée" not in html


@pytest.mark.parametrize(
    ("country", "fields", "is_refused"),
    [
        ("US", {}, True),
        ("BR", {}, True),
        ("US", {"zone": "America/Chicago"}, False),
        ("US", {"dates": [{"start_date": SATURDAY}]}, False),
        ("US", {"dates": [{"start_date": SATURDAY, "start_time": time(14), "precision": "month"}]}, False),
        ("GR", {}, False),
    ],
)
@pytest.mark.parametrize("is_of_call", [True, False])
def test_an_hour_in_a_country_of_several_hours_has_to_say_which(country, fields, is_refused, is_of_call):
    abroad = make_place("Là-bas", country=country)
    asked = call("Marcher", **fields, **({"place": abroad} if is_of_call else {}))
    appeal = make_appeal(publish=False, place=None if is_of_call else abroad, calls=[asked])
    assert appeal.publication_errors().keys() == ({"calls"} if is_refused else set())
    if is_refused:
        assert "«\xa0Marcher\xa0»\xa0: ce pays vit à plusieurs heures" in appeal.publication_errors()["calls"]


def test_a_call_abroad_is_at_the_hour_that_it_says(client):
    chicago = make_place("Chicago", country="US")
    appeal = make_appeal(calls=[call(place=chicago, zone="America/Chicago")])
    assert [one.start.isoformat() for one in appeal.dates(SATURDAY)] == ["2026-12-05T14:00:00-06:00"]
    assert html_of(client, appeal).count("(heure de Chicago)") == 2
    assert "heure de" not in html_of(client, make_appeal("Ici", calls=[call(place=make_place("Liège", country="BE"))]))
