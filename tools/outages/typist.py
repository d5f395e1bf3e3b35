"""Somebody who writes to a site from a process of their own, which is there already: no start delays what they do."""

import subprocess  # noqa: S404
import sys
from contextlib import contextmanager

from tools.example import ROOT

#: One program after another, each ended by a line that says so; what the last line of a program shows comes back.
_TYPIST = """
import sys
import django
django.setup()
from django.db import connections
program = []
for line in sys.stdin:
    if line.strip() != "# end":
        program.append(line)
        continue
    known = {}
    connections.close_all()  # the database may have been away
    exec("".join(program), known)
    program = []
    print("done", known.get("said", ""), flush=True)
"""


@contextmanager
def typist(environment, folder=ROOT, python=sys.executable):
    """A function that runs a program (str, Python) and gives what it calls `said` (str).

    `environment` (dict) is that of the site whose program is in `folder` (Path), run by `python` (path).
    """
    environment = environment | {"DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings", "PYTHONPATH": str(folder)}
    with subprocess.Popen(  # noqa: S603
        [python, "-c", _TYPIST], cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(program):
            process.stdin.write(f"{program}\n# end\n")
            process.stdin.flush()
            done, _space, said = process.stdout.readline().rstrip("\n").partition(" ")
            assert done == "done", said  # noqa: S101 -- for tests
            return said

        yield run
        process.stdin.close()
