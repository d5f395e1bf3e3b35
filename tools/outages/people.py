"""Who comes to the site: a browser without script, as much of one as a form needs."""

import re
import time
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

PASSWORD = "un mot de passe assez long"  # noqa: S105 -- of the example
PATIENCE = 60
#: What readers open: one page of each sort.
PAGES = (
    "/",
    "/initiatives/",
    "/reflexions/",
    "/agenda/",
    "/ressources/",
    "/recherche/?q=travail",
    "/recherche/?q=introuvablement",
    "/contribuer/",
    "/contribuer/texte/",
    "/contribuer/suivi/",
    "/contact/",
    "/vie-privee/",
    "/flux.xml",
    "/agenda.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/admin/login/",
)


@dataclass
class Answer:
    """Status (0: none came), text, headers (dict, small letters), seconds it took, and what came, undecoded."""

    status: int
    text: str = ""
    headers: dict = field(default_factory=dict)
    seconds: float = 0.0
    content: bytes = b""


class Visitor:
    """Somebody at `address` (str, of the site); the front server says that they come from `source` (str).

    A true front server says where the connection comes from: `come_from` (str, 127.…), where that counts.
    """

    def __init__(self, address, source="192.0.2.1", come_from=""):
        self.address, self.place, self.cookies = address, urlsplit(address).netloc, {}
        self.come_from = come_from
        self.headers = {"X-Forwarded-For": source}

    def get(self, path, **headers):
        return self._ask("GET", path, headers=headers)

    def head(self, path, **headers):
        return self._ask("HEAD", path, headers=headers)

    def post(self, path, fields=(), files=(), **headers):
        """Sends `fields` (dict, or list of pairs) with `files` (list of name, file name, bytes)."""
        fields = list(fields.items() if isinstance(fields, dict) else fields)
        headers = {"Referer": f"https://{self.place}{path}"} | headers
        if files:
            boundary = uuid4().hex
            body = _multipart(boundary, fields, files)
            kind = f"multipart/form-data; boundary={boundary}"
        else:
            body, kind = urlencode(fields).encode(), "application/x-www-form-urlencoded"
        return self._ask("POST", path, body, {"Content-Type": kind} | headers)

    def fill(self, path, files=(), **fields):
        """Opens the form at `path`, fills it, sends it (Answer); what hidden fields carry goes with it."""
        opened = self.get(path)
        if opened.status != 200:
            return opened
        return self.post(path, hidden_fields(opened.text) | fields, files)

    def sign_in(self, name="camille", password=PASSWORD):
        return self.fill("/admin/login/", username=name, password=password)

    def _ask(self, method, path, body=None, headers=None):
        headers = {**self.headers, **(headers or {})}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection, began = self._connection(), time.monotonic()
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
        except (OSError, HTTPException) as error:
            return Answer(0, repr(error), seconds=time.monotonic() - began)
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _sign, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        said = {name.lower(): value for name, value in response.headers.items()}
        text = content.decode(errors="replace")
        return Answer(response.status, text, said, time.monotonic() - began, content)

    def _connection(self):
        source = (self.come_from, 0) if self.come_from else None
        return HTTPConnection(self.place, timeout=PATIENCE, source_address=source)


def hidden_fields(html):
    """What the forms of a page carry by themselves (dict of str), and the one to whom a message goes."""
    found = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>|<input[^>]*name=\"recipient\"[^>]*>", html)
    pairs = ((re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in found)
    return {name[1]: unescape(value[1]) if value else "" for name, value in pairs if name}


def _multipart(boundary, fields, files):
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in fields]
    for name, file_name, content in files:
        said = f'name="{name}"; filename="{file_name}"\r\nContent-Type: application/octet-stream'
        parts.append(f"--{boundary}\r\nContent-Disposition: form-data; {said}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join([*parts, f"--{boundary}--\r\n".encode()])
