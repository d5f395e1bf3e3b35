"""Measures the example, prints the figures, writes docs/audit.md. Ends with 1 when one is not met.

    make audit                                       (python -m tools.audit; ARGS="axe nu" for some measures only)

Needs Node 20 or newer, Java 11 or newer and a Chromium, none of which the site or its tests need.
"""

import argparse
import re
import shutil
import subprocess  # noqa: S404
import sys
import tempfile
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.axe import AXE
from tests.chromium import find_chromium
from tools.audit import accessibility, first_view, lighthouse, markup
from tools.audit.report import document
from tools.example import ROOT, Example

FOLDER = Path(__file__).parent
#: Program → how it says its version, the oldest that will do, how to get it.
NEEDED = {
    "node": (["node", "--version"], 20, "Node.js 20 ou plus récent (nodejs.org, ou apt install nodejs npm)"),
    "npm": (["npm", "--version"], 9, "npm 9 ou plus récent, qui vient avec Node.js"),
    "java": (["java", "-version"], 11, "Java 11 ou plus récent (apt install default-jre-headless)"),
}
MEASURES = ("visite", "axe", "nu", "lighthouse")


def missing_programs():
    """What has to be installed first (list of sentences in French)."""
    missing = [wanted for command, oldest, wanted in NEEDED.values() if version_of(command) < oldest]
    return missing if find_chromium() else [*missing, "Chromium (apt install chromium)"]


def version_of(command):
    """The major version (int) that a program says it has; 0 where it cannot be run."""
    if not shutil.which(command[0]):
        return 0
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    number = re.search(r"\d+", re.sub(r"\b1\.(?=8)", "", done.stdout + done.stderr))
    return int(number.group()) if number else 0


def install():
    """Puts the locked versions of Lighthouse and the Nu checker in node_modules, if they are not there (bool: done)."""
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return True
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run(command, cwd=FOLDER, check=False).returncode == 0  # noqa: S603


def measure(names, folder):
    """Serves the example and takes the measures `names`: the tables, and the versions of what measured (dict)."""
    chromium, tables = find_chromium(), []
    example = Example(folder, f"sqlite:///{folder / 'nebuleuses.sqlite3'}").built()
    with example.served(collected=True) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        measures = {
            # First: it visits every page, so that pictures are made before the others measure.
            "nu": partial(markup.measure, address, folder / "pages"),
            "visite": partial(first_view.measure, browser, address),
            "axe": partial(accessibility.measure, browser, address),
            "lighthouse": partial(lighthouse.measure, chromium, address),
        }
        for name in [name for name in measures if name in names]:
            print(f"Mesure : {name}…", flush=True)
            tables.append(measures[name]())
            print(f"\n{tables[-1].text()}\n", flush=True)
        versions = {
            "Chromium": browser.version,
            "axe-core": re.search(r"v([\d.]+)", AXE.read_text(encoding="utf-8")[:40]).group(1),
            "Lighthouse": lighthouse.version(),
            "Nu": markup.version(),
        }
        browser.close()
    return tables, versions


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("measures", nargs="*", default=MEASURES, help=f"parmi {', '.join(MEASURES)}")
    names = parser.parse_args().measures
    missing = missing_programs()
    if missing:
        sys.exit("L’audit ne peut pas se faire, il manque\xa0: " + ", ".join(missing) + ".")
    if not install():
        sys.exit("npm n’a pas pu installer Lighthouse et le vérificateur Nu (réseau\u202f?).")
    with tempfile.TemporaryDirectory(prefix="nebuleuses-audit-") as folder:
        tables, versions = measure(names, Path(folder))
    if set(names) == set(MEASURES):
        (ROOT / "docs" / "audit.md").write_text(document(tables, versions), encoding="utf-8")
    return 1 if any(table.faults for table in tables) else 0


if __name__ == "__main__":
    sys.exit(main())
