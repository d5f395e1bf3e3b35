"""A command that dies at a chosen moment: `python -m … <module:object.method> <times> <command…>`."""

import os
import signal
import sys
from functools import wraps
from importlib import import_module

import django
from django.core.management import call_command


def kill_at(where, times):
    """This process is killed when `where` (str) is called for the `times`th time, before anything is done there."""
    module, _, path = where.partition(":")
    owner = import_module(module)
    *way, name = path.split(".")
    for step in way:
        owner = getattr(owner, step)
    original, calls = getattr(owner, name), []

    @wraps(original)
    def counted(*arguments, **options):
        calls.append(1)
        if len(calls) == times:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*arguments, **options)

    setattr(owner, name, counted)


if __name__ == "__main__":
    django.setup()
    kill_at(sys.argv[1], int(sys.argv[2]))
    call_command(*sys.argv[3:])
