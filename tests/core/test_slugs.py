"""Whether an address is free is asked as Wagtail asks it, and answered by the index of addresses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.slugs import is_slug_free
from tests.factories import make_article, make_initiative

pytestmark = pytest.mark.django_db

CASES = {
    "nobody has it": ("libre", False, True),
    "a neighbour has it": ("faire-lien", False, False),
    "the page itself has it": ("faire-lien", True, True),
    "a page of another list has it": ("la-maison", False, True),
    "the list itself has it": ("reflexions", False, True),
}


@pytest.mark.parametrize(("slug", "is_itself", "is_free"), CASES.values(), ids=CASES)
def test_what_is_free(slug, is_itself, is_free):
    page = make_article("Faire lien", slug="faire-lien")
    make_initiative("La maison", slug="la-maison")
    parent = page.get_parent()
    with CaptureQueriesContext(connection) as queries:
        assert Page._slug_is_available(slug, parent, page if is_itself else None) is is_free
    assert len(queries) == 1 and "BETWEEN" not in queries.captured_queries[0]["sql"]


def test_the_root_may_have_any():
    assert is_slug_free("root", None)
