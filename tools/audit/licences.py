"""The licences of what the site runs with and of what the repository holds of others: `make licences` writes them.

A package says its licence in License-Expression (PEP 639), else in its classifiers, else in the free field License.
"""

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tools.audit.locks import ROOT, RUN_TIME, locked

DOCUMENT = ROOT / "docs" / "licences.md"
#: What the code, under BSD-3-Clause, may be used with: permissive; copyleft by file (MPL) or by library (LGPL).
ACCEPTED = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause ISC LGPL MIT MIT-0 MIT-CMU MPL-2.0 PSF-2.0 Unlicense".split()
)
#: What classifiers and free fields call them; « BSD » is said without its number of clauses.
_SPELLINGS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
#: Libraries in wheels, which the licence of the package does not tell: what LICENSES files say, read by a person.
IN_WHEELS = {
    "pillow": "libjpeg-turbo, libtiff, libwebp, libavif, FreeType… (permissives)",
    "pillow-heif": "libheif et libde265 (LGPL-3.0), x265 (GPL-2.0)\u00a0: le paquet compilé est sous GPL-2.0",
    "pikepdf": "qpdf (Apache-2.0), libjpeg-turbo, OpenSSL (Apache-2.0), GCC (GPL-3.0 avec exception)",
    "cryptography": "OpenSSL (Apache-2.0), et des bibliothèques de Rust (Apache-2.0, MIT, BSD-3-Clause)",
    "cffi": "libffi (MIT)",
    "psycopg2-binary": "libpq (PostgreSQL), OpenSSL (Apache-2.0), Kerberos (MIT), OpenLDAP, libselinux",
}


@dataclass(frozen=True)
class Part:
    """What the repository holds of others at `path` (from its root): `what`, from `whom`, under which `licence`.

    `text` is where the licence is kept, if it has to be.
    """

    path: str
    what: str
    whom: str
    licence: str
    text: str = ""


PARTS = [
    Part(
        "static/fonts/nebuleuses-texte*.woff2",
        "Atkinson Hyperlegible Next, réduite à nos langues",
        "The Atkinson Hyperlegible Next Project Authors",
        "OFL-1.1",
        "static/fonts/LICENSE-atkinson-hyperlegible-next.txt",
    ),
    Part(
        "static/fonts/nebuleuses-titre*.woff2",
        "Source Serif 4, réduite et renommée",
        "Adobe",
        "OFL-1.1",
        "static/fonts/LICENSE-source-serif-4.txt",
    ),
    Part(
        "core/data/places.csv.gz",
        "Communes, villes et pays",
        "GeoNames\u202f; Etalab (Découpage administratif)\u202f; Unicode CLDR",
        "CC-BY-4.0, Licence Ouverte 2.0, Unicode-3.0",
        "core/data/README.md",
    ),
    Part(
        "tests/vendor/axe-core/*.js",
        "axe-core, pour les tests",
        "Deque Systems",
        "MPL-2.0",
        "tests/vendor/axe-core/LICENSE",
    ),
    Part(
        "tests/agenda/vendor/ical.min.mjs",
        "ical.js, pour les tests",
        "Philipp Kewisch",
        "MPL-2.0",
        "tests/agenda/vendor/LICENSE",
    ),
]


def licences():
    """What each package that the site runs with is under (dict: name → str); of one that is not installed, nothing."""
    found = {}
    for pin in (pin for name in RUN_TIME for pin in locked(name) if pin.applies):
        try:
            found[pin.name] = said_by(distribution(pin.name).metadata)
        except PackageNotFoundError:
            found[pin.name] = ""
    return found


def said_by(metadata):
    """The licence (str, of SPDX names joined by OR and AND) that the metadata of a package say; empty if unknown.

    >>> said_by({"License-Expression": "Apache-2.0 OR BSD-2-Clause"})
    'Apache-2.0 OR BSD-2-Clause'
    """
    if expression := metadata.get("License-Expression"):
        return expression
    every = metadata.get_all("Classifier") or []
    classifiers = [line.rpartition(" :: ")[2] for line in every if line.startswith("License :: OSI Approved :: ")]
    if classifiers:
        # Two of them may mean both, or either: both have to be accepted.
        return " AND ".join(_SPELLINGS.get(one, one) for one in sorted(classifiers))
    said = (metadata.get("License") or "").strip()
    return _SPELLINGS.get(said, said) if "\n" not in said else ""


def is_accepted(licence):
    """Whether code under `licence` (str, as `said_by` gives it) may be used (bool).

    >>> is_accepted("GPL-3.0-only OR MIT"), is_accepted("GPL-3.0-only AND MIT"), is_accepted("")
    (True, False, False)
    """
    if "(" in licence:
        return False  # a nested expression is read by a person
    return any(all(one.strip() in ACCEPTED for one in choice.split(" AND ")) for choice in licence.split(" OR "))


def bundling():
    """The packages (set of names) whose wheel brings libraries of others."""
    found = set()
    for name in licences():
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue
        if any(re.search(r"\.libs$", file.parts[0]) for file in files):
            found.add(name)
    return found


def faults():
    """What is under no licence that we accept, or is not written down (list of sentences in French)."""
    refused = {name: licence for name, licence in licences().items() if not is_accepted(licence)}
    unread = sorted(bundling() - IN_WHEELS.keys())
    found = [f"{name}\u00a0: licence {licence or 'inconnue'}" for name, licence in refused.items()]
    found += [f"{name} apporte des bibliothèques dont la licence n’est pas relevée" for name in unread]
    for part in PARTS:
        found += [f"{path} n’est pas là" for path in (part.path, part.text) if path and not list(ROOT.glob(path))]
    return found


def document():
    """The text of docs/licences.md (str)."""
    known = sorted(licences().items())
    packages = [f"| {name} | {licence or 'inconnue'} | {IN_WHEELS.get(name, '')} |" for name, licence in known]
    parts = [
        f"| {part.what} | `{part.path}` | {part.whom} | {part.licence} | {f'`{part.text}`' if part.text else ''} |"
        for part in PARTS
    ]
    return "\n".join([_OPENING, *packages, _PARTS, *parts]) + "\n"


_OPENING = """# Ce qui n’est pas de nous, et sous quelle licence

Écrit par `make licences`\u202f; ne pas modifier à la main. Le code du site est sous [BSD-3-Clause](../LICENSE).

## Ce avec quoi le site tourne

Rien de cela n’est dans le dépôt\u00a0: `pip` l’installe, aux versions et avec les empreintes de `requirements.txt`. Une
image de machine ou de conteneur qui contient l’environnement (`.venv`) le distribue\u00a0: elle doit alors porter ces
licences, et celle de `pillow-heif` compilé est la GPL-2.0.

| paquet | licence | le paquet compilé contient aussi |
|---|---|---|"""
_PARTS = """
## Ce que le dépôt contient

| quoi | où | de qui | licence | son texte |
|---|---|---|---|---|"""


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
    print(f"{Path(DOCUMENT).relative_to(ROOT)} est écrit.")
