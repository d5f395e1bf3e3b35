"""Facets: true counts, several values, each removable; a count ignores the reader's own choice in its facet."""

import datetime

import pytest
import time_machine

from tests.factories import make_article, make_event, make_initiative, make_place, make_resource, make_theme

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def places():
    make_place("France", kind="country", code="fr", country_name="France")
    make_place("Belgique", kind="country", code="be", country="BE", country_name="Belgique")
    make_place("Grand Est", kind="region", region="Grand Est", code="fr-44", country_name="France")
    inside = {"region": "Grand Est", "country_name": "France"}
    return {
        "nancy": make_place("Nancy", department="Meurthe-et-Moselle", code="nancy", **inside),
        "metz": make_place("Metz", department="Moselle", code="metz", **inside),
        "liege": make_place("Liège", country="BE", country_name="Belgique", code="liege"),
    }


@pytest.fixture
def contents(places):
    housing, work = make_theme("Logement"), make_theme("Travail")
    make_article("Potager A", themes=[housing], place=places["nancy"])
    make_article("Potager B", themes=[housing, work], place=places["metz"])
    make_initiative("Potager C", themes=[work], place=places["liege"], starts="1975", ends="1977")
    make_resource("Potager D")
    make_event("Autre chose", place=places["nancy"])


def asked(client, **parameters):
    return client.get("/recherche/", {"q": "potager", **parameters}).context


def titles(context):
    return {content.title.removeprefix("Potager ") for content in context["contents"]}


def counts(context, name):
    """The options of a facet (dict: value → count)."""
    return {
        option.value: option.count
        for facet in context["filter"].facets
        if facet.name == name
        for option in facet.options
    }


def test_counts_are_of_what_was_found(client, contents):
    context = asked(client)
    assert counts(context, "type") == {"article": 2, "initiative": 1, "resource": 1}
    assert counts(context, "theme") == {"logement": 2, "travail": 2}
    assert counts(context, "lieu") == {"fr": 2, "be": 1}
    assert counts(context, "annee") == {"2026": 3, "1977": 1, "1976": 1, "1975": 1}
    assert counts(context, "ou") == {"ici": 2, "ailleurs": 1}
    assert counts(context, "quand") == {"aujourdhui": 3, "hier": 1}


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"type": "article"}, "AB"),
        ({"type": ["article", "initiative"]}, "ABC"),
        ({"theme": ["logement", "travail"]}, "ABC"),
        ({"theme": "travail", "type": "article"}, "B"),
        ({"lieu": "fr"}, "AB"),
        ({"lieu": "fr-44"}, "AB"),
        ({"lieu": ["metz", "be"]}, "BC"),
        ({"lieu": "Nancy"}, "A"),
        ({"lieu": ["", "Nancy"]}, "A"),
        ({"annee": "1976"}, "C"),
        ({"annee": ["1976", "2026"]}, "ABCD"),
        ({"ou": "ici"}, "AB"),
        ({"ou": "ailleurs"}, "C"),
        ({"quand": "hier"}, "C"),
        ({"quand": ["hier", "aujourdhui"]}, "ABCD"),
        ({"type": "rien", "theme": "nulle-part", "ou": "là", "quand": "x"}, "ABCD"),
        ({"annee": "abc"}, "ABCD"),
        ({"lieu": "Nulle-Part-sur-Mer"}, "ABCD"),
    ],
)
def test_each_facet_narrows(client, contents, parameters, found):
    assert titles(asked(client, **parameters)) == set(found)


def test_a_count_ignores_the_choice_in_its_own_facet_only(client, contents):
    context = asked(client, type="article", theme="travail")
    assert counts(context, "type") == {"article": 1, "initiative": 1}
    assert counts(context, "theme") == {"logement": 2, "travail": 1}
    assert counts(context, "lieu") == {"fr": 1, "fr-44": 1, "metz": 1}  # a country alone is unfolded
    assert titles(context) == {"B"}


def test_places_unfold_country_by_country(client, contents):
    assert counts(asked(client, lieu="fr"), "lieu") == {"fr": 2, "fr-44": 2, "nancy": 1, "metz": 1, "be": 1}
    assert counts(asked(client, lieu="metz"), "lieu") == {"fr": 2, "fr-44": 2, "nancy": 1, "metz": 1, "be": 1}


def test_each_choice_is_removed_alone(client, contents):
    active = asked(client, type=["article", "initiative"], lieu="fr")["filter"].active
    assert [(one.label, one.value) for one in active] == [
        ("Mots", "potager"),
        ("Sorte", "Article"),
        ("Sorte", "Initiative"),
        ("Lieu", "France"),
    ]
    ways_out = [one.way_out for one in active]
    assert ways_out[0] == "?type=article&type=initiative&lieu=fr"
    assert ways_out[1] == "?q=potager&type=initiative&lieu=fr"
    assert ways_out[3] == "?q=potager&type=article&type=initiative"


def test_what_cannot_be_read_is_said(client, contents):
    context = asked(client, annee="abc", lieu="Nulle-Part-sur-Mer")
    assert set(context["filter"].errors) == {"annee", "lieu"}
    assert context["filter"].typed["lieu"] == "Nulle-Part-sur-Mer"


def test_the_feed_is_of_exactly_what_is_shown(client, contents):
    context = asked(client, type=["article", "initiative"], lieu="fr")
    assert context["feed"] == "/recherche.xml?q=potager&type=article&type=initiative&lieu=fr"
    feed = client.get(context["feed"]).content.decode()
    assert "Potager A" in feed and "Potager B" in feed
    assert "Potager C" not in feed


def test_a_choice_that_finds_nothing_stays_to_be_undone(client, contents):
    context = asked(client, q="potager nancy", type="initiative")
    assert counts(context, "type") == {"article": 1, "initiative": 0}
    page = client.get("/recherche/?q=potager+nancy&type=initiative").content.decode()
    assert "sans filtre" in page


def test_a_place_without_any_answer_stays_to_be_undone(client, contents):
    make_place("Occitanie", kind="region", region="Occitanie", code="fr-76", country_name="France")
    make_place("Toulouse", region="Occitanie", country_name="France", code="toulouse")
    context = asked(client, lieu="toulouse")
    assert titles(context) == set()
    assert [one.value for one in context["filter"].active] == ["potager", "Toulouse"]
