"""The page of a rendezvous: each of its dates says where, when and why, on the page and to machines."""

import json
import re
from datetime import date, time

import pytest
import time_machine
from wagtail.models import Site

from agenda.models import CalendarEntry, EventPage
from agenda.schedule import Schedule
from tests.factories import make_event, make_place

pytestmark = pytest.mark.django_db

NOW = "2026-11-21 10:00:00+01:00"
THURSDAY, NEXT = date(2026, 11, 26), date(2026, 12, 3)
MOVED = {"day": THURSDAY, "to_day": THURSDAY}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def weekly(**fields):
    return {"start_date": THURSDAY, "start_time": time(18, 30), "repeats": "weekly", "repeats_times": 3, **fields}


def html_of(client, event):
    return client.get(event.url).content.decode().replace("\xa0", " ")


def lines(client, event):
    """The text of each date that the page lists."""
    found = re.search(r'<ul class="dates">(.*?)</ul>', html_of(client, event), re.DOTALL)[1]
    return [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in found.split("</li>")[:-1]]


def told(client, event):
    """The Event that the page tells machines."""
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html_of(client, event), re.DOTALL)
    nodes = [node for script in scripts for node in json.loads(script)["@graph"]]
    return next(node for node in nodes if node["@type"] == "Event")


# --- Where ------------------------------------------------------------------------------------


def test_a_date_elsewhere_says_where_and_the_others_do_not_repeat_it(client):
    gap = make_place("Gap")
    event = make_event(
        place=make_place("Nancy"),
        venue="Salle 3",
        **weekly(
            exceptions=[
                ("moved", MOVED | {"place": gap, "venue": "La Fabrique"}),
                ("moved", {"day": NEXT, "to_day": NEXT, "venue": "Salle 4"}),
            ]
        ),
    )
    elsewhere, other_room, usual = lines(client, event)
    assert elsewhere.endswith("La Fabrique, Gap")
    assert other_room.endswith("Salle 4, Nancy")
    assert "Nancy" not in usual and "Salle" not in usual


def test_lists_say_the_room_and_the_town(client):
    make_event(start_date=THURSDAY, venue="Salle 3", place=make_place("Nancy"))
    assert "<span>Salle 3, Nancy</span>" in client.get("/agenda/").content.decode()


# --- Why --------------------------------------------------------------------------------------


@pytest.mark.parametrize("fields", [{"start_date": THURSDAY}, weekly()])
def test_the_reason_is_in_lists_in_print_and_in_calendars_and_once_on_the_page(client, fields):
    event = make_event("Débat", state="cancelled", state_reason="La salle a brûlé.", **fields)
    for address in ("/agenda/", "/agenda/imprimer/"):
        assert "La salle a brûlé." in client.get(address).content.decode(), address
    assert "La salle a brûlé." in CalendarEntry.objects.get().text.replace("\r\n ", "")
    assert CalendarEntry.objects.get().text.count("BEGIN:VEVENT") == 1
    assert html_of(client, event).count("La salle a brûlé.") == 1


def test_a_date_keeps_its_own_word_in_what_is_cancelled():
    said = [("noted", {"day": THURSDAY, "note": "On se retrouve quand même au café."})]
    event = EventPage(title="Un", **weekly(state="cancelled", state_reason="Travaux.", exceptions=said))
    assert [one.note for one in event.known_dates] == ["On se retrouve quand même au café.", "Travaux.", "Travaux."]
    event.state = "confirmed"
    assert [one.note for one in event.known_dates] == ["On se retrouve quand même au café.", "", ""]


# --- To machines ------------------------------------------------------------------------------


def status(node):
    return node["eventStatus"].rpartition("/")[2]


def test_machines_are_told_of_the_next_date_that_takes_place(client):
    event = make_event(**weekly(exceptions=[("cancelled", {"day": THURSDAY, "note": "Grève."})]))
    node = told(client, event)
    assert (node["startDate"], status(node)) == ("2026-12-03T18:30:00+01:00", "EventScheduled")
    assert "previousStartDate" not in node


def test_a_date_that_is_moved_says_from_when_and_to_where(client):
    moved = {"day": THURSDAY, "to_day": date(2026, 11, 27), "hour": time(20), "place": make_place("Gap")}
    event = make_event(place=make_place("Nancy"), venue="Salle 3", **weekly(exceptions=[("moved", moved)]))
    node = told(client, event)
    assert (node["startDate"], node["previousStartDate"], status(node)) == (
        "2026-11-27T20:00:00+01:00",
        "2026-11-26T18:30:00+01:00",
        "EventRescheduled",
    )
    assert [where["name"] for where in node["location"]] == ["Gap"]
    assert node["location"][0].get("containedInPlace") is None


@pytest.mark.parametrize(
    ("fields", "start", "said"),
    [
        (weekly(state="cancelled", state_reason="Non."), "2026-11-26T18:30:00+01:00", "EventCancelled"),
        ({"start_date": THURSDAY, "state": "postponed", "state_reason": "Non."}, "2026-11-26", "EventPostponed"),
        (
            weekly(repeats_times=1, exceptions=[("cancelled", {"day": THURSDAY, "note": "Non."})]),
            "2026-11-26T18:30:00+01:00",
            "EventCancelled",
        ),
        (
            weekly(start_time=None, exceptions=[("moved", {"day": THURSDAY, "to_day": NEXT})], repeats_times=1),
            "2026-12-03",
            "EventRescheduled",
        ),
        (weekly(start_date=date(2029, 1, 4)), "2029-01-04T18:30:00+01:00", "EventScheduled"),
    ],
)
def test_what_machines_are_told_of_one_date_agrees(client, fields, start, said):
    node = told(client, make_event(**fields))
    assert (node["startDate"], status(node)) == (start, said)


def test_a_meeting_online_moved_into_a_room_takes_place_in_both(client):
    event = make_event(
        online_url="https://exemple.org/salon",
        **weekly(exceptions=[("moved", MOVED | {"place": make_place("Gap")})]),
    )
    node = told(client, event)
    assert node["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert [where["@type"] for where in node["location"]] == ["Place", "VirtualLocation"]


# --- When -------------------------------------------------------------------------------------


def test_its_dates_are_counted_once_for_a_page_and_again_for_what_changes(client, monkeypatch):
    event = make_event(**weekly())
    asked, count = [], Schedule.dates
    monkeypatch.setattr(Schedule, "dates", lambda self, *args, **said: asked.append(1) or count(self, *args, **said))
    assert client.get(event.url).status_code == 200
    assert len(asked) == 1
    for name, value, number in [("repeats_times", 5, 5), ("repeats", "", 1), ("start_date", None, 0)]:
        setattr(event, name, value)
        assert len(event.known_dates) == number
    event.start_date, event.venue = THURSDAY, "Salle 9"
    assert event.known_dates[0].venue == "Salle 9"
    event.known_dates.clear()
    assert event.known_dates


def test_what_begins_beyond_the_horizon_says_its_first_date_and_offers_no_file(client):
    event = make_event(**weekly(start_date=date(2029, 1, 4)))
    html = html_of(client, event)
    assert "Plus aucune date" not in html and "Jeudi 4 janvier 2029" in html
    assert "Ajouter à mon agenda" not in html
    assert "Ajouter à mon agenda" in html_of(client, make_event("Un autre", **weekly()))


def test_what_is_over_says_so(client):
    html = html_of(client, make_event(**weekly(start_date=date(2026, 9, 3))))
    assert "Ce rendez-vous a eu lieu." in html and "Ajouter à mon agenda" not in html


@pytest.mark.parametrize(
    ("now", "said"),
    [("2026-11-27 01:00:00+01:00", "jusqu’à 2 h"), ("2026-11-26 23:00:00+01:00", "22 h")],
)
def test_a_night_ends_at_an_hour_and_not_the_day_before(client, now, said):
    make_event(start_date=THURSDAY, start_time=time(22), end_time=time(2))
    with time_machine.travel(now, tick=False):
        html = client.get("/agenda/").content.decode().replace("\xa0", " ")
    assert said in html and "jusqu’au 26" not in html


def test_an_hour_from_elsewhere_is_said_in_french(client):
    event = make_event(start_date=THURSDAY, start_time=time(18, 30), place=make_place("Le Caire", country="EG"))
    assert "heure du Caire" in html_of(client, event)
    assert "18 h 30 (heure du Caire)" in client.get("/agenda/").content.decode().replace("\xa0", " ")


def test_to_follow_no_more_one_removes_the_calendar_by_its_name(client):
    Site.objects.update(site_name="Les Constellations")
    Site.clear_site_root_paths_cache()
    html = client.get("/agenda/abonnement/").content.decode().replace("&nbsp;", "\xa0")
    assert "Supprimez l’agenda «\xa0Les Constellations – Agenda\xa0»" in html
