"""Atom feeds: whole and per section, valid and public."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Site

from tests.factories import make_article, make_resource, make_theme

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, address):
    response = client.get(address)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)  # noqa: S314 -- our own feed
    return feed, feed.findall(f"{ATOM}entry")


def test_what_is_published_is_in_the_feed_with_its_full_address(client):
    article = make_article("Faire lien", summary="Un résumé.", themes=[make_theme("Logement")])
    feed, [entry] = entries(client, "/flux.xml")
    assert feed.findtext(f"{ATOM}title") == Site.objects.get().site_name
    assert entry.findtext(f"{ATOM}title") == "Faire lien"
    assert entry.findtext(f"{ATOM}summary") == "Un résumé."
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{article.url}"
    assert entry.find(f"{ATOM}category").get("term") == "Logement"


def test_a_section_has_its_own_feed(client):
    make_article("Faire lien")
    make_resource("Un livre")
    _feed, [entry] = entries(client, "/flux/ressources.xml")
    assert entry.findtext(f"{ATOM}title") == "Un livre"


def test_an_entry_keeps_its_identity_when_its_page_moves(client):
    article = make_article("Faire lien")
    _feed, [before] = entries(client, "/flux.xml")
    article.slug = "autre-adresse"
    article.save_revision().publish()
    _feed, [after] = entries(client, "/flux.xml")
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id")


def test_the_feed_of_an_empty_site_is_a_feed(client):
    make_article(publish=False)
    _feed, found = entries(client, "/flux.xml")
    assert found == []


def test_a_pasted_control_character_breaks_no_feed(client):
    make_article("Titre\x0bcollé", summary="Une\x02 phrase.")
    _feed, [entry] = entries(client, "/flux.xml")
    assert entry.findtext(f"{ATOM}title") == "Titre collé"


def test_a_feed_says_who_publishes(client):
    """RFC 4287 §4.1.1: a feed has an author unless each of its entries has one."""
    make_article("Faire lien")
    feed, _entries = entries(client, "/flux.xml")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Nébuleuses"
