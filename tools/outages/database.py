"""The database away: PostgreSQL behind a line that is cut, an SQLite file that somebody holds."""

import sqlite3
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from tools.outages.relay import Relay


@contextmanager
def behind_a_line(site):
    """A Relay between a Deployment and its PostgreSQL."""
    whole = site.environment["DATABASE_URL"]
    parts = urlsplit(whole)
    with Relay((parts.hostname, parts.port or 5432)) as relay:
        near = f"{parts.netloc.rpartition('@')[0]}@127.0.0.1:{relay.port}".lstrip("@")
        site.environment["DATABASE_URL"] = urlunsplit(parts._replace(netloc=near))
        try:
            yield relay
        finally:
            site.environment["DATABASE_URL"] = whole


@contextmanager
def held(site):
    """Somebody writes to the SQLite file of a Deployment, and does not end."""
    path = site.environment["DATABASE_URL"].removeprefix("sqlite:///")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()
