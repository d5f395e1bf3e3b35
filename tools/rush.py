"""Twenty people send ten things each at the same time, half of them with two clicks: none is lost, none comes twice.

    make rush                       (python -m tools.rush: SQLite, then the PostgreSQL of the benchmark)

The site runs as in production, on a database of its own. Ends with 1 if a figure is not met.
"""

import html
import re
import subprocess  # noqa: S404
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from tools.bench.scratch import PostgreSQL, SQLite, lent
from tools.example import ROOT, Example

SENDERS, EACH = 20, 10
CARRIED = re.compile(r'name="formulaire" value="([^"]+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_CODE = re.compile(r'class="code"[^>]*>([^<]+)<')
_COUNT = """
from contributions.models import Act, Contribution
texts = {contribution.answers["text"] for contribution in Contribution.objects.all()}
print(Contribution.objects.count(), len(texts), Act.objects.count())
"""


class Sender:
    """Somebody with a browser, behind an address of their own."""

    def __init__(self, address, number):
        self.site, self.number = urlsplit(address), number

    def send_all(self):
        """The codes (list of str) that were said for each thing."""
        return [self._send(thing, clicks=1 + thing % 2) for thing in range(EACH)]

    def _send(self, thing, clicks):
        form, cookie = self._ask("GET")
        filled = {
            "csrfmiddlewaretoken": TOKEN.search(form)[1],
            "formulaire": html.unescape(CARRIED.search(form)[1]),
            "text": f"Texte {thing} de {self.number}",
            "signed_by": "nobody",
            "consent": "publish",
            "licence": "by-sa",
        }
        with ThreadPoolExecutor(clicks) as fingers:
            pages = list(fingers.map(lambda _click: self._ask("POST", filled, cookie, thing)[0], range(clicks)))
        codes = {_CODE.search(page)[1] for page in pages}
        if len(codes) != 1:
            raise AssertionError(f"{clicks} clicks gave {len(codes)} codes")
        return codes.pop()

    def _ask(self, method, filled=None, cookie="", thing=0):
        """What the site answers (text, its cookie). Raises AssertionError unless it is a page."""
        headers = {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": f"2001:db8:{self.number}:{thing}::1",
            "Cookie": cookie,
            "Referer": f"https://{self.site.netloc}/contribuer/texte/",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = HTTPConnection(self.site.hostname, self.site.port, timeout=120)
        connection.request(method, "/contribuer/texte/", filled and urlencode(filled), headers)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        if response.status != 200:
            raise AssertionError(f"{method} answered {response.status}: {text[:300]}")
        return text, (response.getheader("Set-Cookie") or "").partition(";")[0]


def rush(site):
    """Sends everything to an Example, built; gives how many codes, rows, texts, acts (list of int), and the seconds."""
    with site.served() as address, ThreadPoolExecutor(SENDERS) as crowd:
        senders = [Sender(address, number) for number in range(SENDERS)]
        start = time.perf_counter()
        codes = {code for found in crowd.map(Sender.send_all, senders) for code in found}
        seconds = time.perf_counter() - start
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", _COUNT]
    counted = subprocess.run(command, cwd=ROOT, env=site.environment, check=True, capture_output=True, text=True)  # noqa: S603
    return [len(codes), *map(int, counted.stdout.split()[-3:])], seconds


def main():
    failed = False
    for kind in (SQLite, PostgreSQL):
        with tempfile.TemporaryDirectory() as name:
            with lent(kind(Path(name)), "rush") as url:
                found, seconds = rush(Example(Path(name), url).built())
        failed |= set(found) != {SENDERS * EACH}
        said = "{} codes, {} reçus, {} textes, {} gestes".format(*found)
        print(f"{kind.name} : {SENDERS * EACH} envois de {SENDERS} personnes, {said}, en {seconds:.1f} s")
    sys.exit(failed)


if __name__ == "__main__":
    main()
