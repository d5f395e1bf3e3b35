"""Visits every page of a running site as a reader without an account, and says what is wrong. Standard library only.

    python -m tools.crawl http://127.0.0.1:8000 [--most 4000] [--seconds 600]

Follows every internal link: pages, images, styles, scripts, sounds, documents, feeds. Every answer must be 200.
On public pages it also refuses: a request to a third party, a cookie (but the token of a form that sends something), an
inline script or style, a link to an anchor that is not on the page. Exits with 1 when something is wrong.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tools.markup import CSS_ADDRESS, XML_ADDRESS, Page

#: What Django gives to a form that sends something: a cookie, and the same in a field.
FORM_COOKIE, FORM_TOKEN = "csrftoken", 'name="csrfmiddlewaretoken"'
#: Asked even if no page names them.
ENTRANCES = [
    "/",
    "/sante.json",
    "/flux.xml",
    "/recherche/",
    "/recherche.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
]
#: Behind an account: answered (200 or the way to the login), not read.
PRIVATE = ("/admin/",)
#: Filters multiply: this many addresses of one path with different parameters say enough.
MOST_QUERIES_OF_A_PATH = 40


@dataclass
class Answer:
    status: int
    kind: str = ""
    text: str = ""
    cookies: list = field(default_factory=list)


class Crawl:
    """One visit of a site. `faults` (list of str) is empty when all is well."""

    def __init__(self, address, most=4000, seconds=600):
        parts = urlsplit(address)
        self.host, self.port = parts.hostname, parts.port or 80
        self.most, self.until = most, time.monotonic() + seconds
        self.connection = HTTPConnection(self.host, self.port, timeout=30)
        self.queue = deque()
        self.asked_by = {}
        self.anchors = defaultdict(set)
        self.ids = {}
        self.queries = Counter()
        self.faults, self.kinds, self.left_out = [], Counter(), 0

    def run(self):
        for path in ENTRANCES:
            self._want(path, "l’entrée")
        while self.queue:
            if self.kinds.total() >= self.most or time.monotonic() > self.until:
                self.left_out += len(self.queue)
                break
            self._visit(self.queue.popleft())
        for path, names in self.anchors.items():
            for name, source in sorted(names):
                if path in self.ids and name not in self.ids[path]:
                    self._blame(f"{source} : ancre #{name} absente de {path}")
        return self

    def _visit(self, path):
        try:
            answer = self._get(path)
        except (OSError, HTTPException) as error:
            self._blame(f"{path} : pas de réponse ({error!r}), depuis {self.asked_by[path]}")
            self.connection.close()
            return
        self.kinds[answer.kind.partition(";")[0] or "?"] += 1
        if path.startswith(PRIVATE):
            if answer.status not in {200, 302}:
                self._blame(f"{path} : {answer.status}, depuis {self.asked_by[path]}")
            return
        if answer.status != 200:
            self._blame(f"{path} : {answer.status}, depuis {self.asked_by[path]}")
            return
        for name in (cookie.partition("=")[0] for cookie in answer.cookies):
            # Whoever opens a form to send something is given its token, and nobody else.
            if name != FORM_COOKIE or FORM_TOKEN not in answer.text:
                self._blame(f"{path} : pose un cookie ({name})")
        if "html" in answer.kind:
            self._read_page(path, answer.text)
        elif "css" in answer.kind:
            for groups in CSS_ADDRESS.findall(answer.text):
                self._fetch("".join(groups), path)
        elif "svg" in answer.kind:
            for fault in Page(answer.text).faults:
                if "<script>" in fault or " on" in fault:
                    self._blame(f"{path} : {fault}")
        elif "xml" in answer.kind:
            for groups in XML_ADDRESS.findall(answer.text):
                self._follow("".join(groups).replace("&amp;", "&"), path)

    def _read_page(self, path, html):
        page = Page(html)
        self.ids[path] = page.ids
        for fault, times in Counter(page.faults).items():
            self._blame(f"{path} : {fault}" + (f" ({times} fois)" if times > 1 else ""))
        base = urljoin(path, page.base)
        for link in page.links:
            self._follow(link, path, base)
        for address in page.fetched:
            self._fetch(address, path, base)

    def _follow(self, link, source, base=None):
        """Queues an internal link; what leads elsewhere is for the reader to choose."""
        target, anchor = urldefrag(urljoin(base or source, link.strip()))
        path = self._internal(target)
        if path is None:
            return
        if anchor:
            self.anchors[path].add((unquote(anchor), source))
        self._want(path, source)

    def _fetch(self, address, source, base=None):
        """Queues what the browser would ask for without a click; it must be ours."""
        if address.startswith(("data:", "#")):
            return
        path = self._internal(urldefrag(urljoin(base or source, address.strip()))[0])
        if path is None:
            self._blame(f"{source} : demande à un tiers, {address}")
        else:
            self._want(path, source)

    def _internal(self, address):
        """The path and parameters of an address of this site (str); None for any other address."""
        parts = urlsplit(address)
        if parts.scheme not in {"", "http", "https"}:
            return None
        if parts.netloc and (parts.hostname, parts.port or 80) != (self.host, self.port):
            return None
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def _want(self, path, source):
        if path in self.asked_by:
            return
        self.asked_by[path] = source
        bare, mark, _query = path.partition("?")
        if mark:
            self.queries[bare] += 1
            if self.queries[bare] > MOST_QUERIES_OF_A_PATH:
                self.left_out += 1
                return
        self.queue.append(path)

    def _get(self, path):
        """One GET without cookies, over a kept connection (Answer)."""
        self.connection.request("GET", _as_sent(path), headers={"Accept": "*/*", "User-Agent": "nebuleuses-crawl"})
        response = self.connection.getresponse()
        content = response.read()
        kind = response.headers.get("Content-Type", "")
        is_text = any(word in kind for word in ("html", "css", "xml"))
        return Answer(
            status=response.status,
            kind=kind,
            text=content.decode("utf-8", "replace") if is_text else "",
            cookies=response.headers.get_all("Set-Cookie") or [],
        )

    def _blame(self, fault):
        self.faults.append(fault)


def _as_sent(path):
    """`path` with what may not travel as it is percent-encoded, and what is encoded left alone (str)."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address")
    parser.add_argument("--most", type=int, default=4000, help="answers after which the visit stops")
    parser.add_argument("--seconds", type=int, default=600, help="time after which the visit stops")
    options = parser.parse_args()
    started = time.monotonic()
    crawl = Crawl(options.address, options.most, options.seconds).run()
    for fault in crawl.faults:
        print(f"  ✗ {fault}")
    kinds = ", ".join(f"{count} {kind}" for kind, count in crawl.kinds.most_common())
    print(f"visite : {crawl.kinds.total()} réponses en {time.monotonic() - started:.0f} s ({kinds})")
    if crawl.left_out:
        print(f"visite : {crawl.left_out} adresses laissées de côté (bornes de la visite)")
    print(f"visite : {len(crawl.faults)} défauts")
    return 1 if crawl.faults else 0


if __name__ == "__main__":
    sys.exit(main())
