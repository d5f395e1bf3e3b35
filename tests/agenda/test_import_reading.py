"""Files that come from anywhere: what is refused, and on which line; what is read all the same, and said."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar.timezone import tzp

from agenda.importing.calendar_text import MOST_BYTES, UnreadableCalendar
from agenda.importing.preview import read_proposals
from agenda.importing.reading import MOST_EVENTS
from agenda.importing.timing import timing_of
from tests.agenda.calendars import calendar, proposal, proposals, vevent
from tests.agenda.conftest import plain
from tests.factories import make_place

pytestmark = pytest.mark.django_db

#: Seconds of computation that the worst of these files may take.
PATIENCE = 20


def refusal(data):
    with pytest.raises(UnreadableCalendar) as refused:
        read_proposals(data)
    return plain(refused.value)


def with_line(line, at=5):
    """A file whose line `at` is `line`: the fifth is inside the event, after its UID."""
    lines = calendar(vevent()).decode().split("\r\n")
    return "\r\n".join([*lines[: at - 1], line, *lines[at - 1 :]]).encode()


REFUSED = [
    ("five megabytes", b"BEGIN:VCALENDAR\r\n" + b"X-COMMENT:" + b"a" * 5_000_000, "Ce fichier est trop lourd"),
    ("empty", b"", "Ligne 1 : ce n’est pas un fichier d’agenda"),
    ("spaces only", b"\r\n\r\n  ", "Ligne 3 : ce n’est pas un fichier d’agenda"),
    ("a web page", b"<!doctype html><title>Connexion</title>", "Ligne 1 : ce n’est pas un fichier d’agenda"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x81", "Ligne 3 : des signes illisibles"),
    ("an address book", b"BEGIN:VCARD\r\nEND:VCARD\r\n", "Ligne 1 : ce n’est pas un fichier d’agenda"),
    ("nothing in it", calendar(), "Cet agenda ne contient aucun rendez-vous."),
    ("tasks only", calendar(["BEGIN:VTODO", "UID:1", "END:VTODO"]), "Cet agenda ne contient aucun rendez-vous."),
    ("a line without sense", with_line("ceci n’est pas une ligne"), "Ligne 5 : cette ligne n’a pas de sens"),
    ("a line cut in two", with_line("suite"), "Ligne 5 : cette ligne n’a pas de sens"),
    ("an end too many", with_line("END:VEVENT"), "Ligne 11 : END:VEVENT ferme ce qui n’est pas ouvert."),
    ("ends that cross", with_line("END:VCALENDAR"), "Ligne 5 : END:VCALENDAR ferme ce qui n’est pas ouvert."),
    ("cut before its end", calendar(vevent())[:-40], "Ligne 9 : "),
    ("no end", calendar(vevent()).replace(b"END:VCALENDAR\r\n", b""), "Ligne 10 : le fichier s’arrête avant la fin"),
    ("nested", calendar(["BEGIN:VEVENT"] * 600 + ["END:VEVENT"] * 600), "Ligne 7 : cette ligne n’a pas de sens"),
    ("no date at all", calendar(vevent(start="demain")), "Ligne 8 : le début (DTSTART) n’est pas une date."),
    ("a 32nd day", calendar(vevent(start="20270132T183000")), "Ligne 8 : le début (DTSTART) n’est pas une date."),
    ("no start", calendar(["BEGIN:VEVENT", "UID:1", "END:VEVENT"]), "Ligne 4 : ce rendez-vous n’a pas de début"),
    ("the year 1", calendar(vevent("DTSTART:00010101T000000Z")), "Ligne 4 : cette année n’est pas possible."),
    ("the year 9999", calendar(vevent("DTSTART;VALUE=DATE:99991231")), "Ligne 4 : cette année n’est pas possible."),
    ("a zone that is a folder", calendar(vevent(zone="Europe")), "Ligne 8 : le début (DTSTART) n’est pas une date."),
    ("a zone without end", calendar(vevent(zone="x" * 300)), "Ligne 8 : le début (DTSTART) n’est pas une date."),
    ("too many lines", b"BEGIN:VCALENDAR\n" + b"\n" * 300_000, "Ce fichier a trop de lignes."),
]


@pytest.mark.parametrize(("data", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_file_that_cannot_be_read_is_refused_and_says_where(data, said):
    assert refusal(data).startswith(said)


def test_a_calendar_of_too_many_events_is_refused():
    events = [["BEGIN:VEVENT", f"UID:{number}", "END:VEVENT"] for number in range(MOST_EVENTS + 1)]
    assert refusal(calendar(*events)).startswith("Cet agenda contient 5001 rendez-vous : 5000 au plus.")


def test_the_line_is_that_of_the_file_whatever_is_folded():
    folded = ["DESCRIPTION:un texte", *[" plié"] * 20]
    assert refusal(calendar(vevent(*folded), vevent("rien"))).startswith("Ligne 38 : cette ligne n’a pas de sens")


def test_one_event_that_cannot_be_read_leaves_the_others():
    unread, read = proposals(vevent(start="demain", title="Perdu"), vevent(title="Trouvé"))
    assert (unread.title, unread.line, unread.fields) == ("Perdu", 8, {})
    assert plain(unread.refused) == "le début (DTSTART) n’est pas une date."
    assert (read.title, read.refused) == ("Trouvé", "")


LOST_DATES, LOST_RULE = "Des dates en plus ou en moins ne se lisent pas", "Cette répétition ne se lit pas"

HELD = {"title": "Annulé : Débat", "state": "confirmed"}

#: What an event says, what becomes of it (fields), and what is said of it.
READ = [
    ("an end before the start", {"end": "20270104T200000"}, (), {"end_time": None}, "La fin est avant le début"),
    ("an end that is no date", {"end": "plus tard"}, (), {"end_time": None}, "La fin n’est pas une date"),
    ("an end in the year 9999", {"end": "99991231T000000"}, (), None, "cette année n’est pas possible."),
    ("no end", {"end": ""}, (), {"start_time": "18:30:00", "end_time": None}, ""),
    ("a night", {"end": "20270106T020000"}, (), {"end_date": None, "end_time": "02:00:00"}, ""),
    ("two days", {"end": "20270106T190000"}, (), {"end_date": "2027-01-06", "end_time": "19:00:00"}, ""),
    ("to the last second", {"end": "20270105T235959"}, (), {"end_time": "23:59:00"}, ""),
    ("a whole day", {}, ["DTSTART;VALUE=DATE:20270105"], {"start_time": None, "end_date": None, "zone": ""}, ""),
    (
        "three whole days",
        {},
        ["DTSTART;VALUE=DATE:20270105", "DTEND;VALUE=DATE:20270108"],
        {"start_date": "2027-01-05", "end_date": "2027-01-07"},
        "",
    ),
    ("a length", {"end": ""}, ["DURATION:PT1H30M"], {"end_time": "20:00:00"}, ""),
    ("days of length", {}, ["DTSTART;VALUE=DATE:20270105", "DURATION:P2D"], {"end_date": "2027-01-06"}, ""),
    ("cancelled", {}, ["STATUS:CANCELLED"], {"state": "cancelled"}, ""),
    ("cancelled, as we say it", {"title": "Annulé : Débat"}, ["STATUS:CANCELLED"], {"title": "Débat"}, ""),
    (
        "postponed, as we say it",
        {"title": "Reporté : A"},
        ["STATUS:CANCELLED"],
        {"title": "A", "state": "postponed"},
        "",
    ),
    ("cancelled by its title only", {"title": "Annulé : Débat"}, (), HELD, "Son titre dit « Annulé », mais le fichier"),
    ("postponed by its title only", {"title": "Reporté: Débat"}, (), {"title": "Reporté: Débat"}, "dit « Reporté »"),
    ("tentative", {}, ["STATUS:TENTATIVE"], {"state": "confirmed"}, "À confirmer"),
    ("no title", {"title": ""}, (), {"title": "Rendez-vous sans titre"}, ""),
    ("a title with markup", {"title": "Café &amp; <b>débat</b>"}, (), {"title": "Café & débat"}, ""),
    ("control signs", {"title": "Un\x00 dé\x0bbat"}, (), {"title": "Un débat"}, ""),
    ("a kind", {}, ["CATEGORIES:Divers,Projection"], {"kind": "screening"}, ""),
    ("a page", {}, ["URL:https://ailleurs.example/1"], {"registration_url": ""}, ""),
    (
        "a form to register",
        {},
        ["URL:https://framaforms.org/inscription"],
        {"registration_url": "https://framaforms.org/inscription"},
        "",
    ),
    ("an address that is none", {}, ["URL:javascript:alert(1)"], {"registration_url": "", "body": []}, ""),
    ("online", {}, ["LOCATION:https://visio.example/salle"], {"online_url": "https://visio.example/salle"}, ""),
    ("no known town", {}, ["LOCATION:Chez Ana"], {"venue": "Chez Ana", "place": None}, "Aucune ville n’est reconnue"),
    ("every second", {}, ["RRULE:FREQ=SECONDLY"], {"repeats": "", "added_dates": []}, LOST_RULE),
    ("never the same", {}, ["RRULE:FREQ=DAILY;INTERVAL=0"], {"repeats": ""}, LOST_RULE),
    ("a rule that is none", {}, ["RRULE:chaque mardi"], {"repeats": ""}, LOST_RULE),
    ("a 13th month", {}, ["RRULE:FREQ=YEARLY;BYMONTH=13"], {"repeats": ""}, ""),
    (
        "since 1604",
        {"start": "16040105T183000", "end": ""},
        ["RRULE:FREQ=YEARLY"],
        {"repeats": ""},
        LOST_RULE,
    ),
    ("a lost RDATE", {}, ["RDATE:demain"], {"added_dates": []}, LOST_DATES),
    ("an RDATE at the end of time", {}, ["RDATE:99991231T235959Z"], {"added_dates": []}, LOST_DATES),
    ("an RDATE of the year 1", {}, ["RDATE:00010101T000000"], {"added_dates": []}, LOST_DATES),
    ("an RDATE without end", {}, ["RDATE;VALUE=PERIOD:20270301T100000Z/P9999999D"], {"added_dates": []}, LOST_DATES),
    (
        "an EXDATE before all hours",
        {"zone": "America/Toronto"},
        ["RRULE:FREQ=WEEKLY", "EXDATE:00010101T000000Z"],
        {"repeats": "weekly", "exceptions": []},
        LOST_DATES,
    ),
    ("an end before all days", {}, ["RRULE:FREQ=WEEKLY;UNTIL=00010101T000000Z"], {"repeats": ""}, LOST_RULE),
    ("an end of the year 1", {}, ["RRULE:FREQ=WEEKLY;UNTIL=00010101"], {"repeats": ""}, LOST_RULE),
    (
        "an end that means never",
        {"zone": "Europe/Paris"},
        ["RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z"],
        {"repeats": "weekly", "repeats_until": None},
        "",
    ),
    ("a rule that is a day", {}, ["RRULE;VALUE=DATE:20270105"], {"repeats": ""}, LOST_RULE),
    ("a position in words", {}, ["GEO;VALUE=TEXT:x"], {"place": None}, ""),
    ("a version in words", {}, ["SEQUENCE;VALUE=TEXT:abc"], {"title": "Débat public"}, ""),
]


@pytest.mark.parametrize(
    ("fields", "lines", "expected", "said"), [case[1:] for case in READ], ids=[case[0] for case in READ]
)
def test_what_an_event_says_is_read_or_said(fields, lines, expected, said):
    if expected is None:
        assert said in refusal(calendar(vevent(*lines, **fields)))
        return
    found = proposal(*lines, **fields)
    assert {name: found.fields[name] for name in expected} == expected
    assert said in plain(" ".join(found.said))
    if not said:
        assert found.said == []


@pytest.mark.parametrize(
    "replaced", ["RECURRENCE-ID:99991231T235959Z", "RECURRENCE-ID:00010101T000000Z", "RECURRENCE-ID;VALUE=TEXT:x"]
)
def test_a_date_of_a_series_that_cannot_be_found_in_it_is_said(replaced):
    [found] = proposals(vevent("RRULE:FREQ=WEEKLY", uid="serie", zone="America/Toronto"), vevent(replaced, uid="serie"))
    assert (found.fields["repeats"], found.fields["exceptions"], found.fields["added_dates"]) == ("weekly", [], [])
    assert [plain(said) for said in found.said] == ["Ligne 12 : on ne sait pas quelle date est changée."]


@pytest.mark.parametrize("position", ["inf;inf", "nan;0", "91;0", "0;181"])
def test_a_position_that_is_nowhere_on_earth_is_passed_over(position):
    for code in ("sud", "nord"):
        make_place("Villeneuve", code=code)
    assert proposal("LOCATION:Villeneuve", f"GEO:{position}").event().place.name == "Villeneuve"


def test_whatever_goes_wrong_with_one_event_the_others_come(monkeypatch, caplog):
    def fail_once(event, *args, **kwargs):
        if "Perdu" in event["SUMMARY"]:
            raise ZeroDivisionError
        return timing_of(event, *args, **kwargs)

    monkeypatch.setattr("agenda.importing.proposals.timing_of", fail_once)
    unread, read = proposals(vevent(title="Perdu"), vevent(title="Trouvé"))
    assert (unread.title, unread.line, plain(unread.refused)) == ("Perdu", 4, "ce rendez-vous ne se lit pas.")
    assert (read.title, read.refused) == ("Trouvé", "")
    assert "ZeroDivisionError" in caplog.text


def test_private_events_and_who_is_invited_are_not_read():
    kept = vevent("ATTENDEE;CN=Jeanne:mailto:jeanne@example.org", "ORGANIZER:mailto:paul@example.org", title="Public")
    read = read_proposals(calendar(kept, vevent("CLASS:PRIVATE", title="Médecin"), vevent("CLASS:CONFIDENTIAL")))
    assert [one.title for one in read.proposals] == ["Public"]
    assert [plain(sentence) for sentence in read.said] == ["Rendez-vous privés, laissés de côté : 2."]
    assert "example.org" not in str([one.as_json() for one in read.proposals])


def test_the_description_is_plain_text_with_its_links():
    description = (
        r'<p>Une soirée <b>ouverte</b> à tou·tes\, sur <a href="https://ailleurs.example/">leur site</a>.</p>'
        r"<script>alert(1)</script><p>Entrée libre &amp; gratuite</p>" + "<p>" + "Encore des mots. " * 40 + "</p>"
    )
    found = proposal(f"DESCRIPTION:{description}", "URL:https://ailleurs.example/1")
    assert found.fields["summary"] == "Une soirée ouverte à tou·tes, sur leur site (https://ailleurs.example/)."
    [block] = found.fields["body"]
    assert "<p>Entrée libre &amp; gratuite</p>" in block["value"]
    assert "alert" not in block["value"] and "<b>" not in block["value"]
    assert plain(block["value"]).endswith(
        '<p>Page d’origine : <a href="https://ailleurs.example/1">https://ailleurs.example/1</a></p>'
    )


def test_plain_text_stays_as_it_was_written():
    found = proposal(r"DESCRIPTION:3 < 5\, « oui » ; <script>", title="R&D : 2 > 1")
    assert found.fields["title"] == "R&D : 2 > 1"
    assert found.fields["summary"].startswith("3 < 5, « oui » ;")


def test_a_long_description_is_cut_between_words_for_the_summary_and_whole_in_the_text():
    text = "anticonstitutionnellement " * 200
    found = proposal(f"DESCRIPTION:{text}")
    assert len(found.fields["summary"]) <= 320
    assert found.fields["summary"].endswith("anticonstitutionnellement…")
    assert found.fields["body"][0]["value"].count("anticonstitutionnellement") == 200


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "lu comme du Windows-1252")]
)
def test_accents_survive_the_encodings_of_old_programs(encoding, said):
    read = read_proposals(calendar(vevent(title="Été à Forcé")).decode().encode(encoding))
    assert read.proposals[0].title == "Été à Forcé"
    assert said in " ".join(read.said)


#: Zone of the file, hour as it is written, zone and hour here, what is said.
ZONES = [
    ("DTSTART;TZID=Europe/Paris:20270705T183000", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART;TZID=Europe/Berlin:20270705T183000", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART;TZID=America/Montreal:20270705T183000", (), "America/Toronto", "18:30:00", ""),
    ("DTSTART;TZID=Romance Standard Time:20270705T183000", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART;TZID=/vendeur.example/Europe/Paris:20270705T183000", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART:20270705T163000Z", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART:20270705T163000Z", ["X-WR-TIMEZONE:America/Toronto"], "America/Toronto", "12:30:00", ""),
    ("DTSTART:20270705T183000", (), "Europe/Paris", "18:30:00", ""),
    ("DTSTART:20270705T183000", ["X-WR-TIMEZONE:America/Toronto"], "America/Toronto", "18:30:00", ""),
    ("DTSTART:20270705T183000", ["X-WR-TIMEZONE:Nulle/Part"], "Europe/Paris", "18:30:00", ""),
    ("DTSTART;TZID=Asia/Kathmandu:20270705T183000", (), "Europe/Paris", "14:45:00", "heure de Katmandou"),
    (
        "DTSTART;TZID=Chez nous:20270705T183000",
        (),
        "Europe/Paris",
        "18:30:00",
        "un fuseau horaire inconnu, « Chez nous »",
    ),
]


@pytest.mark.parametrize(("start", "head", "zone", "hour", "said"), ZONES)
def test_an_hour_is_that_of_its_own_zone(start, head, zone, hour, said):
    found = proposal(start, head=head)
    assert (found.fields["zone"], found.fields["start_time"]) == (zone, hour)
    assert said in plain(" ".join(found.said))


def test_a_zone_that_a_file_describes_is_recognised_by_its_clock():
    described = [
        *["BEGIN:VTIMEZONE", "TZID:Maison"],
        *["BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "END:STANDARD"],
        *["BEGIN:DAYLIGHT", "DTSTART:16010101T000000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400"],
        *["RRULE:FREQ=SECONDLY", "END:DAYLIGHT", "END:VTIMEZONE"],
    ]
    [found] = proposals(described, vevent("DTSTART;TZID=Maison:20270705T183000"))
    assert (found.fields["zone"], found.fields["start_time"]) == ("America/Toronto", "18:30:00")
    # icalendar keeps such zones for the whole process: the next file would have them.
    assert tzp.timezone("Maison") is None


def test_an_hour_in_utc_is_announced_at_the_hour_of_its_town():
    make_place("Montréal", "CA", region="Québec")
    found = proposal("DTSTART:20270705T223000Z", "LOCATION:Montréal")
    assert (found.fields["zone"], found.fields["start_time"]) == ("", "18:30:00")
    assert found.event().time_zone == "America/Toronto"


#: Where, as calendars write it; the town, the room, the rest.
WHERE = [
    ("Lyon", "fr-69", "", ""),
    ("Salle 3, 12 rue des Lilas, 69001 Lyon, France", "fr-69", "Salle 3", "12 rue des Lilas"),
    ("12 rue des Lilas\\n69001 LYON CEDEX 01", "fr-69", "", "12 rue des Lilas"),
    ("MJC – Lyon", "fr-69", "MJC", ""),
    ("Saint-Denis (La Réunion)", "fr-974", "", ""),
    ("93200 Saint-Denis", "fr-93", "", ""),
    ("St Denis", "fr-93", "", ""),
    ("France", "fr", "", ""),
    ("Chez Ana, au fond de la cour", None, "Chez Ana", "au fond de la cour"),
]


@pytest.mark.parametrize(("location", "code", "venue", "address"), WHERE)
def test_a_town_is_recognised_in_the_words_of_a_place(location, code, venue, address):
    make_place("Lyon", code="fr-69", postcode="69001", department="Rhône", population=500_000)
    make_place("Saint-Denis", code="fr-974", postcode="97400", department="La Réunion", population=100_000)
    make_place("Saint-Denis", code="fr-93", postcode="93200", department="Seine-Saint-Denis", population=110_000)
    make_place("France", code="fr", kind="country")
    found = proposal(f"LOCATION:{location.replace(',', chr(92) + ',')}")
    place = found.event().place
    assert (place and place.code, found.fields["venue"], found.fields["address"]) == (code, venue, address)


def test_a_position_tells_between_namesakes():
    for code, latitude in (("sud", 43.0), ("nord", 50.0)):
        make_place("Villeneuve", code=code, latitude=latitude, longitude=2.0)
    assert proposal("LOCATION:Villeneuve", "GEO:50.1;2.1").event().place.code == "nord"


SAME_PLACE = ",".join(["366"] * 20_000)


def _many_dates_of_a_long_text():
    """The lines of a series whose description is long, and of three thousand dates that say nothing else."""
    words = "DESCRIPTION:" + "<p>Encore des mots.</p>" * 800
    series = vevent("RRULE:FREQ=DAILY", words, uid="serie")
    days = [date(2027, 1, 6) + timedelta(days=number) for number in range(3000)]
    others = [vevent(f"RECURRENCE-ID;TZID=Europe/Paris:{day:%Y%m%d}T183000", uid="serie") for day in days]
    return [line for event in (series, *others) for line in event]


#: Files made to take for ever.
LONG = {
    "a line folded ten thousand times": vevent("DESCRIPTION:Long", *[" encore des mots"] * 10_000),
    "no 30 February": vevent("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "every second, written as every day": vevent(
        "RRULE:FREQ=DAILY;BYHOUR={};BYMINUTE={}".format(*(",".join(map(str, range(most))) for most in (24, 60)))
    ),
    "a billion times": vevent("RRULE:FREQ=DAILY;COUNT=1000000000"),
    "every billion days": vevent("RRULE:FREQ=DAILY;INTERVAL=1000000000"),
    "the same place twenty thousand times": vevent("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=" + SAME_PLACE),
    "a long text, and three thousand dates of its own": _many_dates_of_a_long_text(),
    "a million commas": vevent("LOCATION:" + "a\\,b" * 500_000),
    "a thousand pages of tags": vevent("DESCRIPTION:" + "<a <b <!-- &#9; " * 20_000),
    "ten thousand days left out": vevent("RRULE:FREQ=DAILY", "EXDATE:" + ",".join(["20270106T173000Z"] * 10_000)),
}


@pytest.mark.parametrize("event", LONG.values(), ids=LONG)
def test_no_file_takes_for_ever(event):
    began = time.thread_time()
    proposals(event)
    assert time.thread_time() - began < PATIENCE


def test_a_file_of_too_many_dates_is_refused():
    rules = [vevent("RRULE:FREQ=DAILY;INTERVAL=2") for _again in range(101)]
    assert "donnent trop de dates" in refusal(calendar(*rules))


def test_a_file_of_nothing_but_long_rules_is_refused():
    rules = [vevent("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") for _again in range(MOST_EVENTS)]
    began = time.thread_time()
    assert "demandent trop de calcul" in refusal(calendar(*rules))
    assert time.thread_time() - began < PATIENCE


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                """BEGIN:VEVENT END:VEVENT BEGIN:VCALENDAR END:VCALENDAR BEGIN:VTIMEZONE END:VTIMEZONE BEGIN: END:
                DTSTART:20270105T183000Z DTSTART;VALUE=DATE:20270105 DTSTART;TZID=:20270105T183000 DTEND:20270105 UID:1
                DTSTART;VALUE=PERIOD:20270105T183000Z/PT1H DTSTART:PT1H DURATION:-P1D DURATION:P99999999D GEO:1 GEO:a;b
                RRULE:FREQ=WEEKLY;BYDAY=9MO RRULE:FREQ=MONTHLY;BYSETPOS=0 RRULE:FREQ=YEARLY;BYWEEKNO=99 RRULE: RRULE:=
                RRULE:FREQ=DAILY;UNTIL=PT1H RRULE:FREQ=DAILY;COUNT=-1 RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=00010101
                EXDATE:20270105 EXDATE;VALUE=PERIOD:20270105T183000Z/PT1H RDATE;VALUE=PERIOD:20270105T183000Z/PT1H
                RECURRENCE-ID:20270105 RECURRENCE-ID;RANGE=THISANDFUTURE:20270105T183000Z CATEGORIES:,, STATUS:
                SEQUENCE:9999999999999999999999 SEQUENCE:-1 TZOFFSETTO:+9999 TZID:A X-WR-TIMEZONE:../../etc CLASS:
                RRULE:FREQ=WEEKLY;UNTIL=00010101T000000Z RDATE:99991231T235959Z EXDATE:00010101T000000Z
                RECURRENCE-ID:99991231T235959Z RRULE;VALUE=DATE:20270105 GEO;VALUE=TEXT:x SEQUENCE;VALUE=TEXT:abc
                GEO:inf;nan RDATE;VALUE=PERIOD:20270301T100000Z/P2900000D DTSTART;TZID=America/Toronto:20270105T183000
                SUMMARY:\\ SUMMARY;X=";":a SUMMARY;LANGUAGE=fr:a URL: CONFERENCE:a""".split()
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    )
)
def test_whatever_the_lines_a_file_is_read_or_refused(lines):
    data = calendar(["BEGIN:VEVENT", *lines, "END:VEVENT"])
    try:
        read_proposals(data)
    except UnreadableCalendar as refused:
        assert str(refused)


def test_the_bound_is_under_five_megabytes():
    assert MOST_BYTES < 5_000_000
