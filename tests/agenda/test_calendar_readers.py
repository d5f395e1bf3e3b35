"""The files that calendars are given, as three programs that are not ours read them."""

import json
import shutil
import subprocess
import warnings
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
import time_machine
from icalendar import Calendar, vText
from wagtail.models import PageViewRestriction

from agenda.models import Occurrence
from agenda.rewriting import rewrite
from tests.factories import make_appeal, make_event, make_initiative, make_place

pytestmark = pytest.mark.django_db

PRESENT = datetime(2026, 11, 21, 12, tzinfo=UTC)
#: Both changes of hour are in it, and the horizon is farther.
WINDOW = datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 3, 1, tzinfo=UTC)
READ_BY_ICAL_JS = Path(__file__).parent / "vendor" / "read_calendar.mjs"
OF_EVERY_EVENT = "UID DTSTAMP DTSTART SUMMARY SEQUENCE STATUS LAST-MODIFIED URL DESCRIPTION CATEGORIES".split()


@pytest.fixture(autouse=True)
def present():
    with time_machine.travel(PRESENT, tick=False) as moving:
        yield moving


def moved(day, to_day, **said):
    usual = {"hour": None, "end_hour": None, "place": None, "venue": "", "note": ""}
    return "moved", {"day": day, "to_day": to_day, **usual, **said}


def make_balint(**fields):
    """A group that meets one Thursday out of two, but for everything that may happen to it."""
    values = {
        "start_date": date(2026, 11, 12),
        "start_time": time(18, 30),
        "end_time": time(20),
        "repeats": "weekly",
        "interval": 2,
        "months_off": [8],
        "place": make_place("Nancy"),
        "venue": "Salle 3",
        "exceptions": [
            ("cancelled", {"day": date(2026, 11, 26), "note": "Grève."}),
            moved(date(2026, 12, 10), date(2026, 12, 11), hour=time(19), note="La salle est prise."),
            ("pause", {"first": date(2026, 12, 20), "last": date(2027, 1, 3), "name": "les vacances"}),
            ("noted", {"day": date(2027, 1, 7), "note": "Avec un repas."}),
            moved(date(2027, 2, 4), date(2027, 3, 28), hour=time(2, 30), place=make_place("Metz")),
        ],
        "added_dates": [
            ("date", {"day": date(2027, 8, 5), "hour": time(9), "end_day": None, "end_hour": None, "label": "L’été"})
        ],
    }
    return make_event("Groupe Balint", **(values | fields))


def make_agenda():
    """What an agenda may hold, of each sort (list of pages)."""
    night = {"start_time": time(22), "end_time": time(6)}
    days = [{"start_date": date(2026, 12, 1)}, {"start_date": date(2026, 12, 8), "end_date": date(2026, 12, 9)}]
    hour = {"start_date": date(2027, 3, 1), "start_time": time(18, 30)}
    montreal = make_place("Montréal", "CA", region="Québec", latitude=45.5, longitude=-73.56)
    return [
        make_balint(),
        make_appeal("Tenir", calls=[("call", {"title": "Grève", "dates": [*days, hour]})]),
        make_event("Soirée", start_date=date(2027, 10, 31), start_time=time(18, 30), place=montreal),
        make_event(
            "Les jeudis de Montréal",
            start_date=date(2026, 11, 26),
            start_time=time(23),
            repeats="weekly",
            place=montreal,
        ),
        make_event("Journées", start_date=date(2026, 12, 5), end_date=date(2026, 12, 6), place=make_place("Lyon")),
        make_event("Chantier", start_date=date(2026, 11, 28), end_date=date(2026, 11, 29), repeats="monthly_weekday"),
        make_event("Nuit blanche", start_date=date(2026, 12, 26), repeats="weekly", repeats_times=60, **night),
        make_event(
            "Veille", start_date=date(2026, 12, 31), start_time=time(2, 30), repeats="monthly_date", state="postponed"
        ),
        make_event(
            "Ramadan", start_date=date(2027, 1, 15), start_time=time(20), repeats="weekly", zone="Africa/Casablanca"
        ),
        make_event("Fête", start_date=date(2024, 2, 29), repeats="yearly", repeats_until=date(2029, 1, 1)),
        make_event("Rentrée", start_date=date(2026, 9, 12), repeats="yearly", ranks=[2], start_time=time(14)),
    ]


def fetch(client, address="/agenda.ics", **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response


def read(client, address="/agenda.ics"):
    """The Calendar at an address; nothing in it is passed over or guessed."""
    text = fetch(client, address).content
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        calendar = Calendar.from_ical(text)
    assert [error for component in calendar.walk() for error in component.errors] == []
    return calendar


def events(client, address="/agenda.ics"):
    return read(client, address).walk("VEVENT")


# --- Its form ---------------------------------------------------------------------------------


def test_each_file_is_read_without_a_warning_and_says_all_that_it_should(client):
    for address in ["/agenda.ics", "/agenda.ics?du=2026-12-01", *(f"/agenda/{one.pk}.ics" for one in make_agenda())]:
        calendar = read(client, address)
        assert all(name in calendar for name in ("PRODID", "VERSION", "METHOD", "NAME", "X-WR-CALNAME"))
        for event in calendar.walk("VEVENT"):
            assert [name for name in OF_EVERY_EVENT if name not in event] == []
            assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
            assert str(event["URL"]).startswith("http://testserver/")
        assert_zones_are_told(calendar)


def assert_zones_are_told(calendar):
    named = {
        value.params["TZID"]
        for event in calendar.walk("VEVENT")
        for _name, value in event.property_items()
        if "TZID" in getattr(value, "params", {})
    }
    assert named <= {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}


def test_lines_end_as_they_should_and_are_not_longer_than_seventy_five_octets(client):
    make_agenda()
    make_event("🏳️‍🌈é" * 50, summary="∞" * 320)
    text = fetch(client).content
    assert text.endswith(b"END:VCALENDAR\r\n")
    lines = text.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # raises, should a fold cut a character


def test_what_one_asks_again_says_how_often_and_where(client):
    event = make_event()
    agenda, once = read(client, "/agenda.ics?du=2026-12-01"), read(client, f"/agenda/{event.pk}.ics")
    assert agenda["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert str(agenda["X-PUBLISHED-TTL"]) == "PT12H"
    assert str(agenda["SOURCE"]) == "http://testserver/agenda.ics?du=2026-12-01"
    assert not {"REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE"} & set(once)


def test_a_place_is_where_it_is_and_a_date_elsewhere_says_so(client):
    found = {one["DTSTART"].dt.day: one for one in events(client, f"/agenda/{make_balint().pk}.ics")}
    assert (str(found[12]["LOCATION"]), found[12]["GEO"].to_ical()) == ("Salle 3, Nancy", "48.6844;6.185")
    assert str(found[28]["LOCATION"]) == "Metz"
    approximate = make_event(place=make_place("Lorraine", approximate=True))
    [event] = events(client, f"/agenda/{approximate.pk}.ics")
    assert "GEO" not in event


def test_an_hour_that_a_clock_skips_or_says_twice_is_written_in_utc(client):
    skipped = make_event(start_date=date(2027, 3, 28), start_time=time(2, 30), end_time=time(3))
    twice = make_event(start_date=date(2027, 10, 31), start_time=time(1, 30), end_time=time(2, 30))
    for event, start, end in [
        (skipped, "20270328T013000Z", "20270328T040000"),
        (twice, "20271031T013000", "20271031T003000Z"),
    ]:
        [found] = events(client, f"/agenda/{event.pk}.ics")
        assert (found["DTSTART"].to_ical().decode(), found["DTEND"].to_ical().decode()) == (start, end)


# --- Its dates --------------------------------------------------------------------------------


def shown(content=None):
    """What the site shows in WINDOW, of one content or of all (Counter): uid, start, end, status and summary."""
    states = {
        "confirmed": ("CONFIRMED", ""),
        "cancelled": ("CANCELLED", "Annulé\xa0: "),
        "postponed": ("CANCELLED", "Reporté\xa0: "),
    }
    found = Counter()
    for one in Occurrence.objects.filter(content=content) if content else Occurrence.objects.all():
        start, end = (one.starts.date(), one.ends.date()) if one.all_day else (one.start, one.end or one.start)
        status, said = states[one.state]
        title = one.title.replace("\r\n", "\n")
        found[str(one.entry.uid), start, end, status, said + title] += in_window(start)
    return +found


def in_window(start):
    start = start if isinstance(start, datetime) else datetime.combine(start, time.min, UTC)
    return WINDOW[0] <= start < WINDOW[1]


def found_by_recurring_ical_events(text):
    found = Counter()
    for one in recurring_ical_events.of(Calendar.from_ical(text)).between(*WINDOW):
        start, end = (said.astimezone(UTC) if isinstance(said, datetime) else said for said in (one.start, one.end))
        found[str(one["UID"]), start, end, str(one["STATUS"]), str(one["SUMMARY"])] += in_window(start)
    return +found


def found_by_ical_js(text, window=WINDOW):
    node = shutil.which("node") or pytest.skip("Node est absent : ical.js ne relit pas les calendriers")
    arguments = [node, READ_BY_ICAL_JS, *(moment.isoformat() for moment in window)]
    done = subprocess.run(arguments, input=text, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    found = Counter()
    for one in json.loads(done.stdout):
        start, end = (
            datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
            for said in (one["start"], one["end"])
        )
        found[one["uid"], start, end, one["status"], one["summary"]] += 1
    return found


@pytest.mark.parametrize("reader", [found_by_recurring_ical_events, found_by_ical_js])
def test_other_programs_find_the_dates_that_the_site_shows(client, reader):
    contents = make_agenda()
    assert reader(fetch(client).content) == shown()
    for content in contents if reader is found_by_recurring_ical_events else contents[:1]:
        assert reader(fetch(client, f"/agenda/{content.pk}.ics").content) == shown(content)


@pytest.mark.parametrize(
    ("day", "zone", "start"),
    [
        (date(2026, 12, 31), "America/Toronto", datetime(2027, 1, 1, 3, 30, tzinfo=UTC)),
        (date(2040, 7, 14), "Europe/Paris", datetime(2040, 7, 14, 20, 30, tzinfo=UTC)),
        (date(2018, 7, 14), "Europe/Paris", datetime(2018, 7, 14, 20, 30, tzinfo=UTC)),
        (date(2027, 2, 10), "Africa/Casablanca", datetime(2027, 2, 10, 22, 30, tzinfo=UTC)),
    ],
)
def test_an_hour_is_right_on_the_last_evening_of_a_year_and_years_away(client, day, zone, start):
    event = make_event(start_date=day, start_time=time(22, 30), zone=zone)
    text = fetch(client, f"/agenda/{event.pk}.ics").content
    [(_uid, found, *_others)] = found_by_ical_js(text, (start - timedelta(days=1), start + timedelta(days=1)))
    assert found == start


# --- Its versions -----------------------------------------------------------------------------

EDITS = {
    "title": {"title": "Autrement dit"},
    "hour": {"start_time": time(19)},
    "rule": {"interval": 4},
    "exception": {"exceptions": [("cancelled", {"day": date(2027, 1, 21), "note": "Neige."})]},
    "state": {"state": "cancelled", "state_reason": "Il pleut."},
}


def edit(event, present, **changes):
    """Publishes `event` with `changes`, an hour later."""
    present.shift(timedelta(hours=1))
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish(skip_permission_checks=True)


def versions(client, event):
    """What a reader's calendar compares (dict: UID → number, last change) of the entries of a content."""
    return {
        str(one["UID"]): (int(one["SEQUENCE"]), one["LAST-MODIFIED"].dt)
        for one in events(client, f"/agenda/{event.pk}.ics")
    }


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS)
def test_an_edit_keeps_the_identity_and_raises_the_number(client, present, changes):
    event = make_balint()
    series, summer = versions(client, event).items()
    edit(event, present, **changes)
    after = versions(client, event)
    assert list(after) == [series[0], summer[0]]
    assert after[series[0]] == (series[1][0] + 1, PRESENT + timedelta(hours=1))
    says_it_too = changes.keys() & {"title", "state"}
    assert after[summer[0]][0] == summer[1][0] + bool(says_it_too)


def test_what_is_published_again_without_a_change_is_the_same_version(client, present):
    event = make_balint()
    before = fetch(client, f"/agenda/{event.pk}.ics").content
    edit(event, present)
    rewrite(event)
    present.shift(timedelta(days=1))
    rewrite(event)
    assert fetch(client, f"/agenda/{event.pk}.ics").content == before


def test_what_comes_back_has_a_higher_number_than_before(client, present):
    event = make_balint()
    before = versions(client, event)
    event.unpublish()
    assert client.get(f"/agenda/{event.pk}.ics").status_code == 404
    assert not events(client)
    edit(event, present)
    after = versions(client, event)
    assert after.keys() == before.keys()
    assert all(after[uid][0] == number + 1 for uid, (number, _moment) in before.items())


# --- Asked again ------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["/agenda.ics", "/agenda.ics?du=2026-12-01", "/agenda/{}.ics"])
def test_a_file_that_has_not_changed_is_not_sent_twice(client, present, view):
    event = make_balint()
    address = view.format(event.pk)
    first = fetch(client, address)
    asked = [{"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}]
    assert [client.get(address, headers=one).status_code for one in asked] == [304, 304]
    edit(event, present, title="Autrement dit")
    after = [fetch(client, address, **one) for one in asked]
    assert {one["ETag"] for one in after}.isdisjoint({first["ETag"]})
    assert {one["Last-Modified"] for one in after} == {"Sat, 21 Nov 2026 13:00:00 GMT"}


def make_private(event):
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)


def stop_organising(event):
    event.organiser = None
    event.save_revision(log_action=True).publish()


#: How a rendezvous leaves a calendar that holds others: a gesture, or the days that pass.
DEPARTURES = {
    "unpublished": lambda event: event.unpublish(),
    "deleted": lambda event: event.delete(),
    "private": make_private,
    "of nobody any more": stop_organising,
    "over": None,
}


@pytest.mark.parametrize("gesture", DEPARTURES.values(), ids=DEPARTURES)
@pytest.mark.parametrize("query", ["?par=maison", "?par=maison&au=2027-12-31"])
def test_a_calendar_that_goes_by_the_time_alone_loses_what_has_left(client, present, gesture, query):
    organiser = make_initiative("Maison")
    make_event("Reste", start_date=date(2027, 5, 1), organiser=organiser)
    event = make_event("Part", start_date=date(2026, 11, 22), organiser=organiser)
    address = f"/agenda.ics{query}"
    present.shift(timedelta(minutes=1))
    first = fetch(client, address)
    assert first.content.count(b"BEGIN:VEVENT") == 2
    if gesture:
        present.shift(timedelta(hours=1))
        gesture(event)
    else:
        present.shift(timedelta(days=2))
    after = fetch(client, address, **{"if-modified-since": first["Last-Modified"]})
    assert after.content.count(b"BEGIN:VEVENT") == 1


def test_a_date_that_stands_alone_is_the_same_once_moved(client, present):
    event = make_event("Débat", start_date=date(2026, 12, 3), start_time=time(18), repeats="weekly", repeats_times=2)
    address = "/agenda.ics?du=2026-12-01"
    before = [str(one["UID"]) for one in read(client, address).walk("VEVENT")]
    edit(event, present, exceptions=[("moved", {"day": date(2026, 12, 3), "to_day": date(2026, 12, 4)})])
    moved, other = read(client, address).walk("VEVENT")
    assert [str(moved["UID"]), str(other["UID"])] == before
    assert moved["DTSTART"].dt.day == 4 and int(moved["SEQUENCE"]) > 0


def test_dates_since_for_ever_are_a_thousand_at_most_and_those_to_come_first(client, present):
    daily = {"repeats": "weekly", "weekdays": tuple(range(7)), "start_time": time(8)}
    make_event("Permanence", start_date=date(2024, 1, 1), **daily)
    make_event("Autre permanence", start_date=date(2026, 1, 1), **daily)
    found = read(client, "/agenda.ics?du=1000-01-01").walk("VEVENT")
    days = sorted(one["DTSTART"].dt.date() for one in found)
    assert len(days) == 1000 and days[-1] > date(2028, 1, 1)


# --- Hostile words ----------------------------------------------------------------------------

HOSTILE = [
    "Pain; beurre, \\sel\\n : « tout »",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    "Un\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Deux",
    "Une ligne\r\nou deux",
    '"Guillemets" ; TZID="X" ^n',
    "🏳️‍🌈é" * 32,
    "x" * 62 + "👩‍👩‍👧‍👦" + "y" * 80,
    "\ttabulations et  blancs ",
]


def make_hostile(words):
    """A rendezvous that says them everywhere (EventPage)."""
    again = {"hour": None, "end_day": None, "end_hour": None, "label": words}
    return make_event(
        words,
        summary=(words * 320)[:320],
        venue=words,
        place=make_place("Nancy"),
        start_date=date(2026, 12, 5),
        repeats="yearly",
        exceptions=[("noted", {"day": date(2027, 12, 5), "note": words})],
        added_dates=[("date", {"day": date(2026, 12, 6), **again})],
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_as_they_were(client, words):
    page = make_hostile(words)
    said = words.replace("\r\n", "\n")
    for address in ["/agenda.ics", f"/agenda/{page.pk}.ics"]:
        calendar = read(client, address)
        series, noted, added = calendar.walk("VEVENT")
        assert str(series["SUMMARY"]) == page.title
        assert str(series["DESCRIPTION"]).startswith(page.summary)
        assert str(series["LOCATION"]) == f"{said}, Nancy"
        assert str(noted["DESCRIPTION"]).startswith(f"{said}\n{page.summary}")
        assert str(added["SUMMARY"]) == f"{page.title} – {said}"
    assert calendar["NAME"].to_ical() == vText(f"Nébuleuses – {page.title}").to_ical()


@pytest.mark.parametrize("words", HOSTILE)
def test_ical_js_reads_hostile_words_too(client, words):
    make_hostile(words)
    assert found_by_ical_js(fetch(client).content) == shown()
