"""A command that dies at a chosen moment: `python -m … <module:object.method> <times> <command…>`."""

import sys
from importlib import import_module

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()
    from tests.kills.moments import dies_when_called

    module, _, path = sys.argv[1].partition(":")
    owner = import_module(module)
    *way, name = path.split(".")
    for step in way:
        owner = getattr(owner, step)
    dies_when_called(owner, name, int(sys.argv[2]))
    call_command(*sys.argv[3:])
