"""Lighthouse, as an average phone on a slow network (its default throttling)."""

import json
import os
import subprocess  # noqa: S404
from pathlib import Path
from statistics import median

from tests.browser.example_pages import PAGES
from tools.audit.report import Table

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
#: Category → the least mark.
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
TRIES = 3
#: A home, a list, a content, the search: without words, because its results ask robots not to index them, which
#: Lighthouse takes for a fault.
MEASURED = ("accueil", "réflexions", "article long", "recherche")


def measure(chromium, address):
    """Marks of each measured page (Table): the median of three for performance, the worst for the others."""
    table = Table(
        "Lighthouse",
        f"Sur téléphone, au moins {', '.join(map(str, LEAST.values()))}, dans l’ordre du tableau. "
        f"La vitesse est la médiane de {RUNS} passages, les autres notes sont les plus basses.",
        ["page", "vitesse", "accessibilité", "bonnes pratiques", "référencement", "LCP", "CLS", "TBT"],
    )
    for name in MEASURED:
        runs = [run(chromium, address + PAGES[name]) for _ in range(RUNS)]
        marks = {category: mark(category, runs) for category in LEAST}
        vitals = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
        table.rows.append([name, *marks.values(), *(runs[0]["audits"][vital]["displayValue"] for vital in vitals)])
        for category, least in LEAST.items():
            if marks[category] < least:
                table.faults.append(f"{name}, {category} : {marks[category]} ({', '.join(_causes(category, runs[0]))})")
    return table


def run(chromium, url):
    """One passage (the report of Lighthouse, dict). Raises RuntimeError with its words when it cannot.

    Chromium sometimes loses the record of a passage (NO_NAVSTART): Lighthouse then asks to be run again.
    """
    command = [str(PROGRAM), url, "--output=json", "--output-path=stdout", "--quiet"]
    command += [f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
        if done.stdout and not done.returncode:
            return json.loads(done.stdout)
        if "run Lighthouse again" not in done.stderr:
            break
    raise RuntimeError(f"Lighthouse, {url} : {done.stderr[-2000:]}")


def version():
    return json.loads((PROGRAM.parents[1] / "lighthouse" / "package.json").read_text())["version"]


def mark(category, runs):
    """The mark (int, out of 100) of several passages (list of reports) in a category."""
    marks = [round(100 * (report["categories"][category]["score"] or 0)) for report in runs]
    return round(median(marks)) if category == "performance" else min(marks)


def _causes(category, report):
    """What kept a page from the whole mark (names of Lighthouse's own checks)."""
    for check in report["categories"][category]["auditRefs"]:
        score = report["audits"][check["id"]]["score"]
        if check["weight"] and score is not None and score < 0.9:
            yield check["id"]
