"""What the site is made of that is not ours: locked, installed so, without a known flaw, under an accepted licence."""

import json
import subprocess  # noqa: S404
import sys
from dataclasses import dataclass, field

from tools.audit import licences
from tools.audit.locks import LISTS, ROOT, RUN_TIME, locked, loose, otherwise_installed, unlocked
from tools.audit.report import Table, counted

#: Seconds that the database of flaws has to answer about one package, and all of them.
_PATIENCE, _LONGEST = 15, 600


@dataclass
class Flaws:
    """Packages that were `audited` (int), the flaws that were `found` (sentences), packages left `unasked` (names)."""

    audited: int = 0
    found: list = field(default_factory=list)
    unasked: list = field(default_factory=list)


def measure(site=None):
    """What is locked, installed, known to be flawed, and under which licences (Table). `site` is not looked at."""
    table = Table(
        "D’où vient ce qui fait tourner le site",
        "Chaque paquet est verrouillé à une version et à ses empreintes, installé tel quel, sans faille connue, sous "
        "une licence acceptée.",
        ["Ce qui est regardé", "Combien", "Résultat"],
    )
    pins = {name: locked(name) for name in LISTS}
    free = [f"{name}\u00a0: {one} n’est pas verrouillé par une empreinte" for name in LISTS for one in loose(name)]
    _add(table, "Verrouillés, avec empreintes", sum(map(len, pins.values())), free)
    _add(
        table,
        "Installés à la version verrouillée",
        len({one.name for some in pins.values() for one in some}),
        otherwise_installed(),
    )
    flaws = known_flaws()
    if flaws.unasked:
        asked = f"{counted(flaws.audited, 'paquet')} sur {flaws.audited + len(flaws.unasked)}"
        table.rows.append(["Sans faille connue (pip-audit)", asked, "non demandé\u00a0: réseau"])
        of_whom = ", ".join(flaws.unasked) if flaws.audited else "tous les paquets"
        table.unmeasured.append(f"les failles connues de {of_whom}\u00a0: la base de PyPI n’a pas répondu")
        table.faults += flaws.found
    else:
        _add(table, "Sans faille connue (pip-audit)", flaws.audited, flaws.found)
    known = licences.licences()
    _add(table, "Licences acceptées", len(known) + len(licences.PARTS), licences.faults())
    if extra := unlocked():
        table.remarks.append(f"installés sans que rien ne les demande\u00a0: {', '.join(extra)}")
    return table


def _add(table, what, number, faults):
    table.rows.append([what, str(number), counted(len(faults), "écart") if faults else "tenu"])
    table.faults += faults


def known_flaws(run=subprocess.run):
    """The known flaws of what the site runs with, as pip-audit hears of them from PyPI (Flaws).

    Where PyPI does not answer, pip-audit passes over packages one by one and ends by « no known vulnerabilities »: what
    it passed over is told apart here.
    """
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    command += ["--format", "json", "--timeout", str(_PATIENCE)]
    for name in RUN_TIME:
        command += ["--requirement", str(ROOT / name)]
    try:
        done = run(command, capture_output=True, text=True, check=False, timeout=_LONGEST)
        said = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, subprocess.TimeoutExpired):
        return Flaws(unasked=sorted({one.name for name in RUN_TIME for one in locked(name) if one.applies}))
    flaws = Flaws()
    for package in said:
        if "skip_reason" in package:
            flaws.unasked.append(package["name"])
            continue
        flaws.audited += 1
        flaws.found += [_said(package, flaw) for flaw in package["vulns"]]
    return flaws


def _said(package, flaw):
    mended = " ou ".join(flaw["fix_versions"])
    return f"{package['name']} {package['version']}\u00a0: {flaw['id']}" + (
        f", corrigée dans {mended}" if mended else ""
    )


if __name__ == "__main__":
    measured = measure()
    print(measured.text())
    sys.exit(1 if measured.faults else 0)
