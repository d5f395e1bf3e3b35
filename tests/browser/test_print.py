"""A content page on paper: a clean text with its address and date, links written out, no navigation."""

import pytest

from tests.browser.example_pages import PAGES

pytestmark = pytest.mark.browser

KINDS = ("initiative", "article long", "appel, document", "rendez-vous", "ressource")
ONLY_ON_SCREEN = (
    "nav, .site-nav, .breadcrumb, .toc, .share, .invitation, .band, .button, audio, video, .nebula, .skip-link"
)
# A search is of no use on paper, and an address of mail is its own text.
WHOLE = """() => [...document.querySelectorAll(":is(.prose, .facts, .part) a:not([href^='#'], [href^='mailto:'])")]
    .filter(link => !link.matches(".facts a[href^='/recherche/']"))
    .filter(link => link.checkVisibility())
    .map(link => [link.href, getComputedStyle(link, "::after").content])"""


@pytest.mark.parametrize("name", KINDS)
def test_paper_bears_the_text_its_address_and_its_date(open_example, name):
    page = open_example()
    page.goto(PAGES[name])
    page.emulate_media(media="print")
    assert page.locator(ONLY_ON_SCREEN).filter(visible=True).count() == 0
    assert page.locator(".printed-address").inner_text() == page.url
    assert page.get_by_text("Page mise à jour le").is_visible()
    assert page.locator("h1").is_visible()
    links = page.evaluate(WHOLE)
    assert [link for link, after in links if f"<{link}>" not in after] == []


def test_links_to_the_site_itself_are_written_out_too(open_example):
    page = open_example()
    page.goto(PAGES["appel, document"])
    page.emulate_media(media="print")
    assert any(link.startswith(page.url.partition("/appels/")[0]) for link, _after in page.evaluate(WHOLE))
