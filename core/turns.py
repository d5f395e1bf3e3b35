"""Those of one process who would do the same work at the same moment follow each other."""

from contextlib import contextmanager
from threading import Lock

#: Seconds that one waits: whoever is before may wait in turn for what this one holds.
PATIENCE = 20
_locks = tuple(Lock() for _number in range(64))


@contextmanager
def in_turn(number):
    """Nobody else of this process is in turn for the same `number` (int) meanwhile, unless it takes PATIENCE."""
    lock = _locks[number % len(_locks)]
    is_ours = lock.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if is_ours:
            lock.release()
