"""Kills on a site of one's own, from outside: what tests and `make audit` share."""

import json
import subprocess
import sys

from tests.kills import served
from tools.example import ROOT


def prepare(site):
    """Makes the tables of `site` (tools.example.Example)."""
    _python(site.environment, "manage.py", "migrate", "-v0")


def killed_at_random(site, kills, seed, titles=()):
    """The outcomes (list of dict: tests.kills.running.Outcome) of each scenario on `site`, whose tables are made.

    Each is killed `kills` times; `seed` (str) draws when.
    """
    return json.loads(_kills(site, "random", str(kills), seed, *titles))


def killed_at_instants(site):
    """What tests.kills.instants says of `site`."""
    return json.loads(_kills(site, "instants"))


def killed_while_served(site, kills, seed):
    """The outcome (dict) of the server of `site`, killed so many times while it receives a file."""
    already = json.loads(_kills(site, "hours"))  # it makes the skeleton of the site, too
    outcome = served.run(site, kills, seed)
    hours = json.loads(_kills(site, "hours"))
    outcome["after"] = hours["waiting"] - already["waiting"] - outcome["done_again"]
    outcome["before"] = outcome["kills"] - outcome["after"]
    outcome["orphans"] = hours["orphans"]
    outcome["lost"] += hours["faults"]
    return outcome


def _kills(site, *arguments):
    temporary = site.folder / "tmp"
    temporary.mkdir(exist_ok=True)
    environment = site.environment | {"DJANGO_SETTINGS_MODULE": "tests.settings", "TMPDIR": str(temporary)}
    return _python(environment, "-m", "tests.kills", *arguments)


def _python(environment, *arguments):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout
