"""What is kept in memory between two searches is never older than what was published."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from core.models import ContentPage, Theme
from initiatives.models import InitiativeIndexPage
from search import catalogue
from search.catalogue import current_catalogue, read_catalogue
from search.changes import Change, tell_change
from search.models import MOST_CHANGES, MOST_KEYS, CatalogueVersion
from tests.factories import make_article, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """As a process that starts, and outside the transaction that each test is in."""
    monkeypatch.setattr(catalogue, "_kept", None)
    monkeypatch.setattr(catalogue, "connection", SimpleNamespace(in_atomic_block=False))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A transaction of its own, as far as what waits for its end."""

    @contextmanager
    def commit():
        connection.run_on_commit = []
        with django_capture_on_commit_callbacks(execute=True) as callbacks:
            yield callbacks

    return commit


def titles():
    return [row.title for row in current_catalogue().rows.values()]


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def rename(page):
    page.title = "Les funambules"
    page.save_revision().publish()


CHANGES = {
    "published": (lambda page: make_article("Le trapèze"), ["Le trapèze", "Les lanternistes"]),
    "renamed": (rename, ["Les funambules"]),
    "unpublished": (lambda page: page.unpublish(), []),
    "deleted": (lambda page: page.delete(), []),
    "private": (make_private, []),
    "under what is private": (lambda page: make_private(page.get_parent()), []),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_known_at_once(committed, change, expected):
    page = make_article("Les lanternistes")
    assert titles() == ["Les lanternistes"]
    with committed():
        change(page)
    assert titles() == expected


def test_a_page_moved_under_what_is_private(committed):
    page = make_article("Les lanternistes")
    closed = InitiativeIndexPage.objects.get()
    make_private(closed)
    assert titles() == ["Les lanternistes"]
    with committed():
        page.move(closed, pos="last-child")
    assert titles() == []


def test_a_draft_changes_nothing(committed):
    page = make_article("Les lanternistes")
    with committed():
        rename(page)
    version = CatalogueVersion.current()
    page.title = "Les équilibristes"
    with committed():
        page.save_revision()
    assert version
    assert CatalogueVersion.current() == version


def test_a_transaction_tells_it_once(committed):
    with committed() as callbacks:
        make_article("Les lanternistes").delete()
    assert len([one for one in callbacks if isinstance(one, Change)]) == 1


def test_themes_too(committed):
    make_article("Les lanternistes", themes=[make_theme("Logement", slug="logement")])
    assert current_catalogue().themes == [("logement", "Logement")]
    theme = Theme.objects.get()
    theme.title = "Habitat"
    with committed():
        theme.save()
    assert current_catalogue().themes == [("logement", "Habitat")]


def test_what_does_not_change_costs_one_query():
    make_article("Les lanternistes")
    current_catalogue()
    with CaptureQueriesContext(connection) as queries:
        assert titles() == ["Les lanternistes"]
    assert len(queries) == 1


@pytest.fixture
def wholes(monkeypatch):
    """How many times the catalogue was read whole (list)."""
    counted = []
    monkeypatch.setattr(catalogue, "read_catalogue", lambda: counted.append(1) or read_catalogue())
    return counted


def test_a_publication_has_its_page_read_again_and_no_other(committed, wholes):
    """Of 100,000 contents, reading all takes seconds, for whoever searches first."""
    first, second = make_article("Les lanternistes"), make_article("Le trapèze")
    assert titles() == ["Le trapèze", "Les lanternistes"]
    with committed():
        rename(first)
    with committed():
        second.themes.add(make_theme("Logement", slug="logement"))
        second.save()
    with committed():
        make_article("La corde")
    assert titles() == ["La corde", "Le trapèze", "Les funambules"]
    assert current_catalogue() == read_catalogue()
    assert current_catalogue().rows[second.pk].themes == ("logement",)
    assert len(wholes) == 1


def test_what_another_process_changed_long_ago_has_everything_read(wholes):
    page = make_article("Les lanternistes")
    titles()
    for _time in range(MOST_CHANGES + 1):
        CatalogueVersion.change({page.pk})
    titles()
    CatalogueVersion.change(set(range(MOST_KEYS + 1)))
    titles()
    CatalogueVersion.change()
    titles()
    assert len(wholes) == 4


def test_a_transaction_that_changes_anything_says_so(committed, wholes):
    page = make_article("Les lanternistes")
    titles()
    with committed():
        tell_change({page.pk})
        tell_change(None)
        tell_change({page.pk})
    titles()
    assert len(wholes) == 2


def test_what_a_transaction_sees_is_its_own(monkeypatch):
    make_article("Les lanternistes")
    assert titles() == ["Les lanternistes"]
    with monkeypatch.context() as inside:
        inside.setattr(catalogue, "connection", SimpleNamespace(in_atomic_block=True))
        make_article("Le trapèze")
        assert titles() == ["Le trapèze", "Les lanternistes"]
    assert titles() == ["Les lanternistes"]


def test_a_script_that_writes_in_bulk_is_known_later(monkeypatch):
    make_article("Les lanternistes")
    assert titles() == ["Les lanternistes"]
    ContentPage.objects.update(live=False)
    monkeypatch.setattr(catalogue.time, "monotonic", lambda: 1e12)
    assert titles() == []
