"""Where files come in, from strangers and from members: a folder of its own, for nobody else to read (TRAPS 9)."""

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

#: Seconds without a byte, after which nobody is writing any more.
_SILENT = 900


@contextmanager
def scratch(suffix=""):
    """A Path among the arrivals, for a file that is being made; it is gone afterwards unless it was moved."""
    path = arrivals() / f"{os.urandom(16).hex()}{suffix}"
    with path.open("xb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)


def arrivals():
    """The folder (Path) of what is coming, and of nothing else; it is there, for nobody else to read."""
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def sweep_arrivals(now=None):
    """Deletes what a killed process was receiving (`silent_arrivals`); gives how many (int)."""
    # Their names are what forms carry: they are nobody else's to list.
    Path(settings.QUARANTINE_ROOT).chmod(0o700)
    silent = silent_arrivals(now)
    for path in silent:
        path.unlink(missing_ok=True)
    return len(silent)


def silent_arrivals(now=None):
    """The files (list of Path) that a killed process was receiving. What is still coming is locked.

    What is written to was not killed: `now` (seconds since 1970, default the present) leaves what is younger than a
    quarter of an hour to whoever locks nothing, as the uploads of members do.
    """
    found, limit = [], (now or time.time()) - _SILENT
    for path in arrivals().iterdir():
        # To write: a folder shared by NFS has no exclusive lock of what is open to be read.
        with suppress(OSError), path.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.stat().st_mtime < limit:
                found.append(path)
    return found
