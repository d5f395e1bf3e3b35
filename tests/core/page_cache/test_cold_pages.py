"""What a page that nobody has read since something changed asks of the database, however many contents there are."""

import pytest

from core.page_cache.changes import tell
from tests.test_budgets import KINDS

pytestmark = pytest.mark.xdist_group("cold pages")

#: Address → questions. « {section} » is the first content of each.
BUDGETS = {
    "/": 8,
    "/initiatives/": 8,
    "/reflexions/": 8,
    "/appels/": 8,
    "/agenda/": 8,
    "/ressources/": 8,
    "/recherche/?q=partie": 9,
    "/themes/logement/": 8,
    "/flux.xml": 5,
    "/flux/reflexions.xml": 5,
    "/nulle-part/": 4,
}


def cold(reader, address):
    """Questions (int) of a page whose pictures are made, once another page was read."""
    reader.get(address)
    tell()
    reader.get("/charte/")
    return reader.queries(address)


@pytest.fixture(scope="module", params=[3, 16], ids=["few", "many"])
def contents(request, lasting):
    """The first content (Page) of each section, by its name, where there are so many of each."""
    with lasting():
        return [{section: make(number) for section, make in KINDS.items()} for number in range(request.param)][0]


@pytest.mark.parametrize("address", BUDGETS)
def test_a_page_keeps_within_its_budget_with_few_contents_and_with_more(reader, contents, address):
    assert cold(reader, address) <= BUDGETS[address]


@pytest.mark.parametrize("section", KINDS)
def test_a_content_keeps_within_its_budget(reader, contents, section):
    assert cold(reader, contents[section].url) <= 8
