"""Tasks of the tests: what is left of them is on the disk."""

import os
import signal
from pathlib import Path

from django_tasks import task


@task()
def write_down(path, line):
    """Adds `line` to the file at `path`: two processes lose none of their lines."""
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{line}\n")


@task()
def die_the_first_time(path):
    """Kills its worker, unless something is at `path` already; adds a line there."""
    is_first = not Path(path).exists()
    write_down.func(path, "begun")
    if is_first:
        os.kill(os.getpid(), signal.SIGKILL)
    write_down.func(path, "done")


@task()
def fail(words):
    raise ValueError(words)
