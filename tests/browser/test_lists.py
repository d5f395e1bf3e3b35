"""Lists in a browser: without script every form and link works; with it the page stays and the address is true."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.once]

#: Fourteen texts, two of which are testimonies; those that other tests have published are withdrawn.
TEXTS = """
from articles.models import ArticleIndexPage, ArticlePage
for page in ArticlePage.objects.live():
    page.unpublish()
parent = ArticleIndexPage.objects.get()
for number in range(14):
    kind = "testimony" if number < 2 else "reflection"
    page = ArticlePage(title=f"Texte {number:02}", summary="Deux phrases.", signature="nous", kind=kind)
    parent.add_child(instance=page)
    page.save_revision().publish()
"""


@pytest.fixture(scope="module")
def texts(server, database_url):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings", "DATABASE_URL": database_url}
    environment |= {"DEBUG": "true", "SITE_URL": server}
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", TEXTS]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


@pytest.fixture
def articles(open_page, texts):
    """The list of texts in a browser; `articles.loads` counts the pages that were loaded whole."""
    page = open_page()
    page.loads = 0
    page.on("load", lambda _page: setattr(page, "loads", page.loads + 1))
    page.goto("/reflexions/")
    return page


def found(page):
    return page.locator("#resultats")


def test_a_choice_narrows_the_list_without_a_reload(articles):
    articles.focus("#filter-sorte")
    articles.select_option("#filter-sorte", label="Témoignage")
    expect(found(articles)).to_have_text("2 textes sur 14")
    expect(articles.locator(".cards > li")).to_have_count(2)
    assert articles.url.endswith("/reflexions/?sorte=temoignage")
    expect(articles.locator("#filter-sorte")).to_be_focused()
    expect(articles.locator("head link[rel=alternate]").last).to_have_attribute("href", re.compile("sorte=temoignage"))
    assert articles.loads == 1


def test_back_and_forward_are_true(articles):
    articles.select_option("#filter-sorte", label="Témoignage")
    expect(found(articles)).to_have_text("2 textes sur 14")
    articles.go_back()
    expect(found(articles)).to_have_text("14 textes")
    expect(articles.locator("#filter-sorte")).to_have_value("")
    articles.go_forward()
    expect(articles.locator("#filter-sorte")).to_have_value("temoignage")
    expect(found(articles)).to_have_text("2 textes sur 14")
    assert articles.loads == 1


def test_a_filter_is_removed_and_the_focus_goes_to_the_number_of_results(articles):
    articles.select_option("#filter-sorte", label="Témoignage")
    articles.get_by_role("link", name="Retirer le filtre Sorte").click()
    expect(found(articles)).to_have_text("14 textes")
    expect(found(articles)).to_be_focused()
    assert articles.url.endswith("/reflexions/")
    assert articles.loads == 1


def test_the_next_page_comes_without_a_reload(articles):
    articles.get_by_role("link", name="Suivante").click()
    expect(articles.locator(".cards > li")).to_have_count(2)
    expect(found(articles)).to_be_focused()
    assert articles.url.endswith("?page=2")
    assert articles.loads == 1


def test_an_unknown_place_is_said_beside_its_field(articles):
    articles.fill("#filter-lieu", "Nulle part")
    articles.press("#filter-lieu", "Enter")
    expect(articles.locator("#filter-lieu-error")).to_be_visible()
    expect(articles.locator("#filter-lieu")).to_be_focused()
    expect(articles.locator("#filter-lieu")).to_have_value("Nulle part")
    expect(found(articles)).to_have_text("14 textes")


def test_a_modified_click_is_the_browser_s(articles):
    with articles.context.expect_page() as opened:
        articles.get_by_role("link", name="Suivante").click(modifiers=["Control"])
    assert opened.value.url.endswith("?page=2")
    assert articles.url.endswith("/reflexions/")


def test_a_failure_becomes_an_ordinary_navigation(articles):
    refused = []

    def refuse_once(route):
        if route.request.resource_type == "fetch":
            refused.append(route.request.url)
            return route.abort()
        return route.continue_()

    articles.route("**/reflexions/?*", refuse_once)
    articles.select_option("#filter-sorte", label="Témoignage")
    expect(found(articles)).to_have_text("2 textes sur 14")
    articles.wait_for_load_state()
    assert len(refused) == 1
    assert articles.loads == 2


def test_on_a_phone_the_filter_is_folded_and_stays_open_once_opened(open_page, texts):
    page = open_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/reflexions/")
    expect(page.locator("#filter-sorte")).to_be_hidden()
    page.get_by_text("Filtrer et trier").click()
    page.select_option("#filter-sorte", label="Témoignage")
    expect(found(page)).to_have_text("2 textes sur 14")
    expect(page.locator("#filter-sorte")).to_be_visible()


def test_without_script_the_form_the_chips_and_the_pages_work(open_page, texts):
    page = open_page(java_script_enabled=False)
    page.goto("/reflexions/")
    page.select_option("#filter-sorte", label="Témoignage")
    page.get_by_role("button", name="Filtrer").click()
    expect(found(page)).to_have_text("2 textes sur 14")
    page.get_by_role("link", name="Retirer le filtre Sorte").click()
    expect(found(page)).to_have_text("14 textes")
    page.get_by_role("link", name="Suivante").click()
    expect(page.locator(".cards > li")).to_have_count(2)


def test_the_search_is_answered_without_a_reload(open_page, texts):
    page = open_page()
    page.goto("/recherche/")
    page.fill("#filter-q", "phrases")
    page.get_by_role("button", name="Rechercher").click()
    expect(page).to_have_url(re.compile("q=phrases"))
    expect(page.locator(".results mark").first).to_have_text("phrases")
    expect(found(page)).to_have_text("14 pages")
    assert "recherche" in page.title()
