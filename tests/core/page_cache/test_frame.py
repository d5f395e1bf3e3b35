"""The head and foot of pages, and the forms of lists, are written once: each page has its own all the same."""

import re

import pytest

from core.models import SiteSettings
from core.page_cache.changes import tell
from tests.factories import make_appeal, make_article, make_event, make_initiative, make_resource, make_theme

CURRENT = re.compile(r'href="([^"]*)"[^>]*?aria-current="(page|true)"')


@pytest.fixture
def addresses(reader):
    article = make_article(themes=[make_theme("Logement")])
    pages = [article, make_initiative(), make_appeal(), make_event("Rencontre"), make_resource()]
    lists = ["/", "/reflexions/", "/initiatives/", "/appels/", "/agenda/", "/agenda/archives/", "/themes/logement/"]
    asked = [f"/reflexions/?{asked}" for asked in ("tri=titre", "theme=logement", "lieu=Nulle+part", "annee=x")]
    apart = ["/recherche/", "/recherche/?q=penser", "/contribuer/", "/charte/", "/mentions-legales/"]
    return [*lists, *asked, *(page.url for page in pages), *apart, "/agenda/2026/12/"]


def test_each_page_is_the_same_whoever_was_read_before(reader, addresses):
    reader.cache.store.capacity = 1  # what surrounds pages is kept, not pages
    alone = {}
    for address in addresses:
        tell()
        alone[address] = reader.text(address)
    for order in (addresses, addresses[::-1]):
        tell()
        for address in order:
            assert reader.text(address) == alone[address], address


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/", []),
        ("/reflexions/", [("/reflexions/", "page")]),
        ("/reflexions/penser-avec/", [("/reflexions/", "true")]),
        ("/recherche/", [("/recherche/", "page")]),
        ("/contribuer/", [("/contribuer/", "page")]),
    ],
)
def test_menus_say_where_one_is(reader, address, current):
    make_article("Penser avec")
    reader.text("/initiatives/")
    header = reader.text(address).partition("<main")[0]
    assert CURRENT.findall(header) == current


def test_what_editors_say_of_the_site_is_seen(reader):
    make_article()
    reader.text("/reflexions/")
    settings = SiteSettings.objects.get()
    settings.footer = "Un autre pied de page"
    settings.save()
    tell()
    assert "Un autre pied de page" in reader.text("/reflexions/penser-avec/")
