"""What the head of a page says to machines: one address, how to quote it, what it is about."""

import json
from datetime import date, time, timedelta
from html.parser import HTMLParser

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from core.models import SiteSettings
from home.models import StandardPage
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
ROOT = "http://testserver"
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & \" ' é"


class Head(HTMLParser):
    """The metadata of a page: `meta` (name → content), `canonical`, `nodes` (@type → node), `scripts` (types)."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.canonical, self.scripts, self._data = {}, [], [], None
        self.nodes = {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "meta":
            self.meta.setdefault(given.get("name") or given.get("property"), given.get("content"))
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])
        if tag == "script":
            self.scripts.append(given.get("type"))
            self._data = "" if given.get("type") == "application/ld+json" else None

    def handle_data(self, data):
        if self._data is not None:
            self._data += data

    def handle_endtag(self, tag):
        if tag == "script" and self._data is not None:
            document = json.loads(self._data)
            assert document["@context"] == "https://schema.org"
            self.nodes |= {node["@type"]: node for node in document["@graph"]}
            self._data = None


def head(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return Head(response.content.decode())


# --- Addresses ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "canonical", "is_indexed"),
    [
        ("/", "/", True),
        ("/?utm_source=lettre", "/", True),
        ("/charte/?x=1", "/charte/", True),
        ("/reflexions/?x=1&page=1", "/reflexions/", True),
        ("/reflexions/?page=99", "/reflexions/?page=2", True),
        ("/reflexions/?tri=titre&page=2", "/reflexions/?page=2", True),
        ("/reflexions/?theme=inconnu&annee=abc", "/reflexions/", True),
        ("/reflexions/?annee=2026&x=1&theme=logement", "/reflexions/?theme=logement&annee=2026", False),
        ("/agenda/archives/", "/agenda/archives/", True),
        ("/themes/logement/?page=2", "/themes/logement/?page=2", True),
        ("/themes/logement/?annee=2026", "/themes/logement/?annee=2026", False),
        ("/recherche/", "/recherche/", True),
        ("/recherche/?page=2", "/recherche/?page=2", False),
        ("/recherche/?page=1&q=texte", "/recherche/?q=texte", False),
    ],
)
@time_machine.travel("2026-11-20")
def test_what_is_shown_has_one_address_and_combinations_are_not_indexed(
    client, monkeypatch, asked, canonical, is_indexed
):
    monkeypatch.setattr("core.lists.PAGE_SIZE", 2)
    theme = make_theme("Logement")
    for number in range(3):
        make_article(f"Texte {number}", themes=[theme])
    found = head(client, asked)
    assert found.canonical == [ROOT + canonical]
    assert found.meta["og:url"] == ROOT + canonical
    assert found.meta.get("robots") == (None if is_indexed else "noindex,follow")


def test_an_error_has_no_address_of_its_own(client):
    make_article()
    response = client.get("/absente/")
    assert response.status_code == 404
    found = Head(response.content.decode())
    assert found.canonical == []
    assert found.nodes == {}


# --- How to quote it ------------------------------------------------------------------------------


def test_a_content_can_be_quoted(client):
    article = make_article("Faire lien", summary="Deux\nphrases.", search_description="")
    meta = head(client, article.url).meta
    assert meta["description"] == meta["og:description"] == "Deux phrases."
    assert meta["og:type"] == "article"
    assert meta["og:title"] == "Faire lien"
    assert meta["og:site_name"] == Site.objects.get().site_name
    assert meta["og:locale"] == "fr_FR"
    assert meta["og:image"] == f"{ROOT}/apercu/{article.pk}.png"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"] == "Faire lien"
    assert meta["twitter:card"] == "summary_large_image"


def test_what_editors_wrote_for_search_engines_comes_first(client):
    article = make_article(seo_title="Autre titre", search_description="Une autre phrase.")
    meta = head(client, article.url).meta
    assert (meta["og:title"], meta["description"]) == ("Autre titre", "Une autre phrase.")


def test_the_introduction_of_a_list_is_said_without_markup(client):
    make_article()
    meta = head(client, "/initiatives/").meta
    assert meta["description"].startswith("Des manières de faire et d’être autrement, d’ici")
    assert meta["og:type"] == "website"


def test_a_preview_says_nothing_to_machines():
    article = make_article(publish=False)
    html = article.make_preview_request(preview_mode="").render().content.decode()
    assert "application/ld+json" not in html
    assert "og:url" not in html


# --- What it is about -----------------------------------------------------------------------------


def test_an_article_says_who_signs_and_where_it_comes_from(client):
    article = make_article(
        "Penser avec",
        kind="translation",
        signed_by="names",
        signature="Franca et Anna",
        source_title="La rivista",
        source_url="https://rivista.example.org/1",
        source_language="italien",
        translator="Luce",
        themes=[make_theme("Logement")],
        place=make_place("Trieste", country="IT"),
    )
    node = head(client, article.url).nodes["Article"]
    assert node["headline"] == "Penser avec"
    assert node["author"] == {"@type": "Person", "name": "Franca et Anna"}
    assert node["translator"]["name"] == "Luce"
    assert node["isBasedOn"]["url"] == "https://rivista.example.org/1"
    assert node["datePublished"] == timezone.localtime(article.first_published_at).isoformat(timespec="seconds")
    assert node["inLanguage"] == "fr"
    assert node["keywords"] == ["Logement"]
    assert node["contentLocation"]["address"]["addressCountry"] == "IT"
    assert node["mainEntityOfPage"] == f"{ROOT}{article.url}"


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"signed_by": "collective", "signature": "Le collectif"}, {"@type": "Organization", "name": "Le collectif"}),
        ({"signed_by": "pseudonyms", "signature": "Luce"}, {"@type": "Person", "name": "Luce"}),
        ({"signed_by": "anonymous", "signature": ""}, None),
    ],
)
def test_who_signs_is_said_as_they_wish(client, fields, author):
    node = head(client, make_article(**fields).url).nodes["Article"]
    assert node.get("author") == author
    assert "isBasedOn" not in node


def test_an_appeal_says_until_when(client):
    appeal = make_appeal(adopted_by="La coordination", deadline=date(2027, 1, 31))
    node = head(client, appeal.url).nodes["Article"]
    assert node["author"] == {"@type": "Organization", "name": "La coordination"}
    assert node["expires"] == "2027-01-31"


def test_an_event_says_when_where_and_with_whom(client):
    organiser = make_initiative("La Maison commune")
    event = make_event(
        start_date=date(2026, 12, 5),
        start_time=time(18, 30),
        end_time=time(20),
        venue="Salle des fêtes",
        address="3 rue Haute",
        place=make_place("Nancy", region="Grand Est"),
        organiser=organiser,
        contact="personne@example.org",
        price="free",
    )
    node = head(client, event.url).nodes["Event"]
    assert (node["startDate"], node["endDate"]) == ("2026-12-05T18:30:00+01:00", "2026-12-05T20:00:00+01:00")
    assert node["eventStatus"] == "https://schema.org/EventScheduled"
    assert node["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    [venue] = node["location"]
    assert venue["name"] == "Salle des fêtes"
    assert venue["address"]["streetAddress"] == "3 rue Haute"
    assert venue["address"]["addressLocality"] == "Nancy"
    assert venue["containedInPlace"]["geo"]["latitude"] == 48.6844
    assert node["organizer"] == [
        {"@type": "Organization", "name": "La Maison commune", "url": f"{ROOT}{organiser.url}"}
    ]
    assert node["isAccessibleForFree"] is True
    assert "offers" not in node
    assert "personne@example.org" not in json.dumps(node)


def test_an_event_of_several_days_says_days(client):
    event = make_event(start_date=date(2026, 12, 5), end_date=date(2026, 12, 6), place=make_place())
    node = head(client, event.url).nodes["Event"]
    assert (node["startDate"], node["endDate"]) == ("2026-12-05", "2026-12-06")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"state": "cancelled", "state_reason": "Grève"}, {"eventStatus": "https://schema.org/EventCancelled"}),
        ({"state": "postponed", "state_reason": "En mai"}, {"eventStatus": "https://schema.org/EventPostponed"}),
        ({"price": "paid"}, {"isAccessibleForFree": False}),
        ({"price": "open"}, {"isAccessibleForFree": None}),
        (
            {"online_url": "https://visio.example.org/"},
            {"location": [{"@type": "VirtualLocation", "url": "https://visio.example.org/"}]},
        ),
        (
            {"registration_url": "https://inscription.example.org/"},
            {"offers": {"@type": "Offer", "url": "https://inscription.example.org/"}},
        ),
        ({}, {"location": None, "organizer": None, "eventAttendanceMode": None, "endDate": None, "offers": None}),
    ],
)
def test_an_event_says_what_is_known_and_nothing_else(client, fields, expected):
    event = make_event(start_date=timezone.localdate() + timedelta(days=3), start_time=time(20), **fields)
    node = head(client, event.url).nodes["Event"]
    assert {name: node.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("starts", "ends", "founded", "dissolved"),
    [("1975", "1982", "1975", "1982"), ("vers 1975", "années 1980", None, None), ("", "", None, None)],
)
def test_an_initiative_says_the_years_that_are_sure(client, starts, ends, founded, dissolved):
    page = make_initiative(
        starts=starts,
        ends=ends,
        website="https://maison.example.org/",
        place=make_place(),
        contacts=[("contact", {"label": "Accueil", "email": "accueil@example.org"})],
    )
    node = head(client, page.url).nodes["Organization"]
    assert (node.get("foundingDate"), node.get("dissolutionDate")) == (founded, dissolved)
    assert node["url"] == "https://maison.example.org/"
    assert node["location"]["name"] == "Nancy"
    assert "accueil@example.org" not in json.dumps(node)


@pytest.mark.parametrize(
    ("kind", "type_"), [("book", "Book"), ("film", "Movie"), ("podcast", "PodcastSeries"), ("tool", "CreativeWork")]
)
def test_a_resource_says_what_it_is(client, kind, type_):
    page = make_resource(kind=kind, creators="Des auteur·rices", year=2020, publisher="Une maison")
    node = head(client, page.url).nodes[type_]
    assert (node["author"], node["datePublished"]) == ("Des auteur·rices", "2020")
    assert node["publisher"]["name"] == "Une maison"
    assert "url" not in node


def test_the_home_page_says_who_publishes_and_how_to_search(client):
    make_article()
    settings = SiteSettings.for_site(Site.objects.get())
    settings.social_links = [("link", {"label": "Mastodon", "url": "https://masto.example.org/@n"})]
    settings.contact_recipients = [("recipient", {"label": "Nous", "address": "secret@example.org"})]
    settings.save()
    nodes = head(client, "/").nodes
    assert nodes["Organization"]["sameAs"] == ["https://masto.example.org/@n"]
    assert nodes["Organization"]["url"] == f"{ROOT}/"
    assert nodes["Organization"]["logo"].startswith(f"{ROOT}/static/")
    assert nodes["WebSite"]["potentialAction"]["target"]["urlTemplate"].startswith(f"{ROOT}/recherche/?q=")
    assert "BreadcrumbList" not in nodes
    assert "secret@example.org" not in json.dumps(nodes)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/reflexions/penser-avec/", ["Accueil", "Réflexions", "Penser avec"]),
        ("/reflexions/", ["Accueil", "Réflexions"]),
        ("/agenda/archives/", ["Accueil", "Agenda"]),
        ("/charte/", ["Accueil", "Charte"]),
        ("/charte/annexes/detail/", ["Accueil", "Charte", "Annexes", "Détail"]),
        ("/themes/logement/", ["Accueil", "Logement"]),
    ],
)
def test_every_page_says_the_way_to_it(client, address, names):
    make_article(themes=[make_theme("Logement")])
    annexes = StandardPage.objects.get(slug="charte").add_child(instance=StandardPage(title="Annexes", slug="annexes"))
    annexes.add_child(instance=StandardPage(title="Détail", slug="detail"))
    items = head(client, address).nodes["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == names
    assert [item["position"] for item in items] == list(range(1, len(names) + 1))
    assert all(client.get(item["item"].removeprefix(ROOT)).status_code == 200 for item in items)


@pytest.mark.parametrize("make", [make_article, make_appeal, make_event, make_initiative, make_resource])
def test_a_hostile_title_ends_no_script(client, make):
    theme = make_theme(HOSTILE[:70], slug="hostile")
    page = make(HOSTILE, slug="hostile", summary=HOSTILE, themes=[theme])
    found = head(client, page.url)
    assert "application/ld+json" in found.scripts
    assert {type_ for type_ in found.scripts if type_ != "application/ld+json"} <= {"module"}
    assert any(node.get("description") == HOSTILE for node in found.nodes.values())
    assert found.meta["og:title"] == HOSTILE


def test_a_private_organiser_is_named_to_no_machine(client):
    secret = make_initiative("Le secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    event = make_event(organiser=secret, place=make_place())
    assert "organizer" not in head(client, event.url).nodes["Event"]


@pytest.mark.parametrize(
    "address", ["/", "/initiatives/", "/reflexions/", "/appels/", "/agenda/", "/ressources/", "/recherche/"]
)
def test_an_empty_site_has_metadata_too(client, address):
    make_article(publish=False)
    found = head(client, address)
    assert found.canonical == [ROOT + address]
    assert found.meta["og:title"]
