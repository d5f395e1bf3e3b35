"""Measures the search beside Wagtail's own, and the agenda; prints the figures, writes docs/bench.md.

    make bench                      (python -m tools.bench; ARGS="--small" for what 2,000 contents say, in minutes)
    make bench ARGS=--agenda        (the agenda alone: its section of docs/bench.md)

Needs a PostgreSQL that lets it make databases (postgres://postgres@127.0.0.1:5432) and
an hour and a half at most; every database is its own, and is dropped. Ends with 1 if a figure is not met.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg2

from tools.bench import answers_tables, times_tables
from tools.bench.agenda_sites import measure_agenda
from tools.bench.agenda_table import agenda_table
from tools.bench.documents import document, provenance, with_section
from tools.bench.judged import NUMBER as SMALL
from tools.bench.limits import FEW_EVENTS, FOLLOWED_EVENTS, LARGE, MANY_EVENTS, Engine
from tools.bench.scratch import POSTGRES, Databases, PostgreSQL, SQLite
from tools.example import ROOT

DOCUMENT = ROOT / "docs" / "bench.md"


class Figures:
    """What was measured: for each task, {(Engine, number of contents): its figures}.

    `agendas` is of another kind (dict: database → what measure_agenda gives).
    """

    def __init__(self, folder):
        self.folder = folder
        self.said = {}
        self.agendas = {}

    def measure(self, databases, name, engine, number, *tasks):
        """Indexes the database `name` with `engine`, then runs the `tasks` of tools.bench.inside on it."""
        print(f"{time.strftime('%H:%M:%S')}  {engine}, {number} contenus…", flush=True)
        start = time.perf_counter()
        databases.run(name, engine.search, "manage.py", "update_index", "-v0")
        self._keep("indexing", engine, number, time.perf_counter() - start)
        databases.server.tidy(name)
        for task in tasks:
            file = self.folder / "figures.json"
            databases.run(name, engine.search, "-m", "tools.bench.inside", task, str(file))
            self._keep(task.removeprefix("stock-"), engine, number, json.loads(file.read_text(encoding="utf-8")))

    def _keep(self, task, engine, number, figures):
        self.said.setdefault(task, {})[engine, number] = figures

    def at(self, task, number):
        """The figures (dict: Engine → figures) of one task at one size."""
        return {engine: figures for (engine, size), figures in self.said[task].items() if size == number}

    def ours(self, task):
        """Our figures (dict: database → {number of contents: figures}) of one task."""
        found = {}
        for (engine, number), figures in self.said[task].items():
            if engine.is_ours:
                found.setdefault(engine.database, {})[number] = figures
        return found


def measure(server, folder, asked, figures):
    """Measures on one `server` what was `asked` (Namespace): the search unless it is the agenda alone, the agenda."""
    print(f"{time.strftime('%H:%M:%S')}  {server.name} : l’exemple…", flush=True)
    databases = Databases(server, folder)
    try:
        databases.example()
        if not asked.agenda:
            measure_search(databases, figures, 0 if asked.small else asked.contents)
        print(f"{time.strftime('%H:%M:%S')}  {server.name} : l’agenda, {many_events(asked)} rendez-vous…", flush=True)
        figures.agendas[server.name] = measure_agenda(databases, FEW_EVENTS, many_events(asked))
    finally:
        databases.drop_all()


def many_events(asked):
    """How many events the large agenda has (int)."""
    return 2 * FOLLOWED_EVENTS if asked.small else MANY_EVENTS


def measure_search(databases, figures, large):
    """Measures every engine, at the size where answers are judged and, unless it is 0, at `large`."""
    name = databases.server.name
    ours, stock, french = (Engine(search, name) for search in ("ours", "stock", "french"))
    with _filled(databases, SMALL, "small"):
        _each(databases, figures, "small", ours, SMALL, "relevance", "parity", "speed", "size", "publication")
        _each(databases, figures, "small", stock, SMALL, "stock-relevance")
        if name == PostgreSQL.name:
            _each(databases, figures, "small", french, SMALL, "stock-relevance")
    if large:
        with _filled(databases, large, "large"):
            _each(databases, figures, "large", ours, large, "speed", "publication")
            _each(databases, figures, "large", stock, large, "stock-speed")


def _filled(databases, number, name):
    """The example and `number` generated contents, for as long as they are used (context manager)."""
    with ExitStack() as stack:
        stack.enter_context(databases.copied("example", name))
        databases.run(name, "ours", "-m", "tools.bench.inside", "load", str(number))
        return stack.pop_all()


def _each(databases, figures, source, engine, number, *tasks):
    name = f"{source}_{engine.search}"
    with databases.copied(source, name):
        figures.measure(databases, name, engine, number, *tasks)


def search_tables(figures, large):
    """What is said of the search (list of tools.audit.report.Table), as far as it was measured."""
    contents = next(iter(figures.at("size", SMALL).values()))["contents"]
    parity = {engine.database: said for engine, said in figures.at("parity", SMALL).items()}
    found = answers_tables.relevance_tables(figures.at("relevance", SMALL), contents)
    found.append(answers_tables.parity_table(parity, contents))
    found.append(times_tables.pages_table(figures.ours("speed")))
    if large:
        speeds = figures.at("speed", large)
        ordinary = [
            {engine.database: said["ordinary"] for engine, said in speeds.items() if engine.is_ours == own}
            for own in (True, False)
        ]
        found.append(times_tables.stock_table(*ordinary, large))
    found.append(times_tables.indexing_table(figures.said["indexing"]))
    found.append(times_tables.publication_table(figures.ours("publication")))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--contents", type=int, default=LARGE, help="contenus où la vitesse est mesurée")
    parser.add_argument("--small", action="store_true", help=f"s’en tenir à {SMALL} contenus, et ne rien écrire")
    parser.add_argument("--agenda", action="store_true", help="mesurer l’agenda seul")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_stopped: sys.exit(143))  # databases are dropped then too
    load = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="nebuleuses-bench-") as folder:
        servers = [SQLite(Path(folder)), PostgreSQL(Path(folder))]
        try:
            servers[1].version()
        except psycopg2.OperationalError as error:
            sys.exit(f"PostgreSQL ne répond pas à {POSTGRES}\xa0: {error}")
        figures = Figures(Path(folder))
        for server in servers:
            measure(server, Path(folder), asked, figures)
        measured = provenance(servers, [*load, os.getloadavg()[0]])
    agenda = agenda_table(figures.agendas, FEW_EVENTS, many_events(asked))
    if asked.agenda:
        agenda.remarks.append(f"mesuré seul, le {measured}")
        found, text = [agenda], with_section(DOCUMENT.read_text(encoding="utf-8"), agenda)
    else:
        found = [*search_tables(figures, 0 if asked.small else asked.contents), agenda]
        text = document(found, measured)
    print(f"\n{agenda.text() if asked.agenda else text}")
    if not asked.small and asked.contents == LARGE:
        DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if any(table.faults for table in found) else 0


if __name__ == "__main__":
    sys.exit(main())
