"""A member brings another calendar in: sees what would come, chooses, and gets drafts that go through review."""

import re
from datetime import date, time, timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from agenda.importing import drafts
from agenda.importing.comparison import Status, compared
from agenda.importing.drafts import make_drafts
from agenda.importing.preview import read_proposals
from agenda.importing.views import EVENTS_A_PAGE
from agenda.models import AgendaPage, CalendarImport, EventPage, ImportedEvent, Occurrence
from members.groups import REDACTION
from members.models import ConsentState
from tests.agenda.calendars import calendar, vevent
from tests.factories import PASSWORD, make_event, make_member, make_place

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/agenda/importer/"
#: Queries of a screen of fifty events, Wagtail's own furniture included.
BUDGET = 40


@pytest.fixture
def ana(client):
    member = make_member("ana", REDACTION)
    client.login(username="ana", password=PASSWORD)
    return member


def give(client, data, name="agenda.ics"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data, "text/calendar")}, follow=True)


def words(response):
    html = response.content.decode() if hasattr(response, "content") else str(response)
    text = re.sub(r"<[^>]+>", " ", html)
    return re.sub(r"\s+", " ", text)


def rows(response):
    """What the screen lists (list of str)."""
    html = response.content.decode()
    return [
        words(row).strip()
        for row in re.findall(r'<li class="import-row">.*?</li>\s*(?=<li class="import-row">|</ul>)', html, re.S)
    ]


def ticked(response):
    """The numbers that are ticked at first (list of str)."""
    boxes = re.findall(r"<input[^>]*name=\"chosen\"[^>]*>", response.content.decode())
    return [re.search(r'value="(\d+)"', box)[1] for box in boxes if " checked" in box]


def choose(client, response, numbers=None, follow=True):
    numbers = ticked(response) if numbers is None else numbers
    return client.post(
        response.request["PATH_INFO"] + "?" + response.request["QUERY_STRING"], {"chosen": numbers}, follow=follow
    )


def statuses(data):
    return [one.status for one in compared(read_proposals(data).proposals)]


# --- What a member sees -----------------------------------------------------------------------


def test_it_works(client, ana, in_november):
    lyon = make_place("Lyon", department="Rhône")
    page = give(
        client,
        calendar(
            vevent("LOCATION:Salle 3\\, Lyon", "DESCRIPTION:Venez nombreux·ses.", title="Débat public"),
            vevent(
                "RRULE:FREQ=WEEKLY;INTERVAL=2", title="Groupe Balint", start="20270107T183000", end="20270107T200000"
            ),
            head=["X-WR-CALNAME:Agenda de la MJC"],
        ),
    )
    assert "Agenda de la MJC" in words(page)
    first, second = rows(page)
    assert "Débat public nouveau mardi 5 janvier 2027, 18 h 30 – 20 h – Salle 3, Lyon (Rhône) Venez" in first
    assert "Groupe Balint nouveau un jeudi sur deux à 18 h 30" in second
    assert len(ticked(page)) == 2

    after = choose(client, page)
    assert "2 brouillons créés." in words(after)
    assert all("déjà là" in row for row in rows(after)) and ticked(after) == []
    debate = EventPage.objects.get(title="Débat public")
    assert (debate.owner, debate.live, debate.place, debate.venue) == (ana, False, lyon, "Salle 3")
    assert debate.latest_revision.user == ana
    assert debate.get_parent().specific == AgendaPage.objects.get()
    assert not Occurrence.objects.exists()
    assert EventPage.objects.get(title="Groupe Balint").get_latest_revision_as_object().repeats == "weekly"


def test_a_draft_goes_through_review_as_any_other(client, ana, in_november):
    choose(client, give(client, calendar(vevent("LOCATION:https://visio.example/1", "DESCRIPTION:Venez."))))
    page = EventPage.objects.get()
    assert not page.publication_errors()
    page.get_workflow().start(page, ana)
    assert ConsentState.objects.under_way().exists()
    assert not EventPage.objects.get().live


def test_only_what_is_chosen_comes(client, ana, in_november):
    page = give(client, calendar(vevent(title="Oui"), vevent(title="Non")))
    choose(client, page, ticked(page)[:1])
    assert [event.title for event in EventPage.objects.all()] == ["Oui"]


def test_namesakes_have_addresses_that_tell_their_day(client, ana, in_november):
    days = ["20270105", "20270112", "20270112"]
    events = [vevent(title="Réunion", start=f"{day}T183000", end="") for day in days]
    choose(client, give(client, calendar(*events, vevent(title="☀ !", start="20270301T183000", end=""))))
    slugs = EventPage.objects.order_by("pk").values_list("slug", flat=True)
    assert [slug[:18] for slug in slugs] == ["réunion", "réunion-2027-01-12", "réunion-2027-01-12", "rendez-vous"]


@pytest.mark.parametrize("title", ["Débat", "Reporté : débat"])
def test_what_is_cancelled_and_was_never_announced_is_not_chosen_at_first(client, ana, in_november, tmp_path, title):
    data = calendar(vevent("STATUS:CANCELLED", title=title))
    page = give(client, data)
    assert "nouveau" in rows(page)[0] and ticked(page) == []
    assert "0 brouillons seraient" in run(tmp_path, data, "--dry-run")
    assert "1 brouillons seraient" in run(tmp_path, data, "--dry-run", "--all")


def test_choosing_nothing_says_so(client, ana, in_november):
    assert "aucun brouillon n’a été créé" in words(choose(client, give(client, calendar(vevent())), []))
    assert not EventPage.objects.exists()


def test_a_double_submission_creates_nothing_twice(client, ana, in_november):
    page = give(client, calendar(vevent()))
    numbers = ticked(page)
    for _again in range(2):
        choose(client, page, numbers)
    assert EventPage.objects.count() == ImportedEvent.objects.count() == 1


def test_who_chooses_what_somebody_has_just_made_makes_nothing(ana, in_november, monkeypatch):
    chosen = read_proposals(calendar(vevent())).proposals
    agenda, as_seen = AgendaPage.objects.get(), compared(chosen)
    make_drafts(chosen, agenda, ana)
    monkeypatch.setattr(drafts, "compared", lambda proposals: as_seen)
    [late] = make_drafts(chosen, agenda, ana)
    assert (late.page, late.failed) == (None, "")
    assert EventPage.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"BEGIN:VCALENDAR\r\n" + b"X" * 5_000_000, "Ce fichier est trop lourd : 4 Mo au plus."),
        (calendar(vevent("rien")), "Ligne 10 : cette ligne n’a pas de sens dans un agenda."),
        (b"<html>", "Ligne 1 : ce n’est pas un fichier d’agenda"),
        (b"", "Ce fichier est vide."),
    ],
)
def test_a_file_that_is_refused_says_why_beside_its_field(client, ana, data, said):
    answer = give(client, data)
    assert answer.status_code == 200
    assert said in words(answer)
    assert not CalendarImport.objects.exists()


def test_no_file_at_all_is_said_too(client, ana):
    assert "Choisissez un fichier." in words(client.post(ADDRESS))


def test_three_thousand_events_are_seen_in_screens(client, ana, in_november):
    for number in range(12):
        make_event(f"Débat {number}", start_date=date(2027, 1, 5), publish=bool(number % 2))
    place = make_place("Lyon")
    events = [
        vevent(
            "LOCATION:Lyon",
            title=f"Rendez-vous {number}",
            start=f"{date(2027, 1, 1) + timedelta(days=number % 300):%Y%m%d}T183000",
            end="",
        )
        for number in range(3000)
    ]
    page = give(client, calendar(*events))
    assert len(rows(page)) == EVENTS_A_PAGE
    assert "3000 rendez-vous à venir." in words(page)
    address = page.request["PATH_INFO"]
    with CaptureQueriesContext(connection) as queries:
        last = client.get(address, {"p": 60})
    assert len(queries) <= BUDGET
    assert len(rows(last)) == EVENTS_A_PAGE
    with CaptureQueriesContext(connection) as queries:
        client.get(address, {"p": 1})
    assert len(queries) <= BUDGET
    assert 'href="?p=59"' in last.content.decode()
    after = choose(client, last, ticked(last)[:3])
    assert "3 brouillons créés." in words(after)
    assert after.request["QUERY_STRING"] == "p=60"
    assert EventPage.objects.filter(place=place).count() == 3


@pytest.mark.parametrize("query", ["?p=0", "?p=-1", "?p=99999", "?p=abc", "?passes=x", "?p=%00"])
def test_whatever_the_address_the_list_answers(client, ana, in_november, query):
    page = give(client, calendar(vevent()))
    assert client.get(page.request["PATH_INFO"] + query).status_code == 200


@pytest.mark.parametrize(
    ("numbers", "made"), [(["99"], 0), (["abc"], 0), (["-1"], 0), (["0", "99"], 0), ([""], 0), (["0", "0"], 1)]
)
def test_a_choice_that_the_screen_does_not_offer_makes_nothing_else(client, ana, in_november, numbers, made):
    page = give(client, calendar(vevent()))
    assert choose(client, page, numbers).status_code == 200
    assert EventPage.objects.count() == made


def test_what_is_over_is_apart(client, ana, in_november):
    page = give(
        client,
        calendar(
            vevent(title="Demain", start="20261122T183000", end=""),
            vevent(title="Hier", start="20261120T183000", end=""),
            vevent("RRULE:FREQ=WEEKLY", title="Depuis hier", start="20261120T183000", end=""),
        ),
    )
    assert [row.split(" nouveau")[0] for row in rows(page)] == ["Depuis hier", "Demain"]
    assert "À venir (2)" in words(page) and "Passés (1)" in words(page)
    over = client.get(page.request["PATH_INFO"], {"passes": 1})
    assert [row.split(" nouveau")[0] for row in rows(over)] == ["Hier"]
    choose(client, over)
    assert EventPage.objects.get().title == "Hier"


def test_a_calendar_that_is_all_over_is_shown_at_once(client, ana, in_november):
    page = give(client, calendar(vevent(start="20200105T183000", end="")))
    assert len(rows(page)) == 1 and "1 rendez-vous, passé." in words(page)


def test_turning_the_screens_of_what_is_over_stays_there(client, ana, in_november):
    old = [vevent(start=f"20200{month}{day:02}T183000", end="") for month in range(1, 6) for day in range(1, 21)]
    page = give(client, calendar(vevent(), *old))
    over = client.get(page.request["PATH_INFO"], {"passes": 1}).content.decode()
    second = re.search(r'href="(\?[^"]*p=2[^"]*)"', over)[1].replace("&amp;", "&")
    assert "2020" in rows(client.get(page.request["PATH_INFO"] + second))[0]


def test_what_cannot_be_read_is_listed_with_its_line(client, ana, in_november):
    page = give(client, calendar(vevent(title="Perdu", start="demain"), vevent(title="Trouvé")))
    assert "Perdu illisible Ligne 8 : le début (DTSTART) n’est pas une date." in rows(page)[0]
    assert len(ticked(page)) == 1


def test_hostile_words_are_words(client, ana, in_november):
    page = give(
        client,
        calendar(
            vevent(
                "LOCATION:<img src=x onerror=alert(1)>",
                'DESCRIPTION:"><svg onload=alert(1)> &lt;script&gt;alert(2)&lt;/script&gt;',
                title="&lt;script&gt;alert(3)&lt;/script&gt;",
            ),
            head=["X-WR-CALNAME:<script>alert(4)</script>"],
        ),
    )
    html = page.content.decode()
    assert not re.search(r"<script>alert|<svg onload|<img src=x", html)
    choose(client, page)
    draft = EventPage.objects.get()
    assert draft.title == "<script>alert(3)</script>"
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "<script>alert" not in editor


# --- Who may --------------------------------------------------------------------------------


def test_who_is_not_a_member_is_sent_to_the_door(client):
    assert client.get(ADDRESS).url.startswith("/admin/login/")


def test_who_may_not_add_an_event_may_not_import(client, in_november):
    visitor = make_member("visiteur", group=None)
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.login(username="visiteur", password=PASSWORD)
    assert client.get(ADDRESS).status_code == 302
    assert "Importer un agenda" not in client.get("/admin/").content.decode()


def test_the_menu_leads_to_it(client, ana):
    assert ADDRESS in client.get("/admin/").content.decode()


def test_nobody_sees_the_file_of_another(client, ana, in_november):
    page = give(client, calendar(vevent()))
    make_member("brahim")
    client.login(username="brahim", password=PASSWORD)
    answer = client.get(page.request["PATH_INFO"], follow=True)
    assert "Ce fichier n’est plus là" in words(answer)
    choose(client, page, ["0"])
    assert not EventPage.objects.exists()


def test_a_file_is_forgotten_after_two_days(client, ana):
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        page = give(client, calendar(vevent()))
    with time_machine.travel("2026-11-23T12:00:01+01:00", tick=False):
        client.login(username="ana", password=PASSWORD)
        assert "Ce fichier n’est plus là" in words(client.get(page.request["PATH_INFO"], follow=True))
        give(client, calendar(vevent()))
    assert CalendarImport.objects.count() == 1


def test_a_file_is_forgotten_by_the_command_of_each_day_though_nobody_gives_another(client, ana):
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        give(client, calendar(vevent()))
    with time_machine.travel("2026-11-23T11:59:59+01:00", tick=False):
        call_command("extend_occurrences", "-v0")
    assert CalendarImport.objects.count() == 1
    with time_machine.travel("2026-11-23T12:00:01+01:00", tick=False):
        call_command("extend_occurrences", "-v0")
    assert not CalendarImport.objects.exists()


def test_of_what_came_only_what_knows_it_again_is_kept(client, ana, in_november):
    words = ["DESCRIPTION:Appelez Jeanne.\\n\\nAu 06 12 34 56 78.", "LOCATION:Chez Jeanne"]
    choose(client, give(client, calendar(vevent(*words, title="Secret", uid="un"))))
    EventPage.objects.get().delete()
    CalendarImport.objects.all().delete()
    [kept] = ImportedEvent.objects.values()
    assert kept["uid"] == "un"
    assert not re.search("Secret|Jeanne|06 12|2027-01-05|18:30", str({**kept, "imported_at": ""}))


# --- What comes again -------------------------------------------------------------------------


def test_the_same_file_again_is_already_there(client, ana, in_november):
    data = calendar(vevent(uid="un"))
    choose(client, give(client, data))
    again = give(client, data.replace(b"DTSTAMP:20260101", b"DTSTAMP:20261121"))
    assert "déjà là" in rows(again)[0] and ticked(again) == []


def test_a_day_later_nothing_has_changed_for_the_horizon_moved(ana):
    data = calendar(vevent("RRULE:FREQ=DAILY;INTERVAL=2", uid="un"))
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        make_drafts(read_proposals(data).proposals, AgendaPage.objects.get(), ana)
    with time_machine.travel("2026-12-21T12:00:00+01:00", tick=False):
        assert statuses(data) == [Status.ALREADY]


def test_a_typo_put_right_leaves_the_dates_that_members_changed(ana):
    """Dates that no rule says are given as far as the horizon, which moves: that is no change of the file."""
    data = calendar(vevent("RRULE:FREQ=DAILY;INTERVAL=2", "DESCRIPTION:Venz.", uid="un"))
    agenda = AgendaPage.objects.get()
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        [made] = make_drafts(read_proposals(data).proposals, agenda, ana)
    page = made.page
    page.start_time, page.added_dates = time(19), [("date", block.value) for block in page.added_dates][:3]
    page.save_revision()
    with time_machine.travel("2026-12-21T12:00:00+01:00", tick=False):
        [row] = compared(read_proposals(data.replace(b"Venz", b"Venez")).proposals)
        assert [str(label) for label in row.changes] == ["Résumé"]
        make_drafts([row.proposal], agenda, ana)
    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (draft.summary, draft.start_time, len(draft.added_dates)) == ("Venez.", time(19), 3)


@pytest.mark.parametrize(
    "line", ["EXDATE:20270109T173000Z", "RDATE:20270106T173000Z", "RRULE:FREQ=DAILY;INTERVAL=3", "DURATION:PT3H"]
)
def test_whatever_says_when_is_a_change_of_the_dates(in_november, line):
    lines = ["RRULE:FREQ=DAILY;INTERVAL=2"]
    before, after = lines, [line] if line.startswith("RRULE") else [*lines, line]
    agenda = AgendaPage.objects.get()
    make_drafts(read_proposals(calendar(vevent(*before, uid="un", end=""))).proposals, agenda)
    assert statuses(calendar(vevent(*after, uid="un", end=""))) == [Status.CHANGED]


def test_another_town_may_be_another_hour(ana, in_november):
    make_place("Lyon")
    make_place("Montréal", "CA", region="Québec")
    at_five = ["DTSTART:20270105T170000Z"]
    make_drafts(
        read_proposals(calendar(vevent(*at_five, "LOCATION:Lyon", uid="un"))).proposals, AgendaPage.objects.get(), ana
    )
    [row] = compared(read_proposals(calendar(vevent(*at_five, "LOCATION:Montréal", uid="un"))).proposals)
    assert {str(label) for label in row.changes} == {"Lieu", "Heure"}


def test_what_changed_gives_its_page_another_draft_and_keeps_what_members_wrote(client, ana, in_november):
    choose(client, give(client, calendar(vevent("DESCRIPTION:Venez.", uid="un"))))
    page = EventPage.objects.get()
    page.title, page.price = "Grand débat public, à Lyon", "free"
    page.save()
    page.save_revision().publish()

    again = give(client, calendar(vevent("DESCRIPTION:Venez.", "SEQUENCE:1", uid="un", start="20270105T190000")))
    assert "changé depuis Grand débat public, à Lyon" in rows(again)[0]
    assert "Ce qui change : Heure." in rows(again)[0]
    assert ticked(again) == []
    after = choose(client, again, ["0"])
    assert "1 brouillon mis à jour." in words(after) and "déjà là" in rows(after)[0]
    page = EventPage.objects.get()
    draft = page.get_latest_revision_as_object()
    assert (page.live, page.start_time, page.has_unpublished_changes) == (True, time(18, 30), True)
    assert (draft.start_time, draft.title, draft.price) == (time(19), "Grand débat public, à Lyon", "free")


def test_what_changed_in_a_draft_is_changed_there(client, ana, in_november):
    choose(client, give(client, calendar(vevent(uid="un"))))
    choose(client, give(client, calendar(vevent(uid="un", start="20270106T183000", end="20270106T200000"))), ["0"])
    assert EventPage.objects.get().start_date == date(2027, 1, 6)


def test_a_change_is_written_once_however_often_it_is_asked(ana, in_november, monkeypatch):
    agenda = AgendaPage.objects.get()
    make_drafts(read_proposals(calendar(vevent(uid="un"))).proposals, agenda, ana)
    changed = read_proposals(calendar(vevent(uid="un", start="20270105T190000"))).proposals
    as_seen = compared(changed)
    monkeypatch.setattr(drafts, "compared", lambda proposals: as_seen)
    first, second = (make_drafts(changed, agenda, ana)[0] for _again in range(2))
    assert (first.page.pk, second.page, second.failed) == (EventPage.objects.get().pk, None, "")
    assert EventPage.objects.get().revisions.count() == 2


def test_a_locked_page_is_left_and_named_and_the_others_come(client, ana, in_november):
    choose(client, give(client, calendar(vevent(uid="un"))))
    Page.objects.update(locked=True, locked_by=make_member("chloe"), locked_at=timezone.now())
    page = give(
        client,
        calendar(vevent(uid="un", start="20270105T190000"), vevent(title="Autre", start="20270301T183000", end="")),
    )
    after = words(choose(client, page, ["0", "1"]))
    assert "« Débat public » : sa page est verrouillée" in after
    assert "1 brouillon créé." in after


def test_one_that_fails_is_named_whole_and_the_others_come(client, ana, in_november, monkeypatch):
    page = give(client, calendar(vevent(title="Un"), vevent(title="Deux"), vevent(title="Trois")))
    save_revision = EventPage.save_revision

    def fail(self, *args, **kwargs):
        if self.title == "Deux":
            raise ValueError
        return save_revision(self, *args, **kwargs)

    monkeypatch.setattr(EventPage, "save_revision", fail)
    after = words(choose(client, page))
    assert "« Deux » : ce brouillon n’a pas pu être créé." in after and "2 brouillons créés." in after
    assert sorted(EventPage.objects.values_list("title", flat=True)) == ["Trois", "Un"]
    assert not ImportedEvent.objects.filter(page=None).exists()


def test_what_was_deleted_is_remembered_and_may_come_again(client, ana, in_november):
    data = calendar(vevent(uid="un"))
    choose(client, give(client, data))
    EventPage.objects.get().delete()
    page = give(client, data)
    assert "déjà venu, supprimé depuis" in rows(page)[0] and ticked(page) == []
    choose(client, page, ["0"])
    assert statuses(data) == [Status.ALREADY]


def test_a_probable_duplicate_is_shown_with_what_it_looks_like_and_not_chosen(client, ana, in_november):
    make_event("Grand débat public", start_date=date(2027, 1, 5), start_time=time(18))
    page = give(client, calendar(vevent(title="Débat public")))
    assert "probablement un doublon ressemble à Grand débat public" in rows(page)[0]
    assert ticked(page) == []
    choose(client, page, ["0"])
    assert EventPage.objects.count() == 2


# --- This site's own files -------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/agenda.ics", "/agenda.ics?du=2026-12-01", "/agenda/{pk}.ics"])
def test_what_this_site_wrote_is_already_there(client, ana, in_november, address):
    event = make_event(start_date=date(2026, 12, 10), repeats="weekly", repeats_times=3)
    found = statuses(client.get(address.format(pk=event.pk)).content)
    assert set(found) == {Status.ALREADY}


def test_what_another_site_of_ours_wrote_gives_the_same_occurrences(client, ana, in_november):
    fields = {
        "start_date": date(2026, 12, 10),
        "start_time": time(18, 30),
        "end_time": time(20),
        "repeats": "weekly",
        "interval": 2,
        "place": make_place("Lyon"),
        "venue": "Salle 3",
        "exceptions": [
            ("cancelled", {"day": date(2026, 12, 24), "note": "Fermé."}),
            ("moved", {"day": date(2027, 1, 7), "to_day": date(2027, 1, 8), "hour": time(19), "note": "Un vendredi."}),
            ("pause", {"first": date(2027, 2, 1), "last": date(2027, 3, 1), "name": "les vacances"}),
        ],
    }
    event = make_event("Groupe Balint", **fields)
    columns = (
        "start",
        "end",
        "all_day",
        "label",
        "state",
        "place",
        "venue",
        "note",
        "moved_from",
        "zone",
        "day",
        "last_day",
    )
    before = list(Occurrence.objects.values_list(*columns))
    data = client.get(f"/agenda/{event.pk}.ics").content
    event.delete()
    assert not Occurrence.objects.exists()

    choose(client, give(client, data))
    EventPage.objects.get().get_latest_revision().publish()
    assert list(Occurrence.objects.values_list(*columns)) == before
    assert len(before) > 20


# --- The command ------------------------------------------------------------------------------


def run(tmp_path, data, *options):
    file = tmp_path / "agenda.ics"
    file.write_bytes(data)
    output = StringIO()
    call_command("import_ics", str(file), *options, stdout=output, stderr=output)
    return words(output.getvalue())


def test_the_command_makes_drafts_of_what_is_new(tmp_path, ana, in_november):
    make_event("Grand débat public", start_date=date(2027, 1, 5))
    data = calendar(vevent(title="Débat public"), vevent(title="Atelier d’écriture"), vevent(start="demain"))
    said = run(tmp_path, data, "--user", "ana")
    assert "nouveau Atelier d’écriture" in said and "probablement un doublon" in said and "illisible" in said
    assert "1 brouillons créés ou mis à jour." in said
    assert EventPage.objects.get(title="Atelier d’écriture").owner == ana
    assert not EventPage.objects.filter(title="Débat public").exists()
    assert "2 brouillons seraient" not in run(tmp_path, data, "--dry-run")
    run(tmp_path, data, "--all")
    assert EventPage.objects.get(title="Débat public").owner is None


def test_the_command_leaves_a_locked_page_whoever_asks(tmp_path, ana, in_november):
    run(tmp_path, calendar(vevent(uid="un")))
    Page.objects.update(locked=True, locked_by=ana, locked_at=timezone.now())
    with pytest.raises(SystemExit):
        run(tmp_path, calendar(vevent(uid="un", start="20270105T190000")), "--all")
    assert EventPage.objects.get().get_latest_revision_as_object().start_time == time(18, 30)


def test_the_command_changes_nothing_when_it_is_asked_only_to_look(tmp_path, in_november):
    assert "1 brouillons seraient créés" in run(tmp_path, calendar(vevent()), "--dry-run")
    assert not EventPage.objects.exists() and not ImportedEvent.objects.exists()


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (b"rien", (), "Ligne 1 : ce n’est pas un fichier d’agenda"),
        (calendar(vevent()), ("--user", "personne"), "Aucun compte ne s’appelle « personne »."),
    ],
)
def test_the_command_says_in_a_sentence_what_stops_it(tmp_path, data, options, said):
    with pytest.raises(CommandError) as stopped:
        run(tmp_path, data, *options)
    assert said in words(stopped.value)


def test_the_command_says_that_a_file_is_not_there():
    with pytest.raises(CommandError, match="ne s’ouvre pas"):
        call_command("import_ics", "/nulle/part.ics")


def test_the_command_forgets_old_files_too(tmp_path, ana, in_november):
    CalendarImport.objects.create(owner=ana, name="vieux", uploaded_at=timezone.now() - timedelta(days=3))
    run(tmp_path, calendar(vevent()), "--dry-run")
    assert not CalendarImport.objects.exists()
