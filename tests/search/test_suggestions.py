"""Suggestions as one types: themes, places and titles, in any spelling."""

import pytest

from tests.factories import make_article, make_place, make_theme

pytestmark = pytest.mark.django_db


def suggested(client, text):
    response = client.get("/recherche.json", {"q": text})
    assert response.status_code == 200
    return [(found["label"], found["kind"]) for found in response.json()["suggestions"]]


def test_themes_places_and_titles_that_begin_so(client):
    nancy = make_place("Nancy")
    make_place("Nanterre")
    theme = make_theme("Nanisme social", slug="nanisme-social")
    make_theme("Nancéiens sans contenu", slug="nanceiens")
    make_article("Nanties et oubliées", slug="nanties", place=nancy, themes=[theme])
    assert suggested(client, "nan") == [
        ("Nanisme social", "thème"),
        ("Nancy", "lieu"),
        ("Nanties et oubliées", "Article"),
    ]
    answer = client.get("/recherche.json?q=nan").json()
    assert answer["found"] == "3 propositions"
    assert [found["address"] for found in answer["suggestions"]] == [
        theme.get_absolute_url(),
        f"/recherche/?lieu={nancy.code}",
        "/reflexions/nanties/",
    ]


@pytest.mark.parametrize("typed", ["educ", "éduc", "EDUC", "éducatrice", "educateurs spé", "l'éduc"])
def test_titles_in_any_spelling(client, typed):
    make_article("Les éducateur·trice·s spécialisé·e·s")
    assert suggested(client, typed) == [("Les éducateur·trice·s spécialisé·e·s", "Article")]


def test_drafts_are_not_suggested_nor_hide_what_is(client):
    for number in range(8):
        make_article(f"Les éducateurs {number}", publish=False)
    make_article("Les éducateurs publiés")
    assert suggested(client, "educ") == [("Les éducateurs publiés", "Article")]


@pytest.mark.parametrize("typed", ["", "a", "  ", '"', "%", "\0\0", "NEAR(", "*" * 300, "é" * 10_000, "قانون"])
def test_nothing_that_one_types_breaks_it(client, typed):
    make_article("Les éducateurs")
    assert suggested(client, typed) == []


def test_it_costs_as_much_for_many_titles_as_for_few(client, django_assert_max_num_queries):
    for number in range(8):
        make_article(f"Éducation {number}")
    with django_assert_max_num_queries(8):
        assert len(suggested(client, "educ")) == 6
