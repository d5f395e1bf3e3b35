"""One at a time on the whole site, on whichever machine: a lock that goes with the process that holds it."""

import zlib
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from core.backup.alone import Busy, alone

#: A machine that is gone without a word holds its lock until PostgreSQL finds out: seconds, where the default is hours.
_NOTICED = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"


@contextmanager
def alone_on_the_site(name):
    """Nobody else of this site does what is called `name` (str) meanwhile. Raises Busy."""
    with (_by_file if connection.vendor == "sqlite" else _by_session)(name):
        yield


@contextmanager
def _by_file(name):
    lock = Path(f"{connection.settings_dict['NAME']}.jobs") / name
    lock.parent.mkdir(exist_ok=True)
    lock.touch()
    with alone(lock):
        yield


@contextmanager
def _by_session(name):
    """In a session of its own: that of the job may be closed, and opened again, before the job ends."""
    with closing(connection.copy()) as own, own.cursor() as cursor:
        cursor.execute(f"{_NOTICED}; SELECT pg_try_advisory_lock(%s)", [zlib.crc32(f"nebuleuses {name}".encode())])
        if not cursor.fetchone()[0]:
            raise Busy
        yield
