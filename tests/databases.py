"""Databases that a test has for itself."""

import os
import shutil
import sqlite3
from contextlib import contextmanager
from uuid import uuid4

import environ
import psycopg2
from django.db import connection as suite

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def engine():
    """What the suite runs on (str): SQLITE or POSTGRESQL."""
    configured = environ.Env().db("DATABASE_URL")
    return SQLITE if configured["ENGINE"] == "django.db.backends.sqlite3" else POSTGRESQL


@contextmanager
def own_database(folder, name, *, on=None, like=None):
    """The address (str) of an empty database of the same kind as the suite's; it goes away at the end.

    `on` asks for the other kind; `like` is the address of one that it copies, which nobody uses meanwhile. A PostgreSQL
    is that of `like`, or else the suite's own.
    """
    if (on or engine()) == SQLITE:
        path = folder / "nebuleuses.sqlite3"
        if like:
            shutil.copy(like.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    server = like or os.environ["DATABASE_URL"]
    configured = environ.Env.db_url_config(server)
    name = f"nebuleuses_{name}_{uuid4().hex[:8]}"
    connection = psycopg2.connect(
        host=configured["HOST"],
        port=configured["PORT"] or 5432,
        user=configured["USER"],
        password=configured["PASSWORD"],
        dbname="postgres",
    )
    connection.autocommit = True
    template = f' TEMPLATE "{like.rpartition("/")[2]}"' if like else ""
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"{template}')
    try:
        yield server.rpartition("/")[0] + f"/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        connection.close()


@contextmanager
def copy_of_the_suite(folder, name):
    """The address (str) of a database with what all tests have: tables, and the skeleton of the site.

    It is made outside of any test, while nobody else uses the suite's own.
    """
    like = None
    if engine() != SQLITE:
        like = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{suite.settings_dict['NAME']}"
        suite.close()
    with own_database(folder, name, like=like) as url:
        if engine() == SQLITE:
            suite.ensure_connection()
            with sqlite3.connect(url.removeprefix("sqlite:///")) as copy:
                suite.connection.backup(copy)
            copy.close()
        yield url
