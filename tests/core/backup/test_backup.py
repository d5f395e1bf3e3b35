"""A copy is whole or is not there, whatever happens meanwhile."""

import gzip
import json
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from core.backup.alone import alone
from core.backup.archive import checked, opened
from core.backup.making import CannotCopy, make_copy
from core.backup.retention import copies, name_of
from core.files.settings import MEGABYTE
from tests.core.backup.sites import ROOT, site

pytestmark = pytest.mark.xdist_group("backup")


def test_a_copy_is_for_nobody_else_and_says_what_it_holds(full):
    copy = full.newest_copy()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [path.name for path in full.copies.iterdir()] == [copy.name]
    manifest = checked(copy)
    assert {"SECRET_KEY", "SITE_URL", "DATABASE_URL"} <= set(manifest["settings"])
    assert manifest["missing"] == []
    assert ["core", "0001_initial"] in manifest["migrations"]
    folders = {name.split("/")[0] for name in manifest["files"]}
    assert folders == {"database", "media", "prive", "quarantine"}


def test_no_secret_no_picture_made_again_no_session_is_in_it(full):
    copy = full.newest_copy()
    assert b"tests-only-xxxxx" not in copy.read_bytes()
    names = list(checked(copy)["files"])
    assert not [name for name in names if name.startswith(("media/images/", "media/apercus/", "quarantine/arrivals"))]
    assert not [name for name in names if name.startswith("prive/") and "/images/" in name]
    assert not [name for name in names if "session" in name]
    # There was one of them on the disk.
    assert list((full.media / "images").iterdir())


@pytest.mark.django_db
def test_a_copy_that_would_fill_the_disk_is_not_begun(tmp_path, monkeypatch):
    """The site and its database may be on that disk, and older copies go only once there is another."""
    (tmp_path / name_of(datetime(2026, 11, 22, tzinfo=UTC))).write_bytes(bytes(3 * MEGABYTE))
    monkeypatch.setattr("core.backup.folders.room_on", lambda folder: MEGABYTE)
    with pytest.raises(CannotCopy, match="il manque 3 Mo"):
        make_copy(tmp_path)
    assert len(copies(tmp_path)) == 1


def test_the_copy_is_consistent_while_somebody_publishes(full, tmp_path):
    """Each publication writes a page, its revision and its story in one transaction: a copy has all three, or none."""
    with site(tmp_path / "busy", "busy", like=full) as busy:
        program = (
            "import django; django.setup()\n"
            "from django.db import transaction\n"
            "from tests.factories import make_article\n"
            "for number in range(10_000):\n"
            "    with transaction.atomic():\n"
            "        make_article(f'Pendant {number}', publish=True)\n"
            "    print(number, flush=True)\n"
        )
        writer = subprocess.Popen(
            [sys.executable, "-c", program], cwd=ROOT, env=busy.environment, stdout=subprocess.PIPE, text=True
        )
        try:
            writer.stdout.readline()
            for _time in range(3):
                busy.managed("backup", busy.copies)
                time.sleep(1)
        finally:
            writer.kill()
            written = len(writer.communicate()[0].splitlines()) + 1
        sizes = []
        for copy in copies(busy.copies):
            with opened(copy) as archive:
                pages, articles, revisions, story = (
                    keys(archive, name, column)
                    for name, column in (
                        ("core_contentpage", "page_ptr_id"),
                        ("articles_articlepage", "contentpage_ptr_id"),
                        ("wagtailcore_revision", "object_id"),
                        ("wagtailcore_pagelogentry", "page_id"),
                    )
                )
            assert articles <= pages
            before = keys_of_full(full)
            new = articles - before
            assert new <= {int(key) for key in revisions} and new <= story
            sizes.append(len(new))
        assert sizes == sorted(sizes, reverse=True) and sizes[0] <= written
        assert len(set(sizes)) > 1, "nothing was written meanwhile"


def keys_of_full(full):
    with opened(full.newest_copy()) as archive:
        return keys(archive, "articles_articlepage", "contentpage_ptr_id")


def keys(archive, table, column):
    said = next(one for one in archive.manifest["tables"] if one["name"] == table)
    place = [name for name, _kind in said["columns"]].index(column)
    with gzip.open(archive.open(f"database/{table}.jsonl.gz"), "rt") as lines:
        return {json.loads(line)[place] for line in lines}


@pytest.mark.parametrize(
    ("where", "times"),
    [
        ("core.backup.making:write_table", 40),
        ("core.backup.archive:Writer.add", 95),
        ("core.backup.making:checked", 1),
        ("core.backup.making:settle", 1),
    ],
)
def test_a_killed_copy_leaves_nothing_that_looks_like_one(full, tmp_path, where, times):
    full.killed(where, times, "backup", str(tmp_path))
    # The last of them is killed once its copy has its name: it is whole.
    found = copies(tmp_path)
    assert len(found) == (where == "core.backup.making:settle")
    for copy in found:
        checked(copy)
    assert list(tmp_path.glob(".nebuleuses-*"))
    full.managed("backup", tmp_path)
    assert not list(tmp_path.glob(".nebuleuses-*"))
    assert len(copies(tmp_path)) == len(found) + 1


@pytest.mark.parametrize("most_bytes", [20_000, 100_000])
def test_a_full_disk_makes_no_copy_and_loses_none(full, tmp_path, most_bytes):
    older = make_empty(tmp_path, timedelta(days=300))
    done = full.manage("backup", tmp_path, most_bytes=most_bytes)
    assert done.returncode == 1
    assert "La sauvegarde n’est pas faite" in done.stderr
    assert list(tmp_path.iterdir()) == [older]


def make_empty(folder, age):
    path = folder / name_of(datetime.now(UTC) - age)
    path.touch()
    return path


def test_older_copies_go_once_the_new_one_is_read(full, tmp_path):
    kept = [make_empty(tmp_path, timedelta(days=days)) for days in (1, 200, 300)]
    gone = [make_empty(tmp_path, timedelta(days=400 + 30 * number)) for number in range(9)]
    stranger = tmp_path / "notes.txt"
    stranger.touch()
    said = full.managed("backup", tmp_path, "--days", "4", "--weeks", "3")
    assert len(copies(tmp_path)) == 4 and all(path.exists() for path in [*kept, stranger])
    assert all(path.name in said for path in gone)


def test_two_copies_are_not_made_at_once(full, tmp_path):
    with alone(tmp_path):
        assert "Une autre sauvegarde se fait" in full.manage("backup", tmp_path).stderr


def test_copies_do_not_go_where_files_are_served(full):
    assert "un dossier du site" in full.manage("backup", full.media / "copies").stderr


def test_what_is_missing_is_said_and_the_rest_is_copied(full, tmp_path):
    with site(tmp_path / "damaged", like=full) as damaged:
        gone = next((damaged.media / "original_images").glob("mur*"))
        lost = next(path for path in damaged.quarantine.iterdir() if path.is_file())
        gone.unlink()
        lost.unlink()
        done = damaged.manage("backup", damaged.copies)
        assert done.returncode == 0 and "manquaient déjà" in done.stderr
        missing = checked(damaged.newest_copy())["missing"]
        assert missing == [f"media/original_images/{gone.name}", f"quarantine/{lost.name}"]
