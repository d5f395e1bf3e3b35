"""Databases that live as long as the benchmark: SQLite files in a folder, PostgreSQL databases that are dropped."""

import os
import sqlite3
import subprocess  # noqa: S404
import sys
from contextlib import contextmanager

import psycopg2

from tools.example import ROOT, Example

#: Where PostgreSQL is asked for databases; CI's and the developers' own.
POSTGRES = "postgres://postgres@127.0.0.1:5432"


class SQLite:
    name = "SQLite"

    def __init__(self, folder):
        self.folder = folder

    def url(self, name):
        """What DATABASE_URL says (str) for the database `name`."""
        return f"sqlite:///{self._file(name)}"

    def create(self, name):
        """Nothing: the file is made by the first that opens it."""

    def copy(self, source, name):
        with sqlite3.connect(self._file(source)) as old, sqlite3.connect(self._file(name)) as new:
            old.backup(new)
        old.close()
        new.close()

    def drop(self, name):
        for ending in ("", "-wal", "-shm"):
            self._file(f"{name}", ending).unlink(missing_ok=True)

    def tidy(self, name):
        """Nothing: nobody runs ANALYZE on the site's file."""

    def version(self):
        return sqlite3.sqlite_version

    def size(self, name):
        """Bytes (int) of the database `name`, the index of the search included."""
        return sum(path.stat().st_size for path in self.folder.glob(f"{name}.sqlite3*"))

    def _file(self, name, ending=""):
        return self.folder / f"{name}.sqlite3{ending}"


class PostgreSQL:
    name = "PostgreSQL"

    def __init__(self, _folder):
        self.prefix = f"nebuleuses_bench_{os.getpid()}"

    def url(self, name):
        """What DATABASE_URL says (str) for the database `name`."""
        return f"{POSTGRES}/{self.prefix}_{name}"

    def create(self, name):
        self._say(f"CREATE DATABASE \"{self.prefix}_{name}\" TEMPLATE template0 ENCODING 'UTF8'")

    def copy(self, source, name):
        self._say(f'CREATE DATABASE "{self.prefix}_{name}" TEMPLATE "{self.prefix}_{source}"')

    def drop(self, name):
        self._say(f'DROP DATABASE IF EXISTS "{self.prefix}_{name}" WITH (FORCE)')

    def tidy(self, name):
        """What autovacuum does of itself, some minutes later."""
        self._say("VACUUM ANALYZE", self.url(name))

    def version(self):
        number, words = (self._say(f"SHOW {name}")[0][0] for name in ("server_version", "default_text_search_config"))
        return f"{number.split()[0]} (de lui-même, il cherche en « {words.removeprefix('pg_catalog.')} »)"

    def size(self, name):
        """Bytes (int) of the database `name`, the index of the search included."""
        return self._say(f"SELECT pg_database_size('{self.prefix}_{name}')")[0][0]

    def _say(self, statement, url=f"{POSTGRES}/postgres"):
        return say(statement, url)


def say(statement, url):
    """What PostgreSQL answers (list of tuple) to one `statement` (str), outside of a transaction, at `url` (str)."""
    connection = psycopg2.connect(url, connect_timeout=5)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


@contextmanager
def lent(server, name):
    """The address (str) of an empty database of `server`, which is dropped at the end."""
    server.create(name)
    try:
        yield server.url(name)
    finally:
        server.drop(name)


class Databases:
    """The scratch databases of one kind (SQLite or PostgreSQL), each copied from one that was made before."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self.names = []

    def example(self):
        """Makes « example », with the example of the site. A minute."""
        self._know("example")
        self.server.create("example")
        self._site("example").built()

    @contextmanager
    def copied(self, source, name):
        """A copy of the database `source` for as long as it is used."""
        self._know(name)
        self.server.copy(source, name)
        try:
            yield
        finally:
            self.server.drop(name)
            self.names.remove(name)

    def run(self, name, engine, *command):
        """Runs a Python `command` (names) with the site on the database `name`, searched by `engine`."""
        subprocess.run([sys.executable, *command], cwd=ROOT, env=self._environment(name, engine), check=True)  # noqa: S603

    @contextmanager
    def started(self, name, engine, *command):
        """As `run`, for as long as it is used: the process, with pipes of text for its input and output."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        environment = self._environment(name, engine)
        process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, **pipes)  # noqa: S603
        try:
            yield process
        finally:
            process.stdin.close()
            process.wait()

    def drop_all(self):
        for name in self.names:
            self.server.drop(name)

    def _know(self, name):
        self.names.append(name)

    def _environment(self, name, engine):
        return self._site(name).environment | {"DJANGO_SETTINGS_MODULE": f"tools.bench.settings.{engine}"}

    def _site(self, name):
        return Example(self.folder, self.server.url(name))
