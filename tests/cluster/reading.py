"""Readers, each on a connection that stays open, and a member who stays signed in: what they got is counted."""

import random
import threading
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit
from uuid import uuid4

PAGES = (
    "/",
    "/initiatives/",
    "/reflexions/",
    "/reflexions/un-texte-1/",
    "/initiatives/un-lieu-2/",
    "/agenda/",
    "/agenda/une-rencontre-3/",
    "/ressources/",
)
#: Read by their whole address, or everybody's own.
MADE_EACH_TIME = ("/flux.xml", "/contact/")
#: Of so many requests, one is for an address that nobody has asked yet; one is a search.
_NEW, _SEARCH = 4, 40
#: Seconds between two pages of somebody: the machine has other things to do.
_PAUSE = 0.005
_PATIENCE = 30


class Going(threading.Thread):
    """Somebody who does the same thing again and again, until they are stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self._over = threading.Event()

    def run(self):
        while not self._over.wait(_PAUSE):
            self.do()

    def stop(self):
        self._over.set()
        self.join()


class Reader(Going):
    """Who reads at `address` (str): `asked` pages (int), `errors` (list of what came in their place), the `slowest`
    (seconds). A 5xx, a broken connection and half a page are errors.
    """

    def __init__(self, address):
        super().__init__()
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE)
        self.asked, self.errors, self.slowest = 0, [], 0

    def do(self):
        path, began = self._choose(), time.monotonic()
        self.asked += 1
        try:
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, HTTPException) as error:
            self.connection.close()
            self.errors.append((path, repr(error)))
        else:
            if answer.status != 200:
                self.errors.append((path, answer.status))
        self.slowest = max(self.slowest, time.monotonic() - began)

    def _choose(self):
        path = random.choice((*PAGES, *MADE_EACH_TIME))
        if self.asked % _SEARCH == 0:
            return f"/recherche/?q=texte+{uuid4().hex[:6]}"
        return path if self.asked % _NEW else f"{random.choice(PAGES)}?vu={uuid4().hex}"


class SignedIn(Going):
    """A member (`visitor`, who came in) who keeps opening the administration: what was not its home is in `errors`."""

    def __init__(self, visitor):
        super().__init__()
        self.visitor, self.asked, self.errors = visitor, 0, []

    def do(self):
        answer = self.visitor.get("/admin/")
        self.asked += 1
        if answer.status != 200:
            self.errors.append((answer.status, answer.headers.get("location"), answer.text[:200]))
