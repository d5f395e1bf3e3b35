"""The locked lists (requirements*.txt): what they pin, by which fingerprints, and what is installed."""

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
#: The lists, and whether all that they ask for has to be installed where one audits.
LISTS = {
    "requirements.txt": True,
    "requirements-dev.txt": True,
    "requirements-opensearch.txt": False,
    "requirements-s3.txt": False,
}
#: Those of what runs where the site is installed.
RUN_TIME = ("requirements.txt", "requirements-opensearch.txt", "requirements-s3.txt")
#: What makes environments, and is in none of the lists.
_TOOLS = {"pip", "setuptools", "wheel"}


@dataclass(frozen=True)
class Pin:
    """One requirement of a list, by its canonical `name`; `version` is empty if it is not pinned (str).

    `hashes` are its fingerprints (tuple of str); whether it `applies` to this Python and system (bool).
    """

    name: str
    version: str
    hashes: tuple
    applies: bool


def locked(name, root=ROOT):
    """What the list called `name` in `root` (Path) pins (list of Pin). Raises ValueError: a line names no package."""
    text = re.sub(r"\\\n", " ", (root / name).read_text(encoding="utf-8"))
    lines = [line.split(" #")[0].strip() for line in text.splitlines()]
    return [_pin(line) for line in lines if line and not line.startswith("#")]


def _pin(line):
    asked, *hashes = re.split(r"\s+--hash=", line)
    try:
        requirement = Requirement(asked)
    except InvalidRequirement as error:
        raise ValueError(line) from error
    exact = re.fullmatch(r"==([^*]+)", str(requirement.specifier)) if not requirement.url else None
    applies = requirement.marker is None or requirement.marker.evaluate()
    hashes = tuple(one for one in hashes if re.fullmatch(r"sha256:[0-9a-f]{64}", one.strip()))
    return Pin(canonicalize_name(requirement.name), exact[1] if exact else "", hashes, applies)


def loose(name, root=ROOT):
    """The lines of a list (list of names) that are not pinned, or have no fingerprint."""
    return [pin.name for pin in locked(name, root) if not (pin.version and pin.hashes)]


def otherwise_installed():
    """What is installed and not as locked (list of sentences in French): another version, or not at all."""
    found = []
    for name, is_needed in LISTS.items():
        for pin in locked(name):
            try:
                here = version(pin.name) if pin.applies else pin.version
            except PackageNotFoundError:
                here = "" if is_needed else pin.version
            if here != pin.version:
                found.append(f"{pin.name}\u00a0: {name} dit {pin.version}, {here or 'rien'} est installé")
    return found


def unlocked():
    """What is installed (sorted list of names) that no list asks for."""
    asked = {pin.name for name in LISTS for pin in locked(name)} | _TOOLS
    return sorted({canonicalize_name(one.metadata["Name"]) for one in distributions()} - asked)
