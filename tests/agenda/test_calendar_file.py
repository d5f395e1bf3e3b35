"""A date that one adds to one's calendar."""

from datetime import date, time

import pytest
import time_machine
from icalendar import Calendar

from tests.factories import make_appeal, make_event, make_place

pytestmark = pytest.mark.django_db


def events(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


def make_calls():
    return make_appeal(
        "Tenir",
        summary="Un appel ; deux dates.",
        calls=[
            (
                "call",
                {"title": "Grève", "dates": [{"start_date": date(2026, 12, 1)}, {"start_date": date(2026, 12, 8)}]},
            ),
            ("call", {"title": "Assemblée", "dates": [{"start_date": date(2026, 12, 3), "start_time": time(18, 30)}]}),
            ("call", {"title": "Un jour", "dates": [{"start_date": date(2027, 1, 1), "precision": "month"}]}),
        ],
    )


def test_an_appeal_gives_all_its_dates_or_those_of_one_action(client):
    appeal = make_calls()
    assert [str(event["SUMMARY"]) for event in events(client, f"/agenda/{appeal.pk}.ics")] == [
        "Grève",
        "Assemblée",
        "Grève",
    ]
    strike = events(client, f"/agenda/{appeal.pk}.ics?action=Gr%C3%A8ve")
    assert [event["DTSTART"].dt for event in strike] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert {str(event["URL"]) for event in strike} == {f"http://testserver{appeal.url}"}


@time_machine.travel("2026-11-21")
def test_each_action_to_come_leads_to_its_file(client):
    appeal = make_calls()
    html = client.get(appeal.url).content.decode()
    assert html.count(f'href="/agenda/{appeal.pk}.ics?action=') == 2
    assert events(client, f"/agenda/{appeal.pk}.ics?action=Assembl%C3%A9e")[0]["DTSTART"].dt.hour == 18


def test_an_hour_is_said_in_its_zone_and_a_day_ends_at_the_next(client):
    event = make_event(
        start_date=date(2026, 11, 30),
        end_date=date(2026, 12, 1),
        place=make_place("Nancy"),
        state="cancelled",
        state_reason="Salle fermée",
    )
    [found] = events(client, f"/agenda/{event.pk}.ics")
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 2))
    assert (str(found["STATUS"]), str(found["LOCATION"])) == ("CANCELLED", "Nancy")


def test_a_date_keeps_its_identity_when_its_page_is_published_again(client):
    event = make_event(start_date=date(2026, 11, 30))
    [before] = events(client, f"/agenda/{event.pk}.ics")
    event.title = "Autrement dit"
    event.save_revision().publish()
    [after] = events(client, f"/agenda/{event.pk}.ics")
    assert before["UID"] == after["UID"]
    assert str(after["SUMMARY"]) == "Autrement dit"


@pytest.mark.parametrize("query", ["?action=Rien", "?action=%00", "?action=" + "x" * 5000])
def test_an_unknown_action_is_not_found(client, query):
    assert client.get(f"/agenda/{make_calls().pk}.ics{query}").status_code in (200, 404)


def test_a_meeting_that_changes_its_hour_stays_the_same_meeting_and_says_where(client):
    event = make_event(start_date=date(2026, 11, 30), start_time=time(18), place=make_place("Lyon"), venue="Salle 3")
    [before] = events(client, f"/agenda/{event.pk}.ics")
    event.start_time = time(19, 30)
    event.save_revision().publish()
    [after] = events(client, f"/agenda/{event.pk}.ics")
    assert before["UID"] == after["UID"] and before["DTSTART"] != after["DTSTART"]
    assert str(after["LOCATION"]) == "Salle 3, Lyon"


def test_a_draft_has_no_calendar(client):
    event = make_event(start_date=date(2026, 11, 30), publish=False)
    assert client.get(f"/agenda/{event.pk}.ics").status_code == 404
    assert client.get("/agenda/999999.ics").status_code == 404
