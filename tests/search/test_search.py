"""The search page: what is published is found, and nothing that one types breaks it."""

import pytest

from tests.cards import titles_of
from tests.factories import make_article, make_initiative, make_place, make_resource, make_theme

pytestmark = pytest.mark.django_db


def found(client, **parameters):
    """The titles shown by the search page, in order."""
    response = client.get("/recherche/", parameters)
    assert response.status_code == 200
    return titles_of(response)


def test_a_word_of_the_title_the_summary_or_the_body_is_found(client):
    make_article("Le potager partagé", summary="On y cultive.", body=[("text", "<p>Un compost collectif.</p>")])
    make_article("Autre chose")
    for word in ("potager", "cultive", "compost"):
        assert found(client, q=word) == ["Le potager partagé"]


def test_drafts_are_not_found(client):
    make_article("Le potager partagé", publish=False)
    assert found(client, q="potager") == []


def test_without_words_everything_is_there_last_published_first(client):
    make_article("Premier")
    make_resource("Second")
    assert found(client) == ["Second", "Premier"]


def test_filters_combine_with_words(client):
    housing = make_theme("Logement")
    nancy = make_place("Nancy", department="Meurthe-et-Moselle", region="Grand Est")
    east = make_place("Grand Est", kind="region", region="Grand Est", code="fr-reg-44")
    make_article("Potager de Nancy", themes=[housing], place=nancy)
    make_article("Potager sans lieu", themes=[housing])
    make_initiative("Potager habité", place=nancy, starts="1975", ends="1982")
    assert set(found(client, q="potager", theme="logement")) == {"Potager de Nancy", "Potager sans lieu"}
    assert set(found(client, q="potager", lieu=east.code)) == {"Potager de Nancy", "Potager habité"}
    assert found(client, q="potager", type="initiative") == ["Potager habité"]
    assert found(client, annee=1980) == ["Potager habité"]
    assert found(client, q="potager", theme="logement", lieu=nancy.code) == ["Potager de Nancy"]


def test_more_answers_than_a_page_are_all_reachable(client):
    for number in range(14):
        make_article(f"Potager {number}")
    assert len(found(client, q="potager") + found(client, q="potager", page=2)) == 14


def test_a_theme_page_gathers_every_kind(client):
    housing = make_theme("Logement")
    make_article("Un texte", themes=[housing])
    make_initiative("Une maison", themes=[housing])
    make_article("Autre")
    response = client.get(housing.get_absolute_url())
    assert set(titles_of(response)) == {"Un texte", "Une maison"}
    assert client.get("/themes/rien/").status_code == 404
