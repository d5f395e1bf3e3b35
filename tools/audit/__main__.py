"""Measures the site, prints the figures, writes docs/audit.md. Ends with 1 when one is not met.

    make audit                                       (python -m tools.audit; ARGS="axe roles" for some measures only)

Needs Node 20 or newer, Java 11 or newer, a Chromium, and a PostgreSQL that lets it make databases
(postgres://postgres@127.0.0.1:5432), none of which the site or its tests need; each only for the measures that use it.
"""

import argparse
import re
import shutil
import subprocess  # noqa: S404
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import psycopg2
from playwright.sync_api import sync_playwright

from tests.browser.axe import AXE
from tests.chromium import find_chromium
from tools.audit import accessibility, copies, first_view, headers, lighthouse, markup, readers, roles
from tools.audit.report import document
from tools.bench.scratch import POSTGRES, PostgreSQL, SQLite, lent
from tools.example import ROOT, Example

FOLDER = Path(__file__).parent
#: Program → how it says its version, the oldest that will do, how to get it.
NEEDED = {
    "node": (["node", "--version"], 20, "Node.js 20 ou plus récent (nodejs.org, ou apt install nodejs npm)"),
    "npm": (["npm", "--version"], 9, "npm 9 ou plus récent, qui vient avec Node.js"),
    "java": (["java", "-version"], 11, "Java 11 ou plus récent (apt install default-jre-headless)"),
}
#: What is measured on the example, served as in production; then on each database; then between databases.
SERVED = ("nu", "visite", "axe", "lighthouse", "lecture", "entetes")
ON_EACH = ("roles",)
BETWEEN = ("copies",)
MEASURES = (*SERVED, *ON_EACH, *BETWEEN)
#: What only some of them need.
OF_NODE = {"node", "npm", "java"}
NEEDING_NODE = {"nu", "lighthouse"}
NEEDING_POSTGRESQL = {*ON_EACH, *BETWEEN}


def missing_programs(names):
    """What has to be there first for the measures `names` (list of sentences in French)."""
    missing = []
    if NEEDING_NODE & set(names):
        missing += [wanted for command, oldest, wanted in NEEDED.values() if version_of(command) < oldest]
    if set(SERVED) & set(names) and not find_chromium():
        missing.append("Chromium (apt install chromium)")
    if NEEDING_POSTGRESQL & set(names):
        try:
            PostgreSQL(None).version()
        except psycopg2.OperationalError:
            missing.append(f"PostgreSQL, qui réponde à {POSTGRES}")
    return missing


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
    """Takes the measures `names`, in `folder` (Path): the tables, and the versions of what measured (dict)."""
    tables, versions = [], {}
    if set(SERVED) & set(names):
        tables, versions = measure_served(names, folder)
    servers = [SQLite(folder), PostgreSQL(folder)]
    for name in [name for name in ON_EACH if name in names]:
        for server in servers:
            tables.append(told(f"{name}, {server.name}", partial(measure_on, server, folder, name)))
    for name in [name for name in BETWEEN if name in names]:
        tables.append(told(name, partial({"copies": copies.measure}[name], folder, servers)))
    if NEEDING_POSTGRESQL & set(names):
        versions |= {server.name: server.version().partition(" ")[0] for server in servers}
    return tables, versions


def measure_served(names, folder):
    """Serves the example and takes those of the measures `names` that look at it: as `measure`."""
    chromium = find_chromium()
    example = Example(folder, f"sqlite:///{folder / 'nebuleuses.sqlite3'}").built()
    with example.served(collected=True) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        measures = {
            # First: it visits every page, so that pictures are made before the others measure.
            "nu": partial(markup.measure, address, folder / "pages"),
            "visite": partial(first_view.measure, browser, address),
            "axe": partial(accessibility.measure, browser, address),
            "lighthouse": partial(lighthouse.measure, chromium, address),
            "lecture": partial(readers.measure, browser, address),
            "entetes": partial(headers.measure, address),
        }
        tables = [told(name, measures[name]) for name in SERVED if name in names]
        versions = {
            "Chromium": browser.version,
            "axe-core": re.search(r"v([\d.]+)", AXE.read_text(encoding="utf-8")[:40]).group(1),
        }
        if NEEDING_NODE & set(names):
            versions |= {"Lighthouse": lighthouse.version(), "Nu": markup.version()}
        browser.close()
    return tables, versions


def measure_on(server, folder, name):
    """Takes one measure on a database of `server` that is its own: a Table, which says which database it is."""
    own = folder / f"{name}-{server.name}"
    own.mkdir()
    with lent(server, name) as url:
        table = {"roles": roles.measure}[name](own, url)
    table.title += f", {server.name}"
    return table


def told(name, taken):
    """What `taken` measures (Table), said as soon as it is known."""
    print(f"{time.strftime('%H:%M:%S')}  mesure : {name}…", flush=True)
    table = taken()
    print(f"\n{table.text()}\n", flush=True)
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("measures", nargs="*", help=f"parmi {', '.join(MEASURES)}\u202f; sans rien, toutes")
    names = parser.parse_args().measures or MEASURES
    if unknown := set(names) - set(MEASURES):
        parser.error(f"mesure inconnue\xa0: {', '.join(sorted(unknown))}")
    missing = missing_programs(names)
    if missing:
        sys.exit("L’audit ne peut pas se faire, il manque\xa0: " + ", ".join(missing) + ".")
    if NEEDING_NODE & set(names) and not install():
        sys.exit("npm n’a pas pu installer Lighthouse et le vérificateur Nu (réseau\u202f?).")
    with tempfile.TemporaryDirectory(prefix="nebuleuses-audit-") as folder:
        tables, versions = measure(names, Path(folder))
    if set(names) == set(MEASURES):
        (ROOT / "docs" / "audit.md").write_text(document(tables, versions), encoding="utf-8")
    return 1 if any(table.faults for table in tables) else 0


if __name__ == "__main__":
    sys.exit(main())
