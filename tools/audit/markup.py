"""The Nu HTML checker over every page of the example, each saved as a reader without an account gets it."""

import json
import subprocess  # noqa: S404
from collections import defaultdict
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.browser.example_pages import PAGES
from tools.audit.report import Table
from tools.crawl import Crawl

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class SavingCrawl(Crawl):
    """Keeps the HTML of what it visits in `pages` (dict path → str)."""

    def __init__(self, address):
        super().__init__(address)
        self.pages = {}

    def _read_page(self, path, html):
        self.pages[path] = html
        super()._read_page(path, html)


def measure(address, folder):
    """Visits the site at `address`, and has every page read; they are saved in `folder` (Path). A Table."""
    crawl = SavingCrawl(address).run()
    pages = crawl.pages | {PAGES["404"]: error_page(address + PAGES["404"])}
    table = Table(
        "Vérificateur HTML Nu",
        f"Aucune erreur sur les {len(pages)} pages de l’exemple.",
        ["pages", "erreurs", "avertissements", "défauts de la visite"],
    )
    found = defaultdict(set)
    for message, path in messages(pages, folder):
        found[message].add(path)
    told = {message: f"{message} ({len(paths)} pages, dont {min(paths)})" for message, paths in found.items()}
    errors = [told[message] for message in sorted(told) if not message.startswith("avertissement")]
    table.remarks = [told[message] for message in sorted(told) if message.startswith("avertissement")]
    table.rows.append([len(pages), len(errors), len(table.remarks), len(crawl.faults)])
    table.faults = errors + [f"visite : {fault}" for fault in crawl.faults]
    return table


def messages(pages, folder):
    """What the checker says of `pages` (path → HTML): (message, path) pairs; « avertissement » opens a warning."""
    folder.mkdir()
    names = {}
    for number, (path, html) in enumerate(sorted(pages.items())):
        file = folder / f"{number:04}.html"
        file.write_text(html, encoding="utf-8")
        names[file.name] = path
    command = ["java", "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    for said in json.loads(done.stdout)["messages"]:
        kind = "avertissement" if said["type"] == "info" else "erreur"
        extract = " ".join(said.get("extract", "").split())[:100]
        yield f"{kind} : {said['message']} `{extract}`", names.get(Path(said.get("url", "")).name, "?")


def error_page(url):
    """The HTML of a page that answers with an error (str)."""
    try:
        with urlopen(url) as response:  # noqa: S310
            return response.read().decode()
    except HTTPError as error:
        return error.read().decode()


def version():
    done = subprocess.run(["java", "-jar", str(JAR), "--version"], capture_output=True, text=True, check=True)  # noqa: S603, S607
    return done.stdout.split()[0]
