"""Measures pages, writing, the machine, on sites of 1,000, 10,000 and 100,000 contents; writes docs/bench.md.

    make bench-pages                (python -m tools.bench.readers; ARGS="--contents 1000": not written)

Needs wrk and nginx; PostgreSQL where it answers. The sites are kept in var/bench/: the first run takes an hour, the
next ones minutes. Ends with 1 if a figure is not met.
"""

import argparse
import json
import os
import sys

import psycopg2

from tools.bench import load, nginx
from tools.bench.documents import provenance, with_section
from tools.bench.readers import beside, served, tables
from tools.bench.readers.sites import KEPT, Site
from tools.bench.scratch import PostgreSQL, SQLite
from tools.example import ROOT

DOCUMENT = ROOT / "docs" / "bench.md"
SIZES = (1_000, 10_000, 100_000)
#: Times that every page of every site is measured, in turn.
ROUNDS = 3
#: The site that many read.
READ = 10_000


def servers():
    """The kinds of databases that answer here (list of classes)."""
    try:
        PostgreSQL(None).version()
    except psycopg2.OperationalError:
        return [SQLite]
    return [SQLite, PostgreSQL]


def measured(sites):
    """Every table (list of tools.audit.report.Table) of `sites` (dict: database → {number: Site})."""
    cold, writing, search, together, hot, others, memory = {}, {}, {}, {}, {}, {}, {}
    for database, by_number in sites.items():
        read = by_number.get(READ) or next(iter(by_number.values()))
        print(f"  {database}\u00a0: pages…", flush=True)
        cold[database] = _cold(by_number)
        writing[database] = {
            number: _inside(site, "writing") | {"indexing": site.took()["index"]} for number, site in by_number.items()
        }
        search[database] = {number: _inside(site, "searching") for number, site in by_number.items()}
        together[database] = served.while_members_write(read, lambda read=read: _inside(read, "together"))
        hot[database] = served.hot(read)
        others[database] = beside.beside(read, next(kind for kind in (SQLite, PostgreSQL) if kind.name == database))
        paths = [
            said["address"] for said in cold[database][read.number].values() if "nulle-part" not in said["address"]
        ]
        memory[database] = served.memory_when_hot(read, paths)
    sizes = {database: {number: site.size() for number, site in found.items()} for database, found in sites.items()}
    database, by_number = next(iter(sites.items()))
    first = next(iter(by_number.values()))
    article = cold[database][first.number]["contenu, article"]["address"]
    shown = ["/", "/initiatives/", "/reflexions/", "/agenda/", article]
    with served.served(first) as process:
        started_in = process.started_in
    machine = tables.machine_table(
        memory, sizes, served.weights(first, shown), (started_in, served.second_start(first))
    )
    return [
        tables.hot_table(hot),
        tables.cold_table(cold),
        tables.beside_table(others, hot),
        tables.search_table(search),
        tables.writing_table(writing),
        tables.together_table(together),
        machine,
    ]


def _cold(by_number):
    """What `inside.cold` says of each Site (dict: number → Site), asked ROUNDS times in turn: the least of each figure.

    Whatever else slows this machine down for a minute would be taken for what the number of contents costs.
    """
    rounds = [{number: _inside(site, "cold") for number, site in by_number.items()} for _round in range(ROUNDS)]
    return {
        number: {
            page: said
            | {name: min(one[number][page][name] for one in rounds) for name in ("ms", "ready", "first", "queries")}
            for page, said in rounds[0][number].items()
        }
        for number in by_number
    }


def _inside(site, task):
    return json.loads(site.run("-m", "tools.bench.readers.inside", task))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--contents", type=int, help="un seul site, de tant de contenus, et ne rien écrire")
    parser.add_argument("--only", choices=[SQLite.name, PostgreSQL.name], help="une seule base")
    asked = parser.parse_args()
    missing = [name for name, there in (("wrk", load.is_there()), ("nginx", nginx.is_there())) if not there]
    if missing:
        sys.exit(f"Il manque {' et '.join(missing)} (sous Debian\u00a0: apt install wrk nginx-light).")
    before = os.getloadavg()[0]
    kinds = [kind for kind in servers() if asked.only in {None, kind.name}]
    sizes = [asked.contents] if asked.contents else SIZES
    sites = {kind.name: {number: Site(kind, number).ready() for number in sizes} for kind in kinds}
    found = measured(sites)
    when = provenance([kind(KEPT) for kind in kinds], [before, os.getloadavg()[0]])
    text = DOCUMENT.read_text(encoding="utf-8")
    for table in found:
        table.remarks.append(f"mesuré le {when}")
        text = with_section(text, table)
        print(f"\n{table.text()}")
    if not asked.contents:
        DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if any(table.faults for table in found) else 0


if __name__ == "__main__":
    sys.exit(main())
