"""What robots ask for by its name: the map of the site, what they may visit, where to report a fault."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from core import sitemaps
from core.models import SiteSettings
from home.models import StandardPage
from tests.factories import make_article, make_resource, make_theme

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client, path="/sitemap.xml", element="url"):
    """Path → lastmod (str or None) of what a map of the site names."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 -- our own file
    found = {
        one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in root.findall(SITEMAP + element)
    }
    assert all(location.startswith("http://testserver/") for location in found)
    return {location.removeprefix("http://testserver"): changed for location, changed in found.items()}


def test_the_map_names_every_public_page_and_each_theme_that_has_contents(client):
    make_theme("Vide")
    article = make_article(themes=[make_theme("Logement")])
    found = addresses(client)
    expected = {"/", "/initiatives/", "/reflexions/", "/agenda/", "/charte/", article.url, "/themes/logement/"}
    assert expected <= set(found)
    assert "/themes/vide/" not in found
    assert all(client.get(path).status_code == 200 for path in found)


def test_the_map_says_when_a_content_changed(client):
    article = make_article(themes=[make_theme("Logement")])
    found = addresses(client)
    assert datetime.fromisoformat(found[article.url]) == article.last_published_at.replace(microsecond=0)
    assert found["/themes/logement/"] == found[article.url]
    assert found["/reflexions/"] is None


def test_the_map_leaves_out_what_readers_may_not_see(client):
    draft = make_article("Brouillon", publish=False)
    scheduled = make_article("Demain", publish=False, go_live_at=timezone.now() + timedelta(days=1))
    scheduled.save_revision().publish()
    withdrawn = make_article("Retiré", themes=[make_theme("Logement")])
    withdrawn.unpublish()
    private = StandardPage.objects.get(slug="charte")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    found = addresses(client)
    hidden = {page.url_path.removeprefix("/accueil") for page in (draft, scheduled, withdrawn, private)}
    assert not hidden & set(found)
    assert "/themes/logement/" not in found


def test_a_large_site_has_an_index_of_maps(client, monkeypatch):
    make_article(themes=[make_theme("Logement")])
    whole = addresses(client)
    monkeypatch.setattr(sitemaps, "PART_SIZE", 4)
    parts = addresses(client, element="sitemap")
    assert len(parts) == -(-(len(whole) - 1 - len(sitemaps.ROUTES)) // 4)
    together = {}
    for part in parts:
        together |= addresses(client, part)
    assert together == whole
    assert client.get("/sitemap-99.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_the_map_costs_the_same_however_many_kinds_there_are(client, django_assert_max_num_queries):
    for number in range(6):
        make_article(f"Texte {number}", themes=[make_theme("Logement")])
        make_resource(f"Livre {number}")
    addresses(client)
    with django_assert_max_num_queries(6):
        addresses(client)


def test_a_robot_that_has_the_map_is_not_sent_it_again(client):
    make_article()
    first = client.get("/sitemap.xml")
    assert client.get("/sitemap.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/flux.xml", "/recherche.xml"]
)
def test_without_a_site_machines_still_have_an_answer(client, path):
    Site.objects.all().delete()
    assert client.get(path).status_code == 200


def test_robots_may_visit_all_but_the_editor(client):
    make_article()
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /admin/", "Sitemap: http://testserver/sitemap.xml"]


def security(client):
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_a_fault_is_reported_to_the_public_address(client):
    make_article()
    assert security(client)["Contact"] == "mailto:nebuleuses@testserver"
    settings = SiteSettings.for_site(Site.objects.get())
    settings.public_email = "bonjour@example.org"
    settings.contact_recipients = [("recipient", {"label": "Nous", "address": "secret@example.org"})]
    settings.save()
    said = security(client)
    assert said["Contact"] == "mailto:bonjour@example.org"
    assert said["Preferred-Languages"] == "fr, en"
    assert said["Canonical"] == "http://testserver/.well-known/security.txt"
    assert "secret@example.org" not in said.values()


@pytest.mark.parametrize("day", ["2026-01-01", "2026-11-20", "2031-02-28 23:59:59"])
def test_where_to_report_a_fault_has_never_expired(client, day):
    """RFC 9116 §2.5.5: a date in the future, less than a year away."""
    make_article()
    with time_machine.travel(f"{day}+00:00" if " " in day else day, tick=False):
        expires = datetime.fromisoformat(security(client)["Expires"])
        assert timedelta() < expires - timezone.now() < timedelta(days=365)


def test_the_first_page_of_wagtail_is_not_in_the_map_of_another_site(client):
    """Only what lies under the home page of the site is its own."""
    make_article()
    root = Page.objects.get(depth=1)
    root.add_child(instance=StandardPage(title="Ailleurs", slug="ailleurs", live=True))
    assert "/ailleurs/" not in addresses(client)


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_a_part_of_the_map_past_the_last_is_not_found(client, number):
    make_article()
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
