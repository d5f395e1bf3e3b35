"""Every address of the project × the four people of docs/acces.md: the walk of tests/access, on a site of its own."""

import json

from tests.core.backup.sites import Site
from tools.audit.report import Table

_WALK = """
import django
django.setup()
from tests.access.walk import tell
tell()
"""


def measure(example):
    """Walks a new site, where an Example of which nothing is made yet is to be: a Table."""
    site = Site(example.folder, example.environment["DATABASE_URL"])
    site.managed("migrate", "-v0")
    done = site.run("-c", _WALK)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    told = json.loads(done.stdout)
    table = Table(
        "Qui ouvre quelle adresse",
        "Chaque adresse du projet, demandée et recevant un formulaire vide, répond à chacun ce que dit "
        "[acces.md](acces.md)\u202f; rien de ce qui n’est pas public ne s’y lit, rien ne s’y écrit sans droit.",
        ["personne", "adresses lues", "formulaires vides", "écarts"],
    )
    for who, found in told.items():
        table.rows.append([who, found["asked"], found["sent"], len(found["wrong"])])
        table.faults += [f"{who} : {wrong}" for wrong in found["wrong"]]
    return table
