"""What a member types of dates: what is refused and how, what becomes of it in the agenda, what is made again."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from agenda.horizon import horizon
from agenda.models import CalendarEntry, EventPage, Occurrence
from core.time_zones import ZONE_CHOICES, zone_of
from tests.factories import make_event, make_member, make_place

pytestmark = pytest.mark.django_db

NOW = "2026-11-21 10:00:00+01:00"
THURSDAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def weekly(**fields):
    return {"start_date": THURSDAY, "start_time": time(18, 30), "repeats": "weekly", **fields}


# --- What is refused --------------------------------------------------------------------------

REFUSED = [
    ({"end_date": date(2026, 11, 25)}, "end_date", "Le dernier jour est avant le premier."),
    ({"end_time": time(19)}, "start_time", "Donnez aussi l’heure du début."),
    ({"start_time": time(20), "end_time": time(19), "end_date": THURSDAY}, "end_time", "La fin est avant le début."),
    ({"start_time": time(20), "end_time": time(20)}, "end_time", "C’est l’heure du début"),
    (weekly(repeats_until=date(2026, 11, 25)), "repeats_until", "La répétition finirait avant la première date."),
    (weekly(repeats_until=date(2027, 1, 1), repeats_times=3), "repeats_times", "pas les deux"),
    (weekly(weekdays=(0,)), "start_date", "Le premier serait le 30\xa0novembre\xa02026."),
    (weekly(repeats="monthly_weekday", ranks=(1,)), "start_date", "Le premier serait le 3\xa0décembre\xa02026."),
    (weekly(months_off=tuple(range(1, 13))), "repeats", "ne donne aucune date"),
    (weekly(start_date=date(1920, 1, 1)), "start_date", "avant 1950"),
    (
        weekly(repeats_times=2, exceptions=[("pause", {"first": THURSDAY, "last": date(2027, 1, 1)})]),
        "exceptions",
        "il ne reste aucune date",
    ),
    ({"state": "cancelled"}, "state_reason", "Dites en quelques mots pourquoi"),
]


@pytest.mark.parametrize(("fields", "name", "sentence"), REFUSED)
def test_what_is_impossible_is_refused_with_the_sentence_that_helps(fields, name, sentence):
    event = EventPage(title="Un essai", place=make_place(), **{"start_date": THURSDAY, **fields})
    assert sentence in str(event.publication_errors()[name])


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start_time": time(20), "end_time": time(2)},
        weekly(),
        weekly(weekdays=(1, 3)),
        weekly(repeats="monthly_weekday", ranks=(4, -1), start_date=THURSDAY),
        weekly(repeats="yearly", start_date=date(2028, 2, 29)),
        weekly(repeats_until=THURSDAY),
    ],
)
def test_what_is_possible_is_not(fields):
    event = EventPage(title="Un essai", place=make_place(), **{"start_date": THURSDAY, **fields})
    assert event.publication_errors() == {}


def test_a_country_that_lives_at_several_hours_has_to_say_which():
    place = make_place("Chicago", country="US")
    event = EventPage(title="Un essai", start_date=THURSDAY, place=place)
    assert "plusieurs heures" in event.publication_errors()["zone"]
    event.zone = "America/Chicago"
    assert event.publication_errors() == {}


@pytest.mark.parametrize(
    ("country", "region", "zone"),
    [
        ("FR", "Grand Est", "Europe/Paris"),
        ("FR", "La Réunion", "Indian/Reunion"),
        ("CA", "Québec", "America/Toronto"),
        ("CA", "", ""),
        ("BE", "", "Europe/Brussels"),
        ("ES", "", "Europe/Madrid"),
        ("AR", "", "America/Argentina/Buenos_Aires"),
        ("US", "", ""),
        ("IN", "", "Asia/Kolkata"),
        ("XX", "", ""),
    ],
)
def test_a_place_has_its_hour(country, region, zone):
    assert zone_of(make_place(country=country, region=region)) == zone


def test_every_zone_that_one_may_choose_exists():
    from zoneinfo import ZoneInfo

    assert all(ZoneInfo(name) for name, _label in ZONE_CHOICES)


# --- What becomes of it -----------------------------------------------------------------------


def test_dates_are_written_as_far_as_the_horizon_then_day_by_day():
    make_event(**weekly())
    assert Occurrence.objects.last().day == max(
        day for day in (THURSDAY + timedelta(weeks=n) for n in range(100)) if day < horizon()
    )
    keys = set(Occurrence.objects.values_list("pk", flat=True))
    call_command("extend_occurrences", "-v0")
    assert set(Occurrence.objects.values_list("pk", flat=True)) == keys  # nothing is written again for nothing
    with time_machine.travel("2026-12-21 10:00:00+01:00"):
        call_command("extend_occurrences", "-v0")
        assert keys < set(Occurrence.objects.values_list("pk", flat=True))
        assert Occurrence.objects.last().day > horizon() - timedelta(days=8)
    assert CalendarEntry.objects.get().sequence == 0


def test_an_hour_that_the_clock_says_twice_is_written_once():
    event = make_event(
        **weekly(start_date=date(2027, 10, 24), start_time=time(2, 30), end_time=time(4), repeats_times=3)
    )
    keys = set(Occurrence.objects.values_list("pk", flat=True))
    event.save_revision().publish()
    assert set(Occurrence.objects.values_list("pk", flat=True)) == keys and len(keys) == 3
    event.delete()
    assert not Occurrence.objects.exists() and not CalendarEntry.objects.exists()


def test_what_is_finished_is_left_alone():
    make_event(**weekly(start_date=date(2025, 1, 2), repeats_times=3))
    with time_machine.travel("2027-01-01"):
        call_command("extend_occurrences", "-v0")
        call_command("extend_occurrences", "--all", "-v0")
    assert Occurrence.objects.count() == 3


def test_a_rule_that_changes_keeps_the_exceptions_that_still_apply():
    event = make_event(**weekly(exceptions=[("cancelled", {"day": date(2026, 12, 3), "note": "Non."})]))
    event.interval = 2
    event.save_revision().publish()
    assert event.schedule.strays()[0] == [date(2026, 12, 3)]
    event.interval = 1
    event.save_revision().publish()
    assert event.schedule.strays() == ([], [])
    assert Occurrence.objects.get(state="cancelled").day == date(2026, 12, 3)


def test_an_address_that_changes_is_told_to_calendars(django_capture_on_commit_callbacks):
    event = make_event(start_date=THURSDAY)
    event.slug = "ailleurs"
    event.save_revision().publish()
    assert "/agenda/ailleurs/" in CalendarEntry.objects.get().text
    agenda = Page.objects.get(slug="agenda").specific
    agenda.slug = "rendez-vous"
    with django_capture_on_commit_callbacks(execute=True):
        agenda.save_revision().publish()
    assert "/rendez-vous/ailleurs/" in CalendarEntry.objects.get().text.replace("\r\n ", "")


def test_a_publication_that_fails_leaves_the_dates_as_they_were(monkeypatch):
    event = make_event(**weekly(repeats_times=3))
    days = list(Occurrence.objects.values_list("day", flat=True))

    def fail(rows):
        raise RuntimeError

    monkeypatch.setattr(Occurrence.objects, "bulk_create", fail)
    event.start_date, event.repeats_times = THURSDAY + timedelta(days=1), 5
    with pytest.raises(RuntimeError):
        event.save_revision().publish()
    assert list(Occurrence.objects.values_list("day", flat=True)) == days


def test_a_draft_half_typed_breaks_nothing(client):
    member = make_member("ana")
    event = make_event(publish=False, owner=member)
    for fields in (
        {"repeats": "weekly"},
        {"interval": None, "repeats": "weekly"},
        {"exceptions": [("moved", {"day": THURSDAY}), ("pause", {"first": THURSDAY}), ("cancelled", {})]},
        {"added_dates": [("date", {})]},
    ):
        for name, value in fields.items():
            setattr(event, name, value)
        event.save_revision()
        client.force_login(member)
        assert client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).status_code == 200
        assert client.get(reverse("wagtailadmin_pages:view_draft", args=[event.pk])).status_code == 200


# --- In the editor ----------------------------------------------------------------------------


def test_the_editor_shows_the_dates_and_names_what_no_longer_applies(client):
    member = make_member("ana")
    event = make_event(
        owner=member, **weekly(exceptions=[("cancelled", {"day": date(2026, 11, 27), "note": "Une erreur."})])
    )
    client.force_login(member)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode().replace("\xa0", " ")
    assert "Chaque jeudi à 18 h 30" in html and "Jeudi 3 décembre 2026" in html
    assert "ne touchent plus aucune date" in html and "vendredi 27 novembre 2026" in html


def test_a_rendezvous_is_duplicated_as_a_draft_in_two_clicks(client):
    member = make_member("ana")
    event = make_event(
        "Balint",
        owner=make_member("bo"),
        venue="Salle 3",
        **weekly(state="cancelled", state_reason="Non.", exceptions=[("noted", {"day": THURSDAY, "note": "Soupe."})]),
    )
    client.force_login(member)
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    assert 'name="action-duplicate"' in client.get(address).content.decode()
    for number in (1, 2):
        response = client.post(address, {"action-duplicate": ""})
        copied = EventPage.objects.order_by("pk").last()
        assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[copied.pk])
        assert EventPage.objects.count() == 1 + number
    draft = copied.get_latest_revision_as_object()
    assert (draft.title, draft.live, draft.venue, draft.owner) == ("Balint (copie)", False, "Salle 3", member)
    assert (draft.state, draft.state_reason, len(draft.exceptions)) == ("confirmed", "", 0)
    assert Occurrence.objects.exclude(content=event).count() == 0
