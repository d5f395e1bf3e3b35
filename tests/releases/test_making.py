"""`make release` writes a version everywhere, or nowhere."""

import json
from datetime import date

import pytest

from tools.release import __main__ as command
from tools.release.candidate import CannotMake
from tools.release.losses import losses
from tools.release.versions import NotReady, is_version, rank, released, version_in, with_section, with_version

CHANGELOG = "# Changelog\n\n## Unreleased\n\n- A door.\n\n## 0.9 · 2026-01-02\n\n- A wall.\n"
VERSION = 'VERSION = "0.9"\n'
FACTS = {"counts": {"a.b": 1}, "files": {}, "rows": {"a.b": [["été"]]}, "pages": {}, "drafts": {}}
DAY = date(2026, 12, 1)


def test_what_was_unreleased_is_what_the_version_brings():
    text = with_section(CHANGELOG, "0.10", DAY)
    assert "## Unreleased\n\n## 0.10 · 2026-12-01\n\n- A door.\n\n## 0.9" in text
    assert released(text) == ["0.10", "0.9"]
    assert rank("0.10") > rank("0.9.1") > rank("0.9")


def test_nothing_to_say_is_nothing_to_release():
    for text in ("# Changelog\n", with_section(CHANGELOG, "0.10", DAY)):
        with pytest.raises(NotReady, match="Unreleased"):
            with_section(text, "0.11", DAY)


def test_what_is_a_version():
    assert [text for text in ("0.1", "1.2.3", "v0.1", "1", "0.1-rc1", "../0.1") if is_version(text)] == ["0.1", "1.2.3"]


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder (Path) with what `make release` writes in; git finds nothing to say, no site is made."""
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "version.py").write_text(VERSION)
    monkeypatch.setattr(command, "CHANGELOG", tmp_path / "CHANGELOG.md")
    monkeypatch.setattr(command, "VERSION_FILE", tmp_path / "version.py")
    monkeypatch.setattr(command, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(command, "_git", lambda *arguments: "")
    monkeypatch.setattr(command, "_lacks_migration", lambda: False)
    monkeypatch.setattr(command, "make", made)
    monkeypatch.setattr(command, "facts_given_back", lambda archive, folder: FACTS)
    return tmp_path


def made(folder, version):
    (folder / "made.tar").write_bytes(b"archive")
    return folder / "made.tar", FACTS


def test_everything_is_written(tree):
    archive, facts = command.release("0.10", DAY)
    assert archive.read_bytes() == b"archive"
    said = json.loads(facts.read_text())
    assert said["version"] == "0.10" and said["rows"] == FACTS["rows"]
    assert len(said["migrations"]["core/migrations/0001_initial.py"]) == 64
    assert version_in((tree / "version.py").read_text()) == "0.10"
    assert released((tree / "CHANGELOG.md").read_text())[0] == "0.10"


def _fails(folder, version):
    raise CannotMake("no disk")


def _is_heavy(folder, version):
    archive, facts = made(folder, version)
    archive.write_bytes(b"0" * (command.MOST_BYTES + 1))
    return archive, facts


LOST = FACTS | {"rows": {"a.b": [["ete"]]}}
FAILURES = [
    ("make", _fails, "no disk"),
    ("make", _is_heavy, "pour toujours"),
    ("facts_given_back", lambda archive, folder: LOST, "ne rend pas tout"),
]


@pytest.mark.parametrize(("name", "function", "said"), FAILURES)
def test_or_nothing_is(tree, monkeypatch, name, function, said):
    monkeypatch.setattr(command, name, function)
    with pytest.raises((NotReady, CannotMake), match=said):
        command.release("0.10", DAY)
    assert (tree / "CHANGELOG.md").read_text() == CHANGELOG
    assert (tree / "version.py").read_text() == VERSION == with_version(VERSION, "0.9")
    assert not list((tree / "kept").glob("*"))


def test_a_version_that_is_not_after_the_last_is_refused(tree):
    for version in ("0.9", "0.8", "x"):
        with pytest.raises(NotReady):
            command.release(version, DAY)


@pytest.mark.parametrize(("asked", "said"), [("status", "n’est pas propre"), ("tag", "existe déjà")])
def test_what_git_says_against_it_is_said(tree, monkeypatch, asked, said):
    monkeypatch.setattr(command, "_git", lambda *arguments: "quelque chose" if arguments[0] == asked else "")
    with pytest.raises(NotReady, match=said):
        command.release("0.10", DAY)


def test_more_rows_are_no_loss_where_migrations_write_them_and_are_elsewhere():
    before = FACTS | {"counts": {"auth.permission": 3, "a.b": 1}}
    assert losses(before, FACTS | {"counts": {"auth.permission": 4, "a.b": 1}}) == []
    assert losses(before, FACTS | {"counts": {"auth.permission": 2, "a.b": 2}}) == [
        "a.b: 1 rows, then 2",
        "auth.permission: 3 rows, then 2",
    ]
