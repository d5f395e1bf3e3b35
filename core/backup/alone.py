"""One at a time: a lock that goes with the process that holds it."""

import fcntl
import os
from contextlib import contextmanager


class Busy(Exception):
    """Somebody else holds the lock."""


@contextmanager
def alone(folder):
    """Nobody else is alone in `folder` (Path, it exists) meanwhile. Raises Busy."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(held)
        raise Busy from error
    try:
        yield
    finally:
        os.close(held)


def settle(folder):
    """What was renamed in `folder` (Path) stays so if the power goes."""
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
