"""What is released and what is not yet: CHANGELOG.md, core/version.py and the migrations, read and written."""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = ROOT / "CHANGELOG.md"
VERSION_FILE = ROOT / "core" / "version.py"
#: Where what is kept of each version is: <version>.tar, as `manage.py backup` makes it, and <version>.json.
KEPT = ROOT / "tests" / "releases"

_UNRELEASED = "## Unreleased\n"
_NUMBER = r"\d+\.\d+(?:\.\d+)?"
_HEADING = re.compile(rf"^## ({_NUMBER}) · \d{{4}}-\d{{2}}-\d{{2}}$", re.MULTILINE)
_CONSTANT = re.compile(r'^VERSION = "(.*)"$', re.MULTILINE)


class NotReady(Exception):
    """Why nothing can be released, in French."""


def is_version(text):
    """Whether `text` (str) is one: « 0.1 », « 1.2.3 »."""
    return re.fullmatch(_NUMBER, text) is not None


def rank(version):
    """What versions (str) are compared by (tuple of int)."""
    return tuple(int(number) for number in version.split("."))


def released(changelog):
    """The versions (list of str, the newest first) that have a section in the text of CHANGELOG.md."""
    return _HEADING.findall(changelog)


def with_section(changelog, version, day):
    """The text of CHANGELOG.md (str) where what was unreleased is what `version` (str) brings, on `day` (date).

    Raises NotReady: nothing is unreleased.
    """
    before, found, after = changelog.partition(_UNRELEASED)
    if not found or not after.partition("\n## ")[0].strip():
        raise NotReady("CHANGELOG.md ne dit rien sous « Unreleased »\u00a0: que change cette version\u202f?")
    return f"{before}{_UNRELEASED}\n## {version} · {day.isoformat()}\n{after}"


def version_in(source):
    """The version that the text of core/version.py says (str)."""
    return _CONSTANT.search(source)[1]


def with_version(source, version):
    """The text of core/version.py (str) that says `version` (str)."""
    return _CONSTANT.sub(f'VERSION = "{version}"', source)


def migrations():
    """What is in each migration of the site (dict: path from the root → SHA-256): once released, it stays so."""
    found = sorted(path for path in ROOT.glob("*/migrations/*.py") if path.name != "__init__.py")
    return {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
