"""What is not ours is locked, installed as locked, and under a licence that somebody has read."""

import json
import os
import subprocess
from email.message import Message

import pytest

from tools import prepare
from tools.audit import licences, supply
from tools.audit.locks import LISTS, ROOT, locked, loose, otherwise_installed
from tools.audit.report import Table


def test_every_line_of_the_lists_is_pinned_with_its_fingerprints():
    assert {path.name for path in ROOT.glob("requirements*.txt")} == set(LISTS)
    for name in LISTS:
        assert len(locked(name)) > 5 and loose(name) == []


HASH = "--hash=sha256:" + "a" * 64
NOT_LOCKED = [f"a>=1 {HASH}", "a==1", f"a==1.* {HASH}", "a==1 --hash=md5:aa", f"a @ https://example.org/a.whl {HASH}"]


@pytest.mark.parametrize("line", NOT_LOCKED)
def test_a_line_that_is_not_locked_is_seen(tmp_path, line):
    (tmp_path / "list.txt").write_text(f"b==1 \\\n    {HASH}\n    # via c\n{line}\n")
    assert loose("list.txt", tmp_path) == ["a"]


@pytest.mark.parametrize("line", ["--extra-index-url https://example.org/", "-r other.txt", "./here"])
def test_a_list_asks_for_packages_alone(tmp_path, line):
    (tmp_path / "list.txt").write_text(f"{line}\n")
    with pytest.raises(ValueError):
        locked("list.txt", tmp_path)


@pytest.mark.xdist_group("supply")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process")
def test_tests_of_a_group_are_run_by_the_same_process(request):
    """What takes minutes to make is made once; xdist says nothing where it no longer groups (its issue 1386)."""
    assert request.node.nodeid.endswith("@supply")


def test_what_is_installed_is_what_is_locked():
    assert otherwise_installed() == []


def test_another_version_than_the_locked_one_is_said(monkeypatch):
    monkeypatch.setattr("tools.audit.locks.version", lambda name: "0.0.1")
    assert any(line.startswith("wagtail\u00a0: requirements.txt dit 7.4") for line in otherwise_installed())


def test_whoever_installs_asks_for_the_fingerprints(monkeypatch, tmp_path):
    """By `make` as by the manual of whoever runs the site."""
    commands = []
    monkeypatch.setattr(prepare, "call", commands.append)
    monkeypatch.setattr(prepare, "VENV", str(tmp_path))
    monkeypatch.setattr(prepare, "VENV_PYTHON", str(tmp_path / "none"))
    monkeypatch.setattr(prepare, "can_import_pip", lambda: True)
    prepare.install(["requirements.txt"])
    assert [command for command in commands if "install" in command and "--require-hashes" not in command] == []
    assert any("--require-hashes" in command for command in commands)
    manual = (ROOT / "docs" / "exploitation.md").read_text(encoding="utf-8")
    installing = [line for line in manual.splitlines() if "pip install" in line]
    assert installing and all("--require-hashes" in line for line in installing)
    assert "tools/prepare.py" in (ROOT / "deploy" / "install.py").read_text(encoding="utf-8"), "which asks for them"


def answering(dependencies, stdout=None):
    said = json.dumps({"dependencies": dependencies, "fixes": []}) if stdout is None else stdout
    return lambda command, **options: subprocess.CompletedProcess(command, 0, said, "No known vulnerabilities found")


FLAWED = {"name": "django", "version": "5.2.1", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["5.2.2"]}]}
SOUND = {"name": "wagtail", "version": "7.4.4", "vulns": []}
PASSED_OVER = {"name": "pillow", "skip_reason": "Dependency not found on PyPI and could not be audited"}


def test_known_flaws_are_faults():
    flaws = supply.known_flaws(answering([FLAWED, SOUND]))
    assert flaws == supply.Flaws(2, ["django 5.2.1\u00a0: PYSEC-2026-1, corrigée dans 5.2.2"], [])


def test_what_pip_audit_passed_over_is_not_taken_for_sound():
    """It ends by « no known vulnerabilities » all the same, and by 0."""
    assert supply.known_flaws(answering([SOUND, PASSED_OVER])) == supply.Flaws(1, [], ["pillow"])
    assert "django" in supply.known_flaws(answering([], stdout="")).unasked


def test_a_table_never_says_that_what_was_not_measured_is_met(monkeypatch):
    monkeypatch.setattr(supply, "known_flaws", lambda: supply.Flaws(1, [], ["pillow"]))
    table = supply.measure()
    assert table.faults == [] and "Pas entièrement mesuré" in table.text() and "Tenu" not in table.text()
    assert ["Sans faille connue (pip-audit)", "1\u00a0paquet sur 2", "non demandé\u00a0: réseau"] in table.rows
    assert Table("t", "q", []).text().endswith("**Tenu.**")


def test_every_licence_is_one_that_is_accepted():
    assert licences.faults() == []


def test_a_licence_that_nobody_accepted_is_a_fault(monkeypatch):
    monkeypatch.setattr(licences, "licences", lambda: {"a": "AGPL-3.0-only", "b": "", "c": "MIT"})
    monkeypatch.setattr(licences, "bundling", lambda: {"a"})
    found = "; ".join(licences.faults())
    assert "a\u00a0: licence AGPL-3.0-only" in found and "b\u00a0: licence inconnue" in found
    assert "a apporte des bibliothèques" in found and "c\u00a0:" not in found


SAID = [
    ({"License-Expression": ["MIT"], "License": ["GPL"]}, "MIT"),
    ({"Classifier": ["License :: OSI Approved :: MIT License"], "License": ["# The MIT\n…"]}, "MIT"),
    ({"Classifier": ["License :: OSI Approved"], "License": ["BSD-3-Clause"]}, "BSD-3-Clause"),
    (
        {"Classifier": ["License :: OSI Approved :: Apache Software License", "License :: OSI Approved :: GPL"]},
        "Apache-2.0 AND GPL",
    ),
    ({"License": ["Copyright me\nAll rights"]}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("fields", "licence"), SAID)
def test_where_a_package_says_its_licence(fields, licence):
    metadata = Message()
    for name, values in fields.items():
        for value in values:
            metadata[name] = value
    assert licences.said_by(metadata) == licence


ACCEPTABLE = [
    ("MIT", True),
    ("GPL-3.0-only OR MIT", True),
    ("GPL-3.0-only AND MIT", False),
    ("MIT AND (BSD-3-Clause OR GPL-2.0-only)", False),
    ("", False),
]


@pytest.mark.parametrize(("licence", "accepted"), ACCEPTABLE)
def test_which_licences_are_accepted(licence, accepted):
    assert licences.is_accepted(licence) is accepted


def test_what_the_repository_holds_of_others_is_written_down():
    listed = {path for part in licences.PARTS for path in ROOT.glob(part.path)}
    texts = {ROOT / part.text for part in licences.PARTS if part.text}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    kept = [ROOT / name for name in tracked if name]
    fonts = {path for path in kept if path.suffix in {".woff2", ".woff", ".ttf", ".otf"}}
    brought = {path for path in kept if "vendor" in path.parts and path.suffix in {".js", ".mjs", ".css"}}
    ours = {ROOT / "tests" / "agenda" / "vendor" / "read_calendar.mjs"}
    assert fonts | brought - ours <= listed
    assert {path for path in kept if path.name.startswith("LICENSE-") and path.parent.name == "fonts"} <= texts
    assert {path for path in (ROOT / "core" / "data").iterdir() if path.suffix != ".md"} <= listed


def test_the_document_is_what_the_code_says():
    assert licences.DOCUMENT.read_text(encoding="utf-8") == licences.document(), "make licences"
