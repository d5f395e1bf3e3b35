"""The agenda as readers walk through it: what comes, a month, the archive, a sheet to pin, a view to follow."""

import re
from datetime import date, time

import pytest
import time_machine
from django.utils import timezone

from agenda.models import Occurrence
from tests.factories import make_appeal, make_event, make_initiative, make_place, make_theme

pytestmark = pytest.mark.django_db

NOW = "2026-11-21 10:00:00+01:00"
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def titles(client, address):
    return [one.title for _day, dates in client.get(address).context["groups"] for one in dates]


def make_weekly(title="Groupe Balint", **fields):
    fields = {"start_date": date(2026, 11, 12), "start_time": time(18, 30), "repeats": "weekly", **fields}
    return make_event(title, **fields)


# --- What comes -------------------------------------------------------------------------------


def test_today_comes_first_then_what_is_going_on_then_the_days(client):
    make_event("Demain", start_date=date(2026, 11, 22))
    make_event("Une occupation", start_date=date(2026, 11, 10), end_date=date(2026, 12, 10))
    make_event("Ce soir", start_date=TODAY, start_time=time(20))
    groups = client.get("/agenda/").context["groups"]
    assert [(day, [one.title for one in dates]) for day, dates in groups] == [
        (TODAY, ["Ce soir"]),
        (None, ["Une occupation"]),
        (date(2026, 11, 22), ["Demain"]),
    ]
    html = html_of(client, "/agenda/")
    assert "Aujourd’hui" in html and "En cours" in html and "jusqu’au 10\xa0décembre\xa02026" in html


def test_a_date_that_is_moved_cancelled_or_annotated_says_so(client):
    make_weekly(
        exceptions=[
            ("moved", {"day": date(2026, 11, 26), "to_day": date(2026, 11, 27), "note": "La salle est prise."}),
            ("cancelled", {"day": date(2026, 12, 3), "note": "Grève des transports."}),
            ("noted", {"day": date(2026, 12, 10), "note": "Avec un repas."}),
        ]
    )
    html = html_of(client, "/agenda/")
    for said in (
        "Au lieu du jeudi 26\xa0novembre\xa02026",
        "La salle est prise.",
        "Grève des transports.",
        "Avec un repas.",
    ):
        assert said in html
    assert html.count("Annulé") == 1


def make_choice():
    lyon, paris = make_place("Lyon", region="Auvergne-Rhône-Alpes"), make_place("Paris")
    organiser = make_initiative("La Maison commune")
    make_event("Marche", kind="march", place=lyon, start_date=date(2026, 12, 1), themes=[make_theme("Logement")])
    make_event("Balint", kind="balint", place=paris, start_date=date(2026, 12, 2), organiser=organiser)
    make_event("À distance", kind="debate", online_url="https://example.org/", start_date=date(2027, 1, 9))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Marche", "Balint", "À distance"]),
        ("?sorte=manifestation", ["Marche"]),
        ("?theme=logement", ["Marche"]),
        ("?lieu=lyon", ["Marche"]),
        ("?lieu=en-ligne", ["À distance"]),
        ("?lieu=En+ligne", ["À distance"]),
        ("?par=la-maison-commune", ["Balint"]),
        ("?du=2026-12-02", ["Balint", "À distance"]),
        ("?du=02/12/2026&au=31/12/2026", ["Balint"]),
        ("?au=2026-12-01", ["Marche"]),
        ("?du=2026-12-02&lieu=lyon", []),
        # What cannot be read narrows nothing.
        ("?du=hier", ["Marche", "Balint", "À distance"]),
        ("?du=2026-13-45&au=%00", ["Marche", "Balint", "À distance"]),
        ("?du=2026-12-02&au=2026-12-01", ["Balint", "À distance"]),
        ("?du=9999-99-99", ["Marche", "Balint", "À distance"]),
        ("?du=9999-12-31", ["Marche", "Balint", "À distance"]),
        ("?du=0001-01-01&au=0001-01-02", ["Marche", "Balint", "À distance"]),
        ("?du=2999-12-31", []),
    ],
)
def test_it_is_narrowed_by_what_one_asks(client, query, found):
    make_choice()
    assert titles(client, f"/agenda/{query}") == found
    said = client.get(f"/agenda.json{query}").json()["dates"]
    assert [one["title"] for one in said] == found
    calendar = client.get(f"/agenda.ics{query}").content.decode()
    assert calendar.count("BEGIN:VEVENT") == len(found)


MACHINES = ["/agenda.ics", "/agenda.json", "/flux/agenda.xml"]


@pytest.mark.parametrize("query", ["?par=personne", "?lieu=nulle-part", "?sorte=rien", "?theme=inconnu", "?par=%22%27"])
def test_who_follows_what_does_not_exist_is_not_sent_everything_else(client, query):
    make_choice()
    assert titles(client, f"/agenda/{query}") == ["Marche", "Balint", "À distance"]
    assert [client.get(f"{address}{query}").status_code for address in MACHINES] == [404, 404, 404]


def test_who_follows_a_collective_is_sent_nothing_once_all_its_dates_have_passed(client):
    make_event("Ailleurs", start_date=date(2026, 12, 1))
    organiser = make_initiative("La Maison commune")
    make_event("Fini", kind="balint", start_date=date(2026, 11, 2), organiser=organiser)
    for query in ("?par=la-maison-commune", "?sorte=groupe-balint"):
        html = html_of(client, f"/agenda/{query}")
        assert titles(client, f"/agenda/{query}") == [] and "Retirer" in html
        assert client.get(f"/agenda.ics{query}").content.count(b"BEGIN:VEVENT") == 0
        assert client.get(f"/agenda.json{query}").json()["dates"] == []
        assert client.get(f"/flux/agenda.xml{query}").content.count(b"<entry>") == 0


def test_a_date_that_is_elsewhere_is_found_where_it_takes_place(client):
    elsewhere = {"day": date(2026, 11, 26), "to_day": date(2026, 11, 26), "place": make_place("Lyon")}
    make_weekly(place=make_place("Paris"), repeats_times=3, exceptions=[("moved", elsewhere)])
    assert titles(client, "/agenda/?lieu=lyon") == ["Groupe Balint"]
    calendar = client.get("/agenda.ics?lieu=lyon").content.decode()
    assert "RECURRENCE-ID;TZID=Europe/Paris:20261126T183000" in calendar and "BEGIN:VTIMEZONE" in calendar


def test_an_evening_west_of_here_stays_until_it_is_over(client):
    """18 h 30 in Montréal is half past midnight in Paris."""
    montreal = make_place("Montréal", country="CA", region="Québec")
    make_event("Atelier", start_date=date(2026, 12, 5), start_time=time(18, 30), end_time=time(20), place=montreal)
    for moment, day in (
        ("2026-12-05 23:50:00+01:00", date(2026, 12, 5)),
        ("2026-12-06 00:10:00+01:00", date(2026, 12, 6)),
        ("2026-12-06 01:00:00+01:00", None),
    ):
        with time_machine.travel(moment, tick=False):
            assert [day for day, _dates in client.get("/agenda/").context["groups"]] == [day], moment
            assert titles(client, "/agenda/archives/") == []
    with time_machine.travel("2026-12-06 02:00:00+01:00", tick=False):
        assert titles(client, "/agenda/") == [] and titles(client, "/agenda/archives/") == ["Atelier"]


def test_one_view_leads_to_another_of_the_same_choice(client):
    make_choice()
    for address in ("/agenda/?sorte=manifestation&du=2026-12-01", "/agenda/2026/12/?sorte=manifestation"):
        html = html_of(client, address)
        assert 'href="/agenda/?sorte=manifestation"' in html
        assert 'href="/agenda/2026/11/?sorte=manifestation"' in html
        assert 'href="/agenda/archives/?sorte=manifestation"' in html
        assert 'href="/agenda/?sorte=manifestation&amp;du=2026-11-16&amp;au=2026-11-22"' in html


def test_what_was_typed_and_not_understood_is_said(client):
    html = html_of(client, "/agenda/?du=hier&au=2026-12-01")
    assert "Écrivez un jour, par exemple 25/12/2026." in html and 'value="2026-12-01"' in html
    assert "Ce jour est avant le premier." in html_of(client, "/agenda/?du=2026-12-02&au=2026-12-01")


def test_days_that_have_passed_are_shown_to_whoever_asks_for_them(client):
    make_event("La semaine dernière", start_date=date(2026, 11, 12))
    assert titles(client, "/agenda/") == []
    assert titles(client, "/agenda/?du=2026-11-09&au=2026-11-15") == ["La semaine dernière"]


# --- A month ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "/agenda/2026/13/",
        "/agenda/0000/00/",
        "/agenda/0/1/",
        "/agenda/9999/12/",
        "/agenda/2026/0/",
        "/agenda/99999999/1/",
    ],
)
def test_a_month_that_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/agenda/2026/11/", "/agenda/1000/01/", "/agenda/2999/12/", "/agenda/2026/02/"])
def test_a_month_without_a_date_says_so(client, address):
    assert re.search(r"Aucune date en [a-zé]+\xa0\d{4}", html_of(client, address))


def test_a_month_shows_each_date_in_its_day(client):
    make_weekly()
    make_event("Une coordination", start_date=date(2026, 11, 29), end_date=date(2026, 12, 1))
    table = client.get("/agenda/2026/11/").context["table"]
    days = {day.day: [one.title for one in day.dates] for week in table.weeks for day in week.days if day.dates}
    assert days == {
        date(2026, 11, 12): ["Groupe Balint"],
        date(2026, 11, 19): ["Groupe Balint"],
        date(2026, 11, 26): ["Groupe Balint"],
        date(2026, 11, 29): ["Une coordination"],
        date(2026, 11, 30): ["Une coordination"],
    }
    html = html_of(client, "/agenda/2026/11/")
    assert html.count('scope="col"') == 8 and html.count('scope="row"') == 6 and "<caption" in html
    assert 'href="/agenda/2026/10/"' not in html and 'href="/agenda/2026/12/"' in html
    assert "/agenda/?du=2026-11-09&amp;au=2026-11-15" in html


@pytest.mark.parametrize(
    ("month", "links"),
    [("2026/10", ["next"]), ("2026/11", ["prev", "next"]), ("2028/04", ["prev", "next"]), ("2028/05", ["prev"])],
)
def test_months_are_not_walked_for_ever(client, month, links):
    make_event(start_date=date(2026, 10, 12))
    html = html_of(client, f"/agenda/{month}/")
    assert [rel for rel in ("prev", "next") if f'rel="{rel}"' in html] == links


def test_a_full_day_leads_to_the_rest_of_it(client):
    for number in range(8):
        make_event(f"Réunion {number}", start_date=date(2026, 12, 5))
    assert "et 3 autres" in html_of(client, "/agenda/2026/12/")
    assert len(titles(client, "/agenda/?du=2026-12-05&au=2026-12-05")) == 8


# --- What has been ----------------------------------------------------------------------------


def test_the_archive_goes_by_year_and_is_searched(client):
    make_event("Fête des jardins", start_date=date(2024, 6, 1))
    make_event("Assemblée des salarié·e·s", start_date=date(2025, 6, 1))
    assert titles(client, "/agenda/archives/") == ["Assemblée des salarié·e·s", "Fête des jardins"]
    assert titles(client, "/agenda/archives/?annee=2024") == ["Fête des jardins"]
    assert titles(client, "/agenda/archives/?q=salariées") == ["Assemblée des salarié·e·s"]
    assert titles(client, "/agenda/archives/?q=%22%00*") == ["Assemblée des salarié·e·s", "Fête des jardins"]
    html = html_of(client, "/agenda/archives/")
    assert "?annee=2024" in html and "?annee=2025" in html


# --- On paper, and in one's own calendar ------------------------------------------------------


def test_a_fortnight_is_printed(client):
    make_event("Dans dix jours", start_date=date(2026, 12, 1), venue="Salle 3", place=make_place("Lyon"))
    make_event("Dans vingt jours", start_date=date(2026, 12, 11))
    html = html_of(client, "/agenda/imprimer/")
    assert "Dans dix jours" in html and "Salle 3, Lyon" in html and "Dans vingt jours" not in html
    assert "Dans vingt jours" in html_of(client, "/agenda/imprimer/?du=2026-12-10&au=2026-12-12")
    assert 'class="qr-code"' in html and "style=" not in html
    assert "ne tiennent pas" not in html


@pytest.mark.parametrize("query", ["?du=9999-12-31", "?du=2999-12-31", "?du=1000-01-01"])
def test_a_sheet_of_impossible_days_is_printed_all_the_same(client, query):
    assert client.get(f"/agenda/imprimer/{query}").status_code == 200


def test_a_sheet_says_that_it_is_full(client):
    make_event(start_date=date(2026, 11, 22), repeats="weekly", weekdays=tuple(range(7)), repeats_times=130)
    html = html_of(client, "/agenda/imprimer/?du=2026-11-22&au=2027-06-30")
    assert html.count('class="sheet-date"') == 120 and "D’autres dates ne tiennent pas sur cette feuille" in html


def test_any_view_can_be_followed(client):
    make_choice()
    html = html_of(client, "/agenda/?lieu=lyon")
    assert "/agenda/abonnement/?lieu=lieu-" in html
    code = client.get("/agenda/?lieu=lyon").context["filter"].place.code
    html = html_of(client, f"/agenda/abonnement/?lieu={code}")
    assert f'href="webcal://testserver/agenda.ics?lieu={code}"' in html
    assert f"http://testserver/agenda.ics?lieu={code}" in html and 'class="qr-code"' in html


# --- The page of a rendezvous -----------------------------------------------------------------


def test_its_page_gives_its_next_dates_and_how_it_repeats(client):
    page = make_weekly(interval=2, repeats_until=date(2027, 6, 24), months_off=(8,), place=make_place("Nancy"))
    html = html_of(client, page.url).replace("\xa0", " ")
    assert "Un jeudi sur deux à 18 h 30, jusqu’au 24 juin 2027, sauf en août" in html
    assert "Jeudi 26 novembre 2026" in html and "Jeudi 12 novembre 2026" not in html
    assert "autres dates" in html and f"/agenda/{page.pk}.ics" in html
    assert "openstreetmap.org" in html and "<iframe" not in html


def test_a_postponed_one_leads_to_its_new_date(client):
    new = make_event("Débat, nouvelle date", start_date=date(2027, 1, 9))
    page = make_event("Débat", state="postponed", state_reason="Neige.", postponed_to=new)
    html = html_of(client, page.url)
    assert "Neige." in html and f'href="{new.url}"' in html
    new.unpublish()
    assert new.url not in html_of(client, page.url)


def test_the_hour_is_that_of_the_place(client):
    montreal = make_place("Montréal", country="CA", region="Québec")
    page = make_event("Atelier", start_date=date(2026, 12, 5), start_time=time(18, 30), place=montreal)
    assert Occurrence.objects.get().start.isoformat() == "2026-12-05T23:30:00+00:00"
    assert "heure de Montréal" in html_of(client, page.url)
    assert "18\xa0h\xa030 (heure de Montréal)" in html_of(client, "/agenda/")
    liège = make_place("Liège", country="BE")
    assert "heure de" not in html_of(client, make_event("Ici", start_time=time(18), place=liège).url)


def test_initiatives_and_appeals_show_the_next_dates(client):
    initiative, appeal = (
        make_initiative(),
        make_appeal(
            calls=[
                (
                    "call",
                    {
                        "title": "Marcher",
                        "dates": [{"start_date": date(2026, 12, 1)}, {"start_date": date(2020, 1, 1)}],
                    },
                )
            ]
        ),
    )
    make_weekly("Permanence", organiser=initiative)
    make_event("Assemblée de suite", answers=appeal)
    assert "Permanence" in html_of(client, initiative.url)
    html = html_of(client, appeal.url)
    assert "Prochaines dates" in html and "Assemblée de suite" in html


# --- As data and as a feed --------------------------------------------------------------------


def test_it_is_given_as_data(client):
    make_weekly(place=make_place("Nancy", code="fr-54395"), repeats_times=3, start_date=date(2026, 11, 26))
    said = client.get("/agenda.json").json()
    first = said["dates"][0]
    assert (first["start"], first["time_zone"], first["place"]["code"]) == (
        "2026-11-26T18:30:00+01:00",
        "Europe/Paris",
        "fr-54395",
    )
    assert len(said["dates"]) == 3 and said["next"] is None


def test_the_feed_announces_once_then_reminds_a_fortnight_ahead(client):
    with time_machine.travel("2026-09-01 10:00:00+02:00", tick=False):
        make_weekly(start_date=date(2026, 9, 3), interval=4)
    content = client.get("/flux/agenda.xml").content.decode()
    assert content.count("<entry>") == 2
    assert "Jeudi 26\xa0novembre\xa02026\xa0: Groupe Balint" in content


def test_days_are_counted_where_one_is(client):
    """An evening in Paris is of that evening, whatever the day in UTC or elsewhere."""
    tokyo = make_place("Tokyo", country="JP")
    make_event("Matinée", start_date=date(2026, 12, 5), start_time=time(7), place=tokyo)
    assert Occurrence.objects.get().day == date(2026, 12, 5)
    assert timezone.localdate(Occurrence.objects.get().start) == date(2026, 12, 4)
    assert titles(client, "/agenda/?du=2026-12-05&au=2026-12-05") == ["Matinée"]
