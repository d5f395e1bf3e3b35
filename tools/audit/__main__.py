"""Measures the site, prints the figures, writes docs/audit.md. Ends with 1 when one is not met.

    make audit                  (python -m tools.audit; ARGS="axe roles" for some measures only, whose sections change)

Needs Node 20 or newer, Java 11 or newer, a Chromium, and a PostgreSQL that lets it make databases
(postgres://postgres@127.0.0.1:5432), none of which the site or its tests need; each only for the measures that use it.
About two hours.
"""

import argparse
import re
import sys
import tempfile
import time
import traceback
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.axe import AXE
from tests.chromium import find_chromium
from tools.audit import (
    accessibility,
    copies,
    first_view,
    headers,
    hostile_files,
    hostile_strings,
    kills,
    lighthouse,
    markup,
    outages,
    readers,
    roles,
    supply,
)
from tools.audit.programs import install, missing_programs
from tools.audit.report import Table, document, with_sections
from tools.bench.scratch import PostgreSQL, SQLite, lent
from tools.example import ROOT, Example

DOCUMENT = ROOT / "docs" / "audit.md"
#: What is measured on the example, served as in production.
SERVED = ("nu", "visite", "axe", "lighthouse", "lecture", "entetes")
#: On each database: on a site that the measure makes, then on an example, in an order where each leaves what follows.
ON_NEW_SITE = {"roles": roles.measure, "arrets": kills.measure}
ON_EXAMPLE = {"pannes": outages.measure, "fichiers": hostile_files.measure, "textes": hostile_strings.measure}
#: From one database to the other.
BETWEEN = ("copies",)
ON_NOTHING = ("dependances",)
MEASURES = (*SERVED, *ON_NEW_SITE, *ON_EXAMPLE, *BETWEEN, *ON_NOTHING)
NEEDING_NODE = {"nu", "lighthouse"}
NEEDING_POSTGRESQL = {*ON_NEW_SITE, *ON_EXAMPLE, *BETWEEN}


def measure(names, folder):
    """Takes the measures `names`, in `folder` (Path): the tables, and the versions of what measured (dict)."""
    tables, versions = measure_served(names, folder) if set(SERVED) & set(names) else ([], {})
    servers = [SQLite(folder), PostgreSQL(folder)]
    for server in servers:
        tables += measure_on(server, folder, names)
    if "copies" in names:
        tables.append(told("copies", partial(copies.measure, folder, servers)))
    if "dependances" in names:
        tables.append(told("dependances", supply.measure))
    if NEEDING_POSTGRESQL & set(names):
        versions |= {server.name: server.version().partition(" ")[0] for server in servers}
    return tables, versions


def measure_served(names, folder):
    """Serves the example and takes those of the measures `names` that look at it: as `measure`."""
    chromium = find_chromium()
    example = Example(folder, f"sqlite:///{folder / 'nebuleuses.sqlite3'}").built()
    example.environment["PAGE_CACHE_MEGABYTES"] = "64"
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


def measure_on(server, folder, names):
    """Takes those of the measures `names` that are taken on each database, on one of `server`: Tables, which say so."""
    tables = []
    for name in [name for name in ON_NEW_SITE if name in names]:
        with _site(server, folder, name) as site:
            tables.append(told(name, partial(ON_NEW_SITE[name], site), server))
    if set(ON_EXAMPLE) & set(names):
        with _site(server, folder, "exemple") as site:
            site.built()
            for name in [name for name in ON_EXAMPLE if name in names]:
                tables.append(told(name, partial(ON_EXAMPLE[name], site), server))
    return tables


@contextmanager
def _site(server, folder, name):
    """An Example in a folder and a database of `server` that are its own, of which nothing is made yet."""
    own = folder / f"{name}-{server.name}"
    own.mkdir()
    with lent(server, name) as url:
        yield Example(own, url)


def told(name, taken, server=None):
    """What `taken` measures on a `server` (Table), said as soon as it is known; that it fails is a fault of it."""
    print(f"{time.strftime('%H:%M:%S')}  mesure : {name}{f', {server.name}' if server else ''}…", flush=True)
    try:
        table = taken()
    except Exception as error:  # the other measures go on
        traceback.print_exc()
        table = Table(name, "La mesure a échoué.", [], faults=[f"{type(error).__name__}\xa0: {error}"])
    if server:
        table.title += f", {server.name}"
    print(f"\n{table.text()}\n", flush=True)
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("measures", nargs="*", help=f"parmi {', '.join(MEASURES)}\u202f; sans rien, toutes")
    names = parser.parse_args().measures or MEASURES
    if unknown := set(names) - set(MEASURES):
        parser.error(f"mesure inconnue\xa0: {', '.join(sorted(unknown))}")
    needs_node = bool(NEEDING_NODE & set(names))
    missing = missing_programs(needs_node, bool(set(SERVED) & set(names)), bool(NEEDING_POSTGRESQL & set(names)))
    if missing:
        sys.exit("L’audit ne peut pas se faire, il manque\xa0: " + ", ".join(missing) + ".")
    if needs_node and not install():
        sys.exit("npm n’a pas pu installer Lighthouse et le vérificateur Nu (réseau\u202f?).")
    with tempfile.TemporaryDirectory(prefix="nebuleuses-audit-") as folder:
        tables, versions = measure(names, Path(folder))
    if set(names) == set(MEASURES):
        text = document(tables, versions)
    else:
        text = with_sections(DOCUMENT.read_text(encoding="utf-8"), tables)
    DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if any(table.faults for table in tables) else 0


if __name__ == "__main__":
    sys.exit(main())
