"""Lists: what one may ask of each, alone and together, what it answers, and how one comes back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage
from core.models import ContentPage
from initiatives.models import InitiativeKind
from tests.cards import titles_of
from tests.factories import (
    make_appeal,
    make_article,
    make_event,
    make_initiative,
    make_place,
    make_resource,
    make_theme,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def nancy():
    make_place("Grand Est", kind="region", region="Grand Est", code="fr-reg-44")
    make_place("Meurthe-et-Moselle", kind="department", region="Grand Est", department="Meurthe-et-Moselle")
    return make_place("Nancy", department="Meurthe-et-Moselle", region="Grand Est", country_name="France")


def shown(client, address):
    """The titles of a list, in order."""
    response = client.get(address)
    assert response.status_code == 200
    return titles_of(response)


# --- Each list has its filters and its orders ---------------------------------------------------


@pytest.fixture
def initiatives(nancy):
    housing, shop = (InitiativeKind.objects.create(title=title) for title in ("Lieu de vie", "Atelier"))
    rome = make_place("Rome", country="IT", country_name="Italie")
    make_initiative(
        "École", kind=shop, run_by="self_managed", standing="edge", status="alive", starts="1975", place=nancy
    )
    make_initiative("Été", kind=housing, standing="outside", status="ended", starts="1960", ends="1970", place=rome)
    make_initiative("Zone", kind=housing, run_by="other", starts="1990", verified_on=date(2026, 1, 1))


@pytest.fixture
def articles():
    make_article("Long", kind="testimony", body=[("text", "<p>" + "mot " * 3000 + "</p>")])
    make_article("Bref", body=[("text", "<p>mot</p>")])


@pytest.fixture
def appeals():
    make_appeal("Clos", kind="projects", deadline=date(2020, 1, 1), adopted_on=date(2019, 6, 1))
    make_appeal("Bientôt", deadline=TODAY() + timedelta(days=9), adopted_on=date(2018, 1, 1))
    make_appeal("Demain", deadline=TODAY() + timedelta(days=1), adopted_on=date(2017, 1, 1))


@pytest.fixture
def resources():
    make_resource("Un vieux film", kind="film", year=1967)
    make_resource("Une revue", kind="review", year=2020)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["École", "Zone", "Été"]),
        ("forme=atelier", ["École"]),
        ("forme=rien-de-tel", ["École", "Zone", "Été"]),
        ("portee=en-autogestion", ["École"]),
        ("cadre=a-la-lisiere-d-une-institution", ["École"]),
        ("etat=vivante", ["École"]),
        ("etat=terminee", ["Été"]),
        ("ou=ici", ["École"]),
        ("ou=ailleurs", ["Été"]),
        ("forme=lieu-de-vie&cadre=hors-des-institutions", ["Été"]),
        ("annee=1965", ["Été"]),
        ("annee=1980&ou=ailleurs", []),
        ("tri=titre", ["École", "Été", "Zone"]),
        ("tri=debut", ["Été", "École", "Zone"]),
        ("tri=verification", ["Zone", "Été", "École"]),
        ("tri=rien-de-tel", ["École", "Zone", "Été"]),
        ("tri=recent", ["Zone", "Été", "École"]),
        ("forme=lieu-de-vie&tri=titre", ["Été", "Zone"]),
    ],
)
def test_the_initiatives(client, initiatives, query, titles):
    assert shown(client, f"/initiatives/?{query}") == titles


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Bref", "Long"]),
        ("sorte=temoignage", ["Long"]),
        ("sorte=traduction", []),
        ("tri=ancien", ["Long", "Bref"]),
        ("tri=titre", ["Bref", "Long"]),
        ("tri=duree", ["Bref", "Long"]),
    ],
)
def test_the_articles(client, articles, query, titles):
    assert shown(client, f"/reflexions/?{query}") == titles


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Demain", "Bientôt", "Clos"]),
        ("sorte=appel-a-projets", ["Clos"]),
        ("etat=ouvert", ["Demain", "Bientôt"]),
        ("etat=clos", ["Clos"]),
        ("tri=adoption", ["Clos", "Bientôt", "Demain"]),
    ],
)
def test_the_appeals(client, appeals, query, titles):
    assert shown(client, f"/appels/?{query}") == titles


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Une revue", "Un vieux film"]),
        ("sorte=film", ["Un vieux film"]),
        ("tri=titre", ["Un vieux film", "Une revue"]),
        ("tri=parution", ["Une revue", "Un vieux film"]),
    ],
)
def test_the_resources(client, resources, query, titles):
    assert shown(client, f"/ressources/?{query}") == titles


def test_the_agenda_may_be_narrowed_to_one_kind(client):
    make_event("Marcher", kind="march", start_date=TODAY() + timedelta(days=2))
    make_event("Débattre", kind="debate", start_date=TODAY() + timedelta(days=3))
    assert shown(client, "/agenda/?sorte=manifestation") == ["Marcher"]
    assert client.get("/agenda/?sorte=manifestation").context["found"] == "1 date à venir sur 2"


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/recherche/?q=potager", ["Potager", "Ailleurs"]),
        ("/recherche/?q=potager&tri=recent", ["Ailleurs", "Potager"]),
        ("/recherche/?q=potager&type=resource", ["Ailleurs"]),
        ("/recherche/?tri=ancien", ["Ailleurs", "Potager"]),
        ("/themes/logement/?type=article", ["Potager"]),
        ("/themes/logement/?tri=titre", ["Ailleurs", "Potager"]),
        ("/themes/logement/?annee=1950", ["Ailleurs"]),
    ],
)
def test_the_search_and_the_themes(client, address, titles):
    housing = make_theme("Logement")
    make_article("Potager", themes=[housing])
    make_resource("Ailleurs", summary="Un potager.", year=1950, themes=[housing])
    assert shown(client, address) == titles


def test_titles_are_in_the_order_of_french(client):
    for title in ("Zone", "école", "Été", "Eau", "Œuvre"):
        make_article(title)
    assert shown(client, "/reflexions/?tri=titre") == ["Eau", "école", "Été", "Œuvre", "Zone"]


# --- A place is typed as one says it ------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["nancy", "NANCY", "Nancy (Meurthe-et-Moselle)", "nan", "Grand Est", "grand-est", "fr-reg-44", "meurthe e"],
)
def test_a_place_is_recognised(client, nancy, typed):
    make_article("Ici", place=nancy)
    make_article("Sans lieu")
    assert shown(client, f"/reflexions/?lieu={typed}") == ["Ici"]


def test_among_namesakes_the_one_where_there_is_something(client):
    make_place("Saint-Denis", department="Seine-Saint-Denis", population=113_000)
    make_article("Là-bas", place=make_place("Saint-Denis", department="La Réunion", region="La Réunion"))
    assert shown(client, "/reflexions/?lieu=st denis") == ["Là-bas"]
    assert shown(client, "/reflexions/?lieu=Saint-Denis (Seine-Saint-Denis)") == []


@pytest.mark.parametrize(
    ("query", "field", "typed"),
    [("lieu=Nulle%20part", "lieu", "Nulle part"), ("annee=abc", "annee", "abc"), ("annee=-5", "annee", "-5")],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_empties_nothing(client, nancy, query, field, typed):
    make_article("Ici", place=nancy)
    response = client.get(f"/reflexions/?{query}")
    html = response.content.decode()
    assert titles_of(response) == ["Ici"]
    assert f'value="{typed}"' in html
    assert f'aria-describedby="filter-{field}-error"' in html
    assert f'id="filter-{field}-error"' in html
    assert not response.context["filter"].is_active


def test_the_places_in_use_are_offered_with_what_contains_them(client, nancy):
    make_place("Lyon")
    make_article("Ici", place=nancy)
    make_article("Brouillon", place=make_place("Metz"), publish=False)
    names = client.get("/reflexions/").context["filter"].place_names
    assert names == ["France", "Grand Est", "Meurthe-et-Moselle", "Nancy"]


# --- The way out, the way on --------------------------------------------------------------------


def test_each_filter_can_be_removed_alone_and_the_others_stay(client, nancy):
    housing = make_theme("Logement")
    make_article("Ici", kind="report", place=nancy, themes=[housing])
    response = client.get("/reflexions/?annee=&theme=logement&lieu=nancy&sorte=compte-rendu&tri=titre&page=7")
    ways_out = {asked.name: asked.way_out for asked in response.context["filter"].active}
    assert ways_out == {
        "sorte": f"?theme=logement&lieu={nancy.code}&tri=titre",
        "theme": f"?sorte=compte-rendu&lieu={nancy.code}&tri=titre",
        "lieu": "?sorte=compte-rendu&theme=logement&tri=titre",
    }
    html = response.content.decode()
    for way_out in ways_out.values():
        assert f'href="/reflexions/{way_out.replace("&", "&amp;")}"' in html


def test_pages_keep_the_filter_and_the_order(client):
    for number in range(13):
        make_article(f"Texte {number}", kind="report")
    html = client.get("/reflexions/?sorte=compte-rendu&tri=ancien").content.decode()
    assert 'href="/reflexions/?sorte=compte-rendu&amp;tri=ancien&amp;page=2"' in html
    html = client.get("/reflexions/?sorte=compte-rendu&tri=ancien&page=2").content.decode()
    assert 'href="/reflexions/?sorte=compte-rendu&amp;tri=ancien"' in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "2 textes"),
        ("?sorte=temoignage", "1 texte sur 2"),
        ("?sorte=traduction", "Aucun résultat sur 2"),
        ("?annee=abc", "2 textes"),
    ],
)
def test_the_number_of_results_is_said(client, articles, query, found):
    response = client.get(f"/reflexions/{query}")
    assert response.context["found"] == found
    assert f'role="status" tabindex="-1">{found}</p>' in response.content.decode()


def test_an_empty_answer_shows_the_way_out(client, articles):
    html = client.get("/reflexions/?sorte=traduction").content.decode()
    assert "Rien ne correspond" in html
    assert 'href="/reflexions/"' in html and 'href="/recherche/"' in html


def test_only_what_is_published_is_offered(client, articles):
    make_article("Brouillon", kind="translation", publish=False)
    [kinds] = client.get("/reflexions/").context["filter"].selects
    assert [value for value, _label, _is_chosen in kinds.options] == ["reflexion", "temoignage"]


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("/reflexions/?sorte=temoignage&tri=titre&page=2", "/flux/reflexions.xml?sorte=temoignage"),
        ("/recherche/?q=mot&type=article&tri=recent", "/recherche.xml?q=mot&amp;type=article"),
        ("/themes/logement/?type=article", "/recherche.xml?type=article&amp;theme=logement"),
    ],
)
def test_the_feed_of_exactly_what_is_shown_is_there(client, articles, address, feed):
    make_article("Mot", themes=[make_theme("Logement")])
    assert f'href="{feed}"' in client.get(address).content.decode()


def test_a_feed_narrows_as_its_page_does(articles):
    asked = ArticleIndexPage.content_filter({"sorte": "temoignage", "tri": "titre", "page": "2"})
    assert [content.title for content in asked.apply(asked.contents)] == ["Long"]


@pytest.mark.parametrize("address", ["/initiatives/", "/reflexions/", "/appels/", "/agenda/", "/ressources/"])
def test_everything_asked_at_once_stays_within_the_budget(client, nancy, address, django_assert_max_num_queries):
    housing = make_theme("Logement")
    for make in (make_initiative, make_article, make_appeal, make_event, make_resource):
        make(themes=[housing], place=nancy)
    year = ContentPage.objects.published().first().first_year
    query = f"?theme=logement&lieu=nancy&annee={year}&ou=ici&etat=vivante&sorte=livre&forme=lieu-de-vie&tri=titre"
    client.get(address + query)
    with django_assert_max_num_queries(15):
        client.get(address + query)


def test_a_private_list_asks_for_its_password(client, articles):
    page = ArticleIndexPage.objects.get()
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/reflexions/").status_code == 302
