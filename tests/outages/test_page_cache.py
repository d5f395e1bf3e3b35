"""Pages that are kept, by processes that are really others: what one publishes all show, what stops leaves to read."""

import time

import pytest

from tools.example import free_port
from tools.outages import Deployment
from tools.outages.database import behind_a_line
from tools.outages.people import Visitor
from tools.outages.typist import typist

#: Seconds until everybody sees what somebody published.
SOON = 1
KEPT = {"PAGE_CACHE_MEGABYTES": "32"}
_PAGE = """
from articles.models import ArticlePage
from tests.factories import make_article, make_image
page = ArticlePage.objects.filter(slug="un-papier").first()
"""
_RENAMED = _PAGE + "page.title = 'Un carnet'; page.save_revision().publish()"
#: What somebody does, by which program, where it is read, and what is read there afterwards, or the status.
CHANGES = [
    ("publie", _PAGE + "make_article('Un papier', image=make_image())", "/reflexions/", "Un papier"),
    (
        "publie à nouveau",
        _PAGE + "page.title = 'Un carnet'; page.save_revision().publish()",
        "/reflexions/",
        "Un carnet",
    ),
    ("change une image", _PAGE + "page.image.credit = 'Lou'; page.image.save()", "/reflexions/un-papier/", "Lou"),
    (
        "change les réglages",
        "from core.models import SiteSettings\nSiteSettings.objects.update(tagline='Une phrase')",
        "/",
        "Une phrase",
    ),
    ("dépublie", _PAGE + "page.unpublish()", "/reflexions/un-papier/", 404),
    ("republie", _PAGE + "page.save_revision().publish()", "/reflexions/un-papier/", "Un carnet"),
    (
        "déplace",
        _PAGE + "from resources.models import ResourceIndexPage as R\npage.move(R.objects.get(), pos='last-child')",
        "/reflexions/un-papier/",
        301,
    ),
    ("supprime", _PAGE + "page.delete()", "/ressources/un-papier/", 404),
]


def neighbour(site, folder):
    """Another machine (Deployment) that serves the same database and the same files."""
    folder.mkdir()
    other = Deployment(folder, site.environment["DATABASE_URL"])
    other.port = free_port()
    other.environment = dict(site.environment)
    return other


def test_what_one_does_all_show_within_a_second(site, tmp_path):
    other = neighbour(site, tmp_path / "other")
    with site.served(**KEPT) as here, other.served(**KEPT) as there, typist(site.environment) as writes:
        readers = [Visitor(here), Visitor(there)]
        for what, program, path, after in CHANGES:
            for reader in readers:
                reader.get(path)
                assert not _is(after, reader.get(path)), what
            writes(program)
            time.sleep(SOON)
            assert all(_is(after, reader.get(path)) for reader in readers), what


def _is(wanted, answer):
    """Whether an Answer has the words (str), or the status (int), that are wanted (bool)."""
    return answer.status == wanted if isinstance(wanted, int) else answer.status == 200 and wanted in answer.text


def test_readers_go_on_reading_without_a_database(site):
    pages = ["/", "/reflexions/", "/agenda/", "/recherche/?q=travail", "/flux.xml", "/agenda.ics"]
    if site.is_sqlite:
        pytest.skip("PostgreSQL seulement")
    with behind_a_line(site) as line, site.served(**KEPT) as address:
        reader = Visitor(address)
        read = {path: reader.get(path).text for path in pages}
        line.cut()
        time.sleep(SOON)
        answers = {path: reader.get(path) for path in pages}
        assert {path: answer.text for path, answer in answers.items()} == read
        assert max(answer.seconds for answer in answers.values()) < 3
        assert reader.get("/ressources/").status == 503  # nobody had read it
        line.mend()
        assert reader.get("/ressources/").status in {200, 503}


def test_readers_go_on_reading_without_the_file_of_the_database(site):
    if not site.is_sqlite:
        pytest.skip("SQLite seulement")
    with site.served(**KEPT) as address:
        reader = Visitor(address)
        read = {path: reader.get(path).text for path in ("/", "/reflexions/", "/agenda/")}
        for suffix in ("", "-wal", "-shm"):
            path = site.folder / f"nebuleuses.sqlite3{suffix}"
            if path.exists():
                path.rename(path.with_name(f"away{suffix}"))
        time.sleep(SOON)
        assert {path: reader.get(path).text for path in read} == read
