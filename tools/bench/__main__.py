"""Measures the search beside Wagtail's own, prints the figures, writes docs/bench.md. Ends with 1 if one is not met.

    make bench                      (python -m tools.bench; ARGS="--small" for what 2,000 contents say, in minutes)

Needs a PostgreSQL that lets it make databases (postgres://postgres@127.0.0.1:5432) and
an hour at most; every database is its own, and is dropped.
"""

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import psycopg2

from tools.bench import answers_tables, times_tables
from tools.bench.answers_tables import decimal
from tools.bench.judged import NUMBER as SMALL
from tools.bench.limits import LARGE, Engine
from tools.bench.scratch import POSTGRES, Databases, PostgreSQL, SQLite
from tools.example import ROOT


class Figures:
    """What was measured: for each task, {(Engine, number of contents): its figures}."""

    def __init__(self, folder):
        self.folder = folder
        self.said = {}

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


def measure(server, folder, large, figures):
    """Measures every engine on one `server`, at the size where answers are judged and, unless it is 0, at `large`."""
    print(f"{time.strftime('%H:%M:%S')}  {server.name} : l’exemple…", flush=True)
    databases = Databases(server, folder)
    ours, stock, french = (Engine(search, server.name) for search in ("ours", "stock", "french"))
    try:
        databases.example()
        with _filled(databases, SMALL, "small"):
            _each(databases, figures, "small", ours, SMALL, "relevance", "parity", "speed", "size", "publication")
            _each(databases, figures, "small", stock, SMALL, "stock-relevance")
            if server.name == PostgreSQL.name:
                _each(databases, figures, "small", french, SMALL, "stock-relevance")
        if large:
            with _filled(databases, large, "large"):
                _each(databases, figures, "large", ours, large, "speed", "publication")
                _each(databases, figures, "large", stock, large, "stock-speed")
    finally:
        databases.drop_all()


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


def tables(figures, large):
    """Every table (list of tools.audit.report.Table), as far as it was measured."""
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


def document(found, servers, load):
    """The text of docs/bench.md (str) from the tables, the versions of the databases, the load before and after."""
    versions = ", ".join(f"{server.name} {server.version()}" for server in servers)
    machine = f"Python {platform.python_version()}, {versions}, {os.cpu_count()} processeurs"
    before, after = (decimal(figure, 1) for figure in load)
    opening = (
        "# Les dernières mesures de la recherche\n\n"
        "Écrit par `make bench`\u202f; ne pas modifier à la main. Les contenus, leurs sujets et les questions sont\n"
        "dans `tools/bench/`\xa0: ce que vaut chaque contenu vient du sujet que le générateur lui a donné, ou\n"
        "d’une lecture de l’exemple, jamais de ce que la recherche en fait.\n\n"
        f"Le {date.today():%d/%m/%Y}, {machine}, charge de {before} au début et de {after} à la fin\xa0: les\n"
        "durées se comparent entre elles."
    )
    verdicts = [
        f"- {table.title}\xa0: {f'non tenu ({table.faults[0]})' if table.faults else 'tenu'}" for table in found
    ]
    closing = "## En bref\n\n" + "\n".join(verdicts)
    return "\n\n".join([opening, *(table.text() for table in found), closing]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--contents", type=int, default=LARGE, help="contenus où la vitesse est mesurée")
    parser.add_argument("--small", action="store_true", help=f"s’en tenir à {SMALL} contenus")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_stopped: sys.exit(143))  # databases are dropped then too
    large, load = 0 if asked.small else asked.contents, [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="nebuleuses-bench-") as folder:
        servers = [SQLite(Path(folder)), PostgreSQL(Path(folder))]
        try:
            servers[1].version()
        except psycopg2.OperationalError as error:
            sys.exit(f"PostgreSQL ne répond pas à {POSTGRES}\xa0: {error}")
        figures = Figures(Path(folder))
        for server in servers:
            measure(server, Path(folder), large, figures)
        found = tables(figures, large)
        text = document(found, servers, [*load, os.getloadavg()[0]])
    print(f"\n{text}")
    if large == LARGE:
        (ROOT / "docs" / "bench.md").write_text(text, encoding="utf-8")
    return 1 if any(table.faults for table in found) else 0


if __name__ == "__main__":
    sys.exit(main())
