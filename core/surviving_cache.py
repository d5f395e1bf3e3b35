"""A cache shared by all processes that may go away: each one counts for itself meanwhile, and nobody gets an error.

Two processes then forgive twice as many wrong passwords, as they do without CACHE_URL; nobody is shut out, and nobody
may try without end (docs/decisions.md).
"""

import logging
import time
from pickle import PicklingError
from threading import Lock

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)

#: Seconds before the cache is asked again: one question in a process, which may wait for core.caching.PATIENCE.
REST = 15
#: Seconds between two lines of the journal about one outage.
SAID_EVERY = 60
#: Names that are remembered, to be deleted there too when it comes back; beyond, it is emptied.
MOST_DELETED = 10_000
#: Faults of whoever calls, and a key that is not there (`incr`): not an outage.
_NOT_AN_OUTAGE = (ValueError, TypeError, PicklingError)


class Outage:
    """What one process knows of the cache at one place: shared by its threads, each of which has its own backend."""

    def __init__(self):
        self.is_on, self.deleted = False, set()
        self._lock, self._asked_again_at, self._said_at = Lock(), 0, float("-inf")

    def may_ask(self):
        """Whether this thread asks the cache (bool): it answers, or it is this thread's turn to see."""
        if not self.is_on:
            return True
        with self._lock:
            now = time.monotonic()
            if now < self._asked_again_at:
                return False
            self._asked_again_at = now + REST
            return True

    def begin(self, error):
        """It did not answer: nobody asks for a while. Says so without a word of the error, which quotes addresses."""
        with self._lock:
            now = time.monotonic()
            self.is_on, self._asked_again_at = True, now + REST
            is_to_say = now - self._said_at >= SAID_EVERY
            if is_to_say:
                self._said_at = now
        if is_to_say:
            logger.error("The cache does not answer (%s): each process counts for itself", type(error).__name__)

    def note_deleted(self, keys):
        if len(self.deleted) <= MOST_DELETED:
            self.deleted.update(keys)

    def end(self, cache):
        """It answers again: what was deleted meanwhile goes there too. Raises what `cache` raises."""
        cache.has_key("outage")
        deleted, self.deleted = self.deleted, set()
        try:
            cache.clear() if len(deleted) > MOST_DELETED else _delete(cache, deleted)
        except Exception:
            self.deleted |= deleted
            raise
        self.is_on = False
        logger.warning("The cache answers again")


def _delete(cache, keys):
    for key, version in keys:
        cache.delete(key, version=version)


_outages = {}


class SurvivingCache(BaseCache):
    """The cache of OPTIONS["cache"] (dict, as in CACHES), or the memory of this process while it raises."""

    def __init__(self, location, params):
        super().__init__(params)
        config = dict(params["OPTIONS"]["cache"])
        backend, place = config.pop("BACKEND"), config.pop("LOCATION")
        self._shared = import_string(backend)(place, config)
        self._memory = LocMemCache(f"instead of {location}", {"MAX_ENTRIES": params["OPTIONS"]["MAX_ENTRIES"]})
        self._outage = _outages.setdefault(str(location), Outage())

    @property
    def is_down(self):
        """Whether it was away when it was last asked (bool)."""
        return self._outage.is_on

    def add(self, key, *args, **options):
        return self._ask("add", key, *args, **options)

    def get(self, key, *args, **options):
        return self._ask("get", key, *args, **options)

    def set(self, key, *args, **options):
        return self._ask("set", key, *args, **options)

    def touch(self, key, *args, **options):
        return self._ask("touch", key, *args, **options)

    def has_key(self, key, version=None):
        return self._ask("has_key", key, version=version)

    def incr(self, key, delta=1, version=None):
        return self._ask("incr", key, delta, version=version)

    def delete(self, key, version=None):
        return self._ask("delete", key, version=version, deleting={(key, version)})

    def get_many(self, keys, version=None):
        return self._ask("get_many", list(keys), version=version)

    def set_many(self, data, *args, **options):
        return self._ask("set_many", data, *args, **options)

    def delete_many(self, keys, version=None):
        keys = list(keys)
        return self._ask("delete_many", keys, version=version, deleting={(key, version) for key in keys})

    def clear(self):
        self._memory.clear()
        return self._ask("clear")

    def close(self, **options):
        self._shared.close(**options)

    def _ask(self, gesture, *args, deleting=frozenset(), **options):
        if self._outage.may_ask():
            try:
                if self._outage.is_on:
                    self._outage.end(self._shared)
                    self._memory.clear()
                return getattr(self._shared, gesture)(*args, **options)
            except _NOT_AN_OUTAGE:
                raise
            except Exception as error:  # each cache has its own errors, and each of them is an outage
                self._outage.begin(error)
        self._outage.note_deleted(deleting)
        return getattr(self._memory, gesture)(*args, **options)
