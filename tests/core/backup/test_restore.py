"""A restoration gives everything back, or changes nothing; wherever it is stopped, it ends by one of the two."""

import gzip
import json

import pytest
from django.db import connection

from core.backup import schema
from core.backup.archive import BadArchive, Writer, checked, opened
from core.backup.rows import file_of
from tests.core.backup.contents import differences
from tests.core.backup.sites import site
from tests.databases import SQLITE, engine

pytestmark = pytest.mark.xdist_group("backup")


def rewritten(copy, path, change=lambda manifest: None, lines=None):
    """The archive at `copy` (Path), written again at `path` (Path) by someone who changes things and signs well.

    `lines` (dict) gives other rows (list of str) to some tables.
    """
    with opened(copy) as archive, path.open("w+b") as file:
        writer, manifest = Writer(file), archive.manifest
        source = path.with_name("source")
        for name in manifest.pop("files"):
            source.write_bytes(archive.open(name).read())
            if name in (lines or {}):
                source.write_bytes(gzip.compress("".join(lines[name]).encode()))
            writer.add(name, source)
        change(manifest)
        writer.close(manifest)
    return path


@pytest.fixture(scope="module")
def other(blank, full, tmp_path_factory):
    """A site (Site) where something else is written, and what it holds; nobody writes in it."""
    with site(tmp_path_factory.mktemp("other") / "site", "other", like=full) as made:
        program = "import django; django.setup(); from tests.factories import make_article, make_image\n"
        assert made.run("-c", program + "make_article('Autre'); make_image('Autre')").returncode == 0
        yield made, made.contents()


def test_what_is_not_there_is_said(other):
    there, _before = other
    done = there.manage("restore", there.copies / "none")
    assert done.returncode == 1 and "n’existe pas" in done.stderr


def test_it_says_what_is_there_and_how_to_replace_it(full, other):
    there, before = other
    done = there.manage("restore", full.copies)
    assert done.returncode == 1
    assert "n’est pas vide" in done.stderr and "3 comptes" in done.stderr and "--replace testserver" in done.stderr
    done = there.manage("restore", full.copies, "--replace", "example.org")
    assert done.returncode == 1 and "s’appelle testserver" in done.stderr
    assert differences(before, there.contents()) == {}


def test_a_site_is_replaced_when_it_is_named(full, all_of_it, other, tmp_path):
    with site(tmp_path / "replaced", like=other[0]) as replaced:
        replaced.managed("restore", full.newest_copy(), "--replace", "testserver")
        assert differences(all_of_it, replaced.contents()) == {}
        # Keys go on from where they were, on the copied site or on this one, whichever is further.
        made = replaced.run("-c", NEXT_KEYS)
        first = full.run("-c", LAST_KEYS)
        assert [a > b for a, b in zip(json.loads(made.stdout), json.loads(first.stdout), strict=True)] == [True] * 3


#: The keys of what is deleted in the full site were the last of theirs.
LAST_KEYS = (
    "import django; django.setup()\n"
    "from django.apps import apps\n"
    "print([apps.get_model(m).objects.order_by('-pk').first().pk for m in "
    "('core.siteimage', 'wagtailcore.page', 'wagtailcore.revision')])"
)
NEXT_KEYS = (
    "import django; django.setup()\n"
    "from tests.factories import make_article, make_image\n"
    "image, page = make_image(), make_article('Une de plus')\n"
    "print([image.pk - 1, page.pk - 1, page.latest_revision_id])"
)

BEFORE_THE_COMMIT = [
    ("core.backup.archive:Reader.extract", 3),
    ("core.backup.restoring:load_table", 50),
    ("core.backup.restoring:give_keys_from", 80),
]
AFTER_THE_COMMIT = [
    ("core.backup.folders:take_their_place", 1),
    ("pathlib:Path.rename", 3),
    ("core.backup.restoring:call_command", 1),
]


@pytest.mark.parametrize(("where", "times"), BEFORE_THE_COMMIT)
def test_killed_before_the_end_it_has_changed_nothing(full, other, tmp_path, where, times):
    there, before = other
    with site(tmp_path / "killed", like=there) as killed:
        killed.killed(where, times, "restore", str(full.newest_copy()), "--replace=testserver")
        assert (killed.media / ".restauration").exists()
        assert "arrêtée avant" in killed.managed("check_media", "--fix")
        assert not (killed.media / ".restauration").exists()
        assert differences(before, killed.contents()) == {}


@pytest.mark.parametrize(("where", "times"), AFTER_THE_COMMIT)
def test_killed_later_the_same_command_ends_it(full, all_of_it, other, tmp_path, where, times):
    with site(tmp_path / "killed", like=other[0]) as killed:
        command = ("restore", str(full.newest_copy()), "--replace=testserver")
        killed.killed(where, times, *command)
        done = killed.manage("check_media") if times > 1 else killed.manage("backup", killed.copies)
        assert done.returncode == 1 and "arrêtée en chemin" in done.stderr
        assert "elle est finie" in killed.managed(*command)
        assert differences(all_of_it, killed.contents()) == {}
        assert not (killed.media / ".restauration").exists()


def test_a_full_disk_changes_nothing(full, other, tmp_path):
    there, before = other
    with site(tmp_path / "small", like=there) as small:
        # The journal of SQLite passes this; on PostgreSQL, whose disk is its server's, a sound does.
        most = 100_000 if engine() == SQLITE else 5_000
        done = small.manage("restore", full.newest_copy(), "--replace=testserver", most_bytes=most)
        assert done.returncode == 1 and "Rien n’a changé" in done.stderr
        assert differences(before, small.contents()) == {}
        assert not (small.media / ".restauration").exists()


WRONG_ROWS = [
    ({file_of("core_theme"): ["pas du JSON\n"]}, "illisible"),
    ({file_of("core_theme"): ["[1, 2]\n"]}, "illisible"),
    ({file_of("core_theme"): []}, "0 lignes au lieu de"),
    ({file_of("members_member_groups"): ["[1, 999999, 1]\n", "[2, 2, 1]\n"]}, "renvoie à une autre"),
]


def test_rows_that_cannot_be_are_refused(full, other, tmp_path):
    there, before = other
    for lines, said in WRONG_ROWS:
        copy = rewritten(full.newest_copy(), tmp_path / "bad.tar", lines=lines)
        done = there.manage("restore", copy, "--replace=testserver")
        assert done.returncode == 1 and said in done.stderr and "Rien n’a changé" in done.stderr
    assert differences(before, there.contents()) == {}


@pytest.mark.django_db
def test_an_archive_of_a_newer_site_is_refused():
    with pytest.raises(BadArchive, match="plus récente"):
        schema.check_versions(connection, [["core", "0001_initial"], ["core", "0002_of_tomorrow"]])


@pytest.mark.django_db
def test_an_older_archive_needs_an_empty_database():
    with pytest.raises(BadArchive, match="plus ancienne"):
        schema.check_versions(connection, [["core", "0001_initial"]])


@pytest.mark.django_db
def test_tables_that_are_not_as_here_are_refused():
    columns = [["id", "BigAutoField"], ["colour", "CharField"]]
    with pytest.raises(BadArchive, match="core_theme n’y est pas"):
        schema.check_columns(connection, [{"name": "core_theme", "columns": columns}])


def test_an_older_archive_is_brought_up_to_date(full, tmp_path):
    """A copy of before the last migration of the redirections: it is made to its tables, then these are changed."""
    last = max(name for app, name in checked(full.newest_copy())["migrations"] if app == "wagtailredirects")

    def forget(manifest):
        manifest["migrations"].remove(["wagtailredirects", last])

    copy = rewritten(full.newest_copy(), tmp_path / "old.tar", forget)
    with site(tmp_path / "new") as new:
        new.managed("restore", copy)
        assert new.manage("migrate", "--check").returncode == 0
        assert len(new.contents()["wagtailredirects.redirect"]) == 1
