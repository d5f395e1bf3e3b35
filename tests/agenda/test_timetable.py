"""What a member types of dates: what is refused and how, what becomes of it in the agenda, what is made again."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from agenda.duplicate import duplicate
from agenda.horizon import horizon
from agenda.models import CalendarEntry, EventPage, Occurrence
from core.time_zones import ZONE_CHOICES, say_hour, zone_of
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

MOVED_BACK = ("moved", {"day": THURSDAY, "to_day": THURSDAY, "hour": time(18), "end_hour": time(16)})
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
    ({"start_time": time(18, 30), "end_time": time(17)}, "end_time", "La fin est avant le début."),
    ({"start_time": time(20), "end_time": time(14)}, "end_time", "donnez aussi le dernier jour"),
    (weekly(repeats="yearly", weekdays=(3,)), "ranks", "lequel du mois"),
    ({"exceptions": [("cancelled", {"day": THURSDAY, "note": "Non."})]}, "exceptions", "changez «\xa0État\xa0»"),
    ({"exceptions": [("moved", {"day": THURSDAY, "to_day": THURSDAY})]}, "exceptions", "changez «\xa0Jour\xa0»"),
    ({"exceptions": [("noted", {"day": THURSDAY, "note": "Soupe."})]}, "exceptions", "le résumé"),
    ({"exceptions": [("pause", {"first": THURSDAY, "last": THURSDAY})]}, "exceptions", "n’a qu’une date"),
    (
        weekly(exceptions=[("moved", {"day": THURSDAY, "to_day": THURSDAY, "end_hour": time(17)})]),
        "exceptions",
        "Jeudi 26\xa0novembre\xa02026\xa0: La fin est avant le début.",
    ),
    (
        {"added_dates": [("date", {"day": date(2026, 12, 1)})], "exceptions": [MOVED_BACK]},
        "exceptions",
        "La fin est avant le début.",
    ),
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
        {"start_time": time(20), "end_time": time(13, 30)},
        {"start_time": time(18, 30), "end_time": time(17), "end_date": date(2026, 11, 27)},
        weekly(repeats="yearly", weekdays=(3,), ranks=(4,)),
        weekly(exceptions=[("moved", {"day": THURSDAY, "to_day": THURSDAY, "hour": time(23), "end_hour": time(2)})]),
        weekly(
            end_time=time(20),
            end_date=THURSDAY,
            exceptions=[("moved", {"day": THURSDAY, "to_day": THURSDAY, "hour": time(23)})],
        ),
        {"added_dates": [("date", {"day": date(2026, 12, 1)})], "exceptions": [("cancelled", {"day": THURSDAY})]},
    ],
)
def test_what_is_possible_is_not(fields):
    event = EventPage(title="Un essai", place=make_place(), **{"start_date": THURSDAY, **fields})
    assert event.publication_errors() == {}


@pytest.mark.parametrize(
    ("second", "is_refused"),
    [
        (("noted", {"day": THURSDAY, "note": "Avec une soupe."}), True),
        (("moved", {"day": THURSDAY, "to_day": date(2026, 11, 27)}), True),
        (("noted", {"day": date(2026, 12, 3), "note": "Avec une soupe."}), False),
        (("pause", {"first": THURSDAY, "last": THURSDAY}), False),
    ],
)
def test_one_day_has_one_exception_and_the_second_is_the_one_that_is_refused(second, is_refused):
    event = EventPage(exceptions=[("cancelled", {"day": THURSDAY, "note": "Grève."}), second])
    block = event.exceptions.stream_block
    if not is_refused:
        assert len(block.clean(event.exceptions)) == 2
        return
    with pytest.raises(StreamBlockValidationError) as refused:
        block.clean(event.exceptions)
    assert refused.value.block_errors.keys() == {1}
    assert "a déjà son exception" in str(refused.value.block_errors[1].block_errors["day"])


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
        response = client.post(address, typed_in(client, event) | {"action-duplicate": ""})
        copied = EventPage.objects.order_by("pk").last()
        assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[copied.pk])
        assert EventPage.objects.count() == 1 + number
    draft = copied.get_latest_revision_as_object()
    assert (draft.title, draft.live, draft.venue, draft.owner) == ("Balint (copie)", False, "Salle 3", member)
    assert (draft.state, draft.state_reason, len(draft.exceptions)) == ("confirmed", "", 0)
    assert Occurrence.objects.exclude(content=event).count() == 0


def typed_in(client, event, **changes):
    """What the form of `event` (EventPage, without blocks) would send (dict), with `changes`."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    kept = ((block.block_type, {name: str(said) for name, said in block.value.items()}) for block in event.exceptions)
    streams = {"body": streamfield([]), "added_dates": streamfield([]), "exceptions": streamfield(list(kept))}
    return querydict_from_html(html, form_id="page-edit-form").dict() | nested_form_data(streams) | changes


@pytest.mark.parametrize(("changes", "title"), [({"title": "Balint du soir"}, "Balint du soir"), ({}, "Balint")])
def test_a_duplicate_says_what_was_just_typed_and_nothing_is_lost(client, changes, title):
    member = make_member("ana")
    event = make_event("Balint", owner=member, **weekly(place=make_place()))
    client.force_login(member)
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    client.post(address, typed_in(client, event, **changes) | {"action-duplicate": ""})
    event.refresh_from_db()
    assert EventPage.objects.order_by("pk").last().title == f"{title} (copie)"
    assert event.get_latest_revision_as_object().title == title
    assert (event.title, event.has_unpublished_changes) == ("Balint", bool(changes))


@pytest.mark.parametrize("length", [246, 247, 248, 255])
def test_the_longest_title_is_duplicated_too(length):
    member = make_member("ana")
    event = make_event("à" * length, owner=member)
    for _time in range(2):
        copied = duplicate(event, member)
        copied.full_clean()
        assert copied.title.endswith(" (copie)") and copied.title.startswith("à" * 240)
        assert ("…" in copied.title) == (length > 247)


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        (weekly(repeats_until=date(2034, 6, 1)), (2026, 2034)),
        (weekly(repeats="yearly", repeats_times=5), (2026, 2030)),
        (weekly(), (2026, None)),
        ({"start_date": date(2030, 1, 3), "end_date": date(2031, 1, 3)}, (2030, 2031)),
    ],
)
def test_the_years_of_what_repeats_go_as_far_as_its_end(fields, years):
    assert EventPage(title="Un", **({"start_date": THURSDAY} | fields)).describe_years() == years


def test_a_yearly_rendezvous_does_not_say_months_that_change_nothing():
    assert "sauf" not in EventPage(title="Un", **weekly(repeats="yearly", months_off=(8, 11))).when


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/Toronto", "heure de Montréal"),
        ("Europe/Athens", "heure d’Athènes"),
        ("Africa/Algiers", "heure d’Alger"),
        ("Europe/Istanbul", "heure d’Istanbul"),
        ("Asia/Kolkata", "heure de l’Inde"),
        ("Pacific/Easter", "heure de l’île de Pâques"),
        ("Atlantic/Azores", "heure des Açores"),
        ("Africa/Cairo", "heure du Caire"),
        ("America/Havana", "heure de La Havane"),
        ("Indian/Mauritius", "heure de Maurice"),
        ("Atlantic/Cape_Verde", "heure du Cap-Vert"),
        ("America/La_Paz", "heure de La Paz"),
        ("Asia/Tehran", "heure de Téhéran"),
        ("Asia/Almaty", "heure d’Almaty"),
        ("Asia/Yerevan", "heure d’Erevan"),
    ],
)
def test_an_hour_from_elsewhere_is_said_in_french(zone, words):
    assert say_hour(zone) == words
