"""The agenda holds the dates of whatever is dated, when it is published and only then."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from agenda.models import EventPage, Occurrence
from agenda.rewriting import rewrite
from tests.factories import make_appeal, make_event, make_place

pytestmark = pytest.mark.django_db


def test_a_published_event_has_its_date():
    make_event(start_date=date(2026, 12, 5), start_time=time(18, 30), place=make_place("Nancy"))
    occurrence = Occurrence.objects.get()
    assert occurrence.start.isoformat() == "2026-12-05T17:30:00+00:00"
    assert occurrence.place.name == "Nancy"


def test_a_draft_has_none():
    make_event(publish=False)
    assert not Occurrence.objects.exists()


def test_publishing_again_replaces_the_date():
    event = make_event(start_date=date(2026, 12, 5))
    event.start_date = date(2027, 1, 9)
    event.save_revision().publish()
    assert [occurrence.start.date() for occurrence in Occurrence.objects.all()] == [date(2027, 1, 8)]  # UTC


@pytest.mark.parametrize("gesture", [lambda page: page.unpublish(), lambda page: page.delete()])
def test_what_is_withdrawn_leaves_the_agenda(gesture):
    gesture(make_event())
    assert not Occurrence.objects.exists()


def call(title, *dates, place=None):
    return ("call", {"title": title, "place": place, "dates": list(dates)})


def make_appeal_with_calls():
    return make_appeal(
        calls=[
            call("Cortège dans toutes les villes", {"start_date": date(2018, 10, 9)}),
            call(
                "Rassemblement aux Assises",
                {"start_date": date(2018, 11, 8), "end_date": date(2018, 11, 9)},
                {"start_date": date(2018, 11, 8), "start_time": time(19)},
                place=make_place("Nantes"),
            ),
            call("Devant les conseils départementaux", {"start_date": date(2018, 12, 1), "precision": "month"}),
            call("Continuer la grève", {"start_date": date(2018, 10, 10), "precision": "from"}),
            call("Se rencontrer"),
        ],
    )


def test_the_calls_of_an_appeal_are_in_the_agenda_where_the_day_is_known():
    make_appeal_with_calls()
    assert [(o.title, o.place and o.place.name, o.all_day) for o in Occurrence.objects.all()] == [
        ("Cortège dans toutes les villes", None, True),
        ("Rassemblement aux Assises", "Nantes", True),
        ("Rassemblement aux Assises", "Nantes", False),
    ]


def test_dates_of_a_call_are_said_as_one_says_them():
    appeal = make_appeal_with_calls()
    said = [str(day).replace("\xa0", " ") for action in appeal.calls_to_action for day in action["dates"]]
    assert said == [
        "mardi 9 octobre 2018",
        "du 8 au 9 novembre 2018",
        "jeudi 8 novembre 2018, 19 h",
        "décembre 2018",
        "à partir du 10 octobre 2018",
    ]


def test_an_appeal_is_found_by_the_years_of_its_calls():
    appeal = make_appeal_with_calls()
    assert (appeal.first_year, appeal.last_year) == (2018, 2018)


@time_machine.travel("2026-12-05 20:00:00+01:00")
@pytest.mark.parametrize(
    ("dates", "upcoming"),
    [
        ({"start_date": date(2026, 12, 6)}, True),
        ({"start_date": date(2026, 12, 5)}, True),
        ({"start_date": date(2026, 12, 5), "start_time": time(18)}, True),  # nobody said when it ends
        ({"start_date": date(2026, 12, 5), "start_time": time(18), "end_time": time(19)}, False),
        ({"start_date": date(2026, 12, 1), "end_date": date(2026, 12, 5)}, True),
        ({"start_date": date(2026, 12, 4)}, False),
        ({"start_date": date(2026, 12, 4), "start_time": time(23)}, False),
        ({"start_date": date(2026, 12, 4), "start_time": time(22), "end_time": time(2)}, False),
    ],
)
def test_what_is_to_come(dates, upcoming):
    make_event(**dates)
    assert Occurrence.objects.upcoming().exists() is upcoming
    assert Occurrence.objects.past().exists() is not upcoming


def test_a_cancelled_event_stays_and_says_so(client):
    with time_machine.travel("2026-11-20", tick=False):
        event = make_event(
            "Grand débat", state=EventPage.State.CANCELLED, state_reason="La salle est fermée.", place=make_place()
        )
        assert Occurrence.objects.get().is_cancelled
        for address in (event.url, "/agenda/"):
            html = client.get(address).content.decode()
            assert "Grand débat" in html
            assert "annulé" in html.lower()


def test_past_dates_are_in_the_archive_only(client):
    with time_machine.travel("2026-11-20", tick=False):
        make_event("Le débat d’hier", start_date=date(2026, 11, 19))
        assert "Le débat d’hier" not in client.get("/agenda/").content.decode()
        assert "Le débat d’hier" in client.get("/agenda/archives/").content.decode()


def test_an_event_scheduled_for_later_has_no_date_yet():
    event = make_event(publish=False)
    event.go_live_at = timezone.now() + timedelta(days=3)
    event.save_revision().publish()
    assert not Occurrence.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        call_command("publish_scheduled")
    assert Occurrence.objects.count() == 1


def test_an_alias_adds_no_second_date():
    event = make_event()
    event.create_alias(parent=event.get_parent(), update_slug="le-meme")
    event.save_revision().publish()
    assert Occurrence.objects.count() == 1


@pytest.mark.parametrize(("asked", "found"), [("Lyon", True), ("Paris", False)])
def test_the_agenda_is_filtered_by_the_place_of_each_date(client, asked, found):
    places = {"Lyon": make_place("Lyon"), "Paris": make_place("Paris")}
    with time_machine.travel("2026-11-20", tick=False):
        make_appeal(
            place=places["Paris"], calls=[call("Marcher", {"start_date": date(2026, 12, 1)}, place=places["Lyon"])]
        )
        html = client.get("/agenda/", {"lieu": places[asked].code}).content.decode()
    assert ("Marcher" in html) is found


def test_whoever_writes_last_writes_what_is_published_then():
    """The nightly command may have read a page long before its turn comes."""
    event = make_event(start_date=date(2026, 12, 5))
    as_read = EventPage.objects.get(pk=event.pk)
    event.start_date = date(2027, 1, 9)
    event.save_revision().publish()
    rewrite(as_read)
    assert [occurrence.day for occurrence in Occurrence.objects.all()] == [date(2027, 1, 9)]
    event.unpublish()
    rewrite(as_read)
    assert not Occurrence.objects.exists()
