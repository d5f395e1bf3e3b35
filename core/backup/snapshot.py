"""A database as it is at one instant, while others write in it."""

import sqlite3
from contextlib import contextmanager, suppress

from django.db import connection
from django.db.utils import ConnectionHandler

#: Rows that come from PostgreSQL at once.
_CHUNK = 500


@contextmanager
def snapshot(folder):
    """A connection (BaseDatabaseWrapper) to all that is committed now, and to nothing that comes later.

    On SQLite it is a copy made by its backup API in `folder` (Path): whoever reads for a minute would keep the journal
    growing, and what is erased on the disk (core.erasure). On PostgreSQL, a transaction of its own that only reads.
    """
    if connection.vendor == "sqlite":
        copy = folder / "snapshot.sqlite3"
        _copy(copy)
        opened = _opened({**connection.settings_dict, "NAME": str(copy), "OPTIONS": {}})
    else:
        opened = connection.copy()
    try:
        if connection.vendor == "sqlite":
            yield opened
        else:
            with _frozen(opened):
                yield opened
    finally:
        opened.close()
        if connection.vendor == "sqlite":
            copy.unlink(missing_ok=True)


def _copy(path):
    if connection.in_atomic_block:
        raise RuntimeError("SQLite would wait for this transaction to end, for ever")
    connection.ensure_connection()
    path.touch(mode=0o600)
    target = sqlite3.connect(path)
    try:
        with connection.wrap_database_errors:
            connection.connection.backup(target)
    finally:
        target.close()


def _opened(settings):
    return ConnectionHandler({"default": settings})["default"]


@contextmanager
def _frozen(opened):
    """One transaction of `opened`, in which others' do not show."""
    opened.set_autocommit(False)
    try:
        with opened.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
    finally:
        with suppress(Exception):
            opened.rollback()


def rows_of(opened, table):
    """The rows (iterator of tuple) of `table` (Table) by its columns, a few at once whatever its size."""
    quote = opened.ops.quote_name
    columns = ", ".join(quote(name) for name, _kind in table.columns)
    with opened.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quote(table.name)}")  # noqa: S608
        while rows := cursor.fetchmany(_CHUNK):
            yield from rows


def last_key(opened, table):
    """The last key that the database gave in `table` (Table), deleted rows included (int); None if it counts none.

    A key that is given again would bring the story of what was deleted to something else.
    """
    with opened.cursor() as cursor:
        if opened.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
            return (cursor.fetchone() or [None])[0]
        for sequence in opened.introspection.get_sequences(cursor, table.name):
            cursor.execute(f"SELECT last_value FROM {opened.ops.quote_name(sequence['name'])} WHERE is_called")  # noqa: S608
            return (cursor.fetchone() or [None])[0]
    return None


def applied_migrations(opened):
    """The migrations applied (sorted list of [app, name])."""
    with opened.cursor() as cursor:
        if "django_migrations" not in opened.introspection.table_names(cursor):
            return []
        cursor.execute("SELECT app, name FROM django_migrations")
        return sorted([app, name] for app, name in cursor.fetchall())
