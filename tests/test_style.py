"""`/style/` shows every component, in development only, whatever the database holds."""

import re
from collections import Counter
from types import ModuleType

import pytest
from django.conf import settings

from site_nebuleuses.style.views import design_tokens, style_addresses
from site_nebuleuses.urls import handler404
from site_nebuleuses.urls import urlpatterns as site_urls
from tests.factories import make_image

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

#: The addresses of a developer's site.
urlpatterns = [*style_addresses(debug=True), *site_urls]

BUDGET = 6
SHOWN_FOLDERS = ("components", "blocks")
#: What the page does not show, and why.
EXCEPTIONS = {
    "components/metadata.html": "it speaks to machines, in the head of a page",
}


@pytest.fixture
def shown(client):
    """The page (response) of a site that has images."""
    for number in range(2):
        make_image(f"Image {number}", description="Un mur peint", credit="le collectif")
    return client.get("/style/")


def templates_to_show():
    folder = settings.BASE_DIR / "templates"
    return {str(path.relative_to(folder)) for name in SHOWN_FOLDERS for path in (folder / name).glob("*.html")}


def test_an_empty_site_has_it(client, bare_site):
    assert client.get("/style/").status_code == 200


def test_readers_do_not_have_it(client, settings):
    readers = ModuleType("readers")
    others = [route for route in site_urls if getattr(route, "name", "") != "style"]
    readers.urlpatterns = [*style_addresses(debug=False), *others]
    readers.handler404 = handler404
    settings.ROOT_URLCONF = readers
    assert client.get("/style/").status_code == 404


def test_every_component_and_block_is_on_it(shown):
    used = {template.name for template in shown.templates}
    missing = templates_to_show() - used - EXCEPTIONS.keys()
    assert not missing, f"add a specimen to site_nebuleuses/style/catalogue.py: {missing}"


def test_every_exception_still_exists():
    assert EXCEPTIONS.keys() <= templates_to_show()


def test_every_colour_and_size_has_its_sample():
    css = (settings.BASE_DIR / "static" / "css" / "style-guide.css").read_text(encoding="utf-8")
    tokens = design_tokens()
    assert tokens["colours"] and tokens["sizes"]
    wanted = [f".swatch-{name} {{" for name in tokens["colours"]] + [f".style-{name} {{" for name in tokens["sizes"]]
    assert [rule for rule in wanted if rule not in css] == []


def test_no_id_stands_twice_and_every_anchor_leads_somewhere(shown):
    html = shown.content.decode()
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [name for name, times in ids.items() if times > 1] == []
    anchors = set(re.findall(r'href="#([^"]+)"', html))
    labels = " ".join(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html)).split()
    assert anchors.union(labels) <= ids.keys()


def test_it_has_one_title_and_no_style_nor_script_of_its_own(shown):
    html = shown.content.decode()
    assert html.count("<h1") == 1
    assert not re.search(r'\sstyle="|<style|<script(?! type="module" src=)', html)


def test_it_asks_the_database_little(client, shown, django_assert_max_num_queries):
    with django_assert_max_num_queries(BUDGET):
        client.get("/style/")


def test_lists_of_cards_show_cards(shown):
    lists = re.findall(r'<ul class="cards[^>]*>(.*?)</ul>', shown.content.decode(), re.DOTALL)
    assert len(lists) > 5
    assert all(each.count("<li>") == each.count('class="card"') for each in lists)
