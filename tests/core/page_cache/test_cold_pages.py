"""What a page that nobody has read since something changed asks of the database, however many contents there are."""

import pytest

from core.page_cache.changes import tell
from tests.test_budgets import KINDS

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


@pytest.mark.parametrize("address", BUDGETS)
def test_a_page_keeps_within_its_budget_with_few_contents_and_with_more(reader, address):
    for number in range(3):
        for make in KINDS.values():
            make(number)
    few = cold(reader, address)
    for number in range(3, 16):
        for make in KINDS.values():
            make(number)
    many = cold(reader, address)
    assert few <= BUDGETS[address] and many <= max(few, BUDGETS[address])


@pytest.mark.parametrize("section", KINDS)
def test_a_content_keeps_within_its_budget(reader, section):
    pages = [KINDS[section](number) for number in range(3)]
    assert cold(reader, pages[0].url) <= 8
