"""axe-core finds nothing, on every kind of page, in light and dark, on a phone, a tablet and a desk."""

import pytest

from tests.browser.axe import REVIEWED, looked_at
from tests.browser.example_pages import PAGES, STYLE

pytestmark = pytest.mark.browser


def assert_sound(page, address):
    for scheme, width, violations, doubts in looked_at(page, address):
        assert (violations, doubts) == ([], []), f"{address}, {scheme}, {width} px"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_example, name):
    assert_sound(open_example(), PAGES[name])


def test_axe_finds_nothing_in_any_state_of_a_component(example, developers_example, chromium):
    page = chromium.new_page(base_url=developers_example, locale="fr-FR")
    if page.request.get(STYLE).status == 404:
        pytest.skip("no style page yet")
    assert_sound(page, STYLE)
    page.close()


def test_a_fault_would_be_found(open_example):
    page = open_example()
    faulty = "<h1>Bien</h1><img src='/a.png'>"
    page.route("**/a-propos/", lambda route: route.fulfill(content_type="text/html", body=faulty))
    faults = [fault for _scheme, _width, violations, _doubts in looked_at(page, "/a-propos/") for fault in violations]
    assert [fault for fault in faults if fault.startswith("image-alt")]


def test_what_was_reviewed_still_exists(open_example, developers_example):
    """A doubt that nobody has any more leaves the list."""
    page, missing = open_example(), {reviewed.selector for reviewed in REVIEWED}
    for address in (*PAGES.values(), developers_example + STYLE):
        page.goto(address)
        missing -= {selector for selector in missing if page.locator(selector).count()}
        if not missing:
            break
    assert missing == set()
