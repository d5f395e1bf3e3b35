"""Which generation of the site it is: asked of the database a few times a second, by whoever comes to read.

It is asked again shortly after a second begins: a front server, which counts in whole seconds, keeps to its end what
was asked since that moment, and so for less than a second (PageCache).
"""

import time
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from core.models import Generation
from core.page_cache import changes

#: Seconds between two questions; a page that changed is seen everywhere after that, and the time to ask.
EVERY = 0.25
#: Seconds that begin a second: what was known then, a front server does not keep; what it keeps, it keeps for the rest.
BEGINNING = 0.15
#: Seconds during which a database that did not answer is not asked again.
REST = 5
#: Seconds that a reader waits for somebody else's question to be answered.
PATIENCE = 0.5


class Seen(NamedTuple):
    """`token` (UUID or None: nothing may be kept), whether the site is closed, when it was asked (time.time())."""

    token: object = None
    is_closed: bool = False
    asked_at: float = 0

    @property
    def second(self):
        """The second (int) to whose end a front server keeps it: its own, or the one before if it had just begun."""
        return int(self.asked_at - BEGINNING)


class Watch:
    """The generation, for all threads of a process: it asks by a connection that is nobody else's.

    `ask` (callable → token) is for tests.
    """

    def __init__(self, ask=None):
        self._ask = ask or self._ask_database
        self._connection = None
        self._lock = Lock()
        self._asked_at = self._next_at = float("-inf")
        self._seen, self._is_away = Seen(), False

    def look(self):
        """What is known (Seen), no older than EVERY seconds while the database answers."""
        if self._is_fresh():
            return self._seen
        # Somebody asks already: what was known just now will do, but not what nobody looked at for long.
        is_recent = time.monotonic() < self._asked_at + 2 * EVERY
        if self._lock.acquire(timeout=0 if is_recent else PATIENCE):
            try:
                if not self._is_fresh():
                    self._look_again()
            finally:
                self._lock.release()
        return self._seen

    def _is_fresh(self):
        """Whether what is known need not be asked yet: by the wall's clock too, which front servers read."""
        return time.monotonic() < self._next_at and (self._is_away or int(time.time() - BEGINNING) == self._seen.second)

    def look_now(self):
        """The next `look` asks."""
        self._next_at = self._asked_at = float("-inf")

    def _look_again(self):
        asked_at, now, token = time.monotonic(), time.time(), self._seen.token
        rest, self._is_away = EVERY, False
        try:
            if changes.owed:
                changes.tell()
            token = None if changes.owed else self._ask()
        except DatabaseError:
            rest, self._is_away = REST, True  # what was known is what can be shown
        self._seen = Seen(token, Path(settings.MAINTENANCE_FILE).exists(), now)
        self._asked_at, self._next_at = asked_at, time.monotonic() + rest

    def _ask_database(self):
        if self._connection is None:
            self._connection = connections.create_connection(DEFAULT_DB_ALIAS)
            self._connection.inc_thread_sharing()
        if self._connection.connection is not None:
            try:
                return self._ask_once()
            except DatabaseError:
                pass  # that connection, perhaps, and not the database: it has started again
        return self._ask_once()

    def _ask_once(self):
        try:
            with self._connection.cursor() as cursor:
                cursor.execute(f"SELECT token FROM {Generation._meta.db_table} WHERE id = 1")  # noqa: S608
                row = cursor.fetchone()
        except DatabaseError:
            self._connection.close()
            raise
        return row and row[0]
