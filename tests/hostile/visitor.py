"""Somebody who asks things of the site with exactly the bytes they want, in this process or through a socket."""

import re
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from urllib.parse import quote_from_bytes, urlsplit

from django.core.cache import cache

_TOKEN = re.compile(r'name="csrfmiddlewaretoken"[^>]*? value="([^"]+)"')
_BOUNDARY = "nebuleusesBoundary"
#: The status of an answer that has not come: the site has closed the connection.
CUT = 0
_sources = count(1)


@dataclass(frozen=True)
class Answer:
    """What the site answered: `headers` are pairs of str, as they came."""

    status: int
    headers: list
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def kind(self):
        """The media type (str)."""
        return self.header("content-type").partition(";")[0].strip().lower()

    def header(self, name):
        """The value (str) of a header, "" where it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(frozen=True)
class Sent:
    """A file as it is sent: the name (bytes) that it is given, its content (bytes)."""

    name: bytes
    content: bytes


class Visitor:
    """A browser: it keeps cookies and the token of forms, and follows nothing.

    `ask` (method, path, body or None, headers → Answer) carries what is asked.
    """

    def __init__(self, ask):
        self._ask, self.token, self._cookies = ask, "", {}

    def get(self, path, query=()):
        """The Answer to a GET; `query` is pairs of names (str) and values (str or bytes)."""
        return self._sent("GET", path + ("?" + encoded(query) if query else ""), None, {})

    def post(self, path, fields, files=(), *, multipart=True, ajax=False):
        """The Answer to a form: `fields` (pairs) and `files` (pairs of names and Sent)."""
        fields = [("csrfmiddlewaretoken", self.token), *fields] if self.token else list(fields)
        if multipart or files:
            body, kind = _multipart(fields, files), f"multipart/form-data; boundary={_BOUNDARY}"
        else:
            body, kind = encoded(fields).encode(), "application/x-www-form-urlencoded"
        headers = {"Content-Type": kind}
        if ajax:
            headers["X-Requested-With"] = "XMLHttpRequest"
        return self._sent("POST", path, body, headers)

    def sign_in(self, name, password):
        """Comes in as a member. Raises AssertionError where the site does not let them."""
        self.get("/admin/login/")
        answer = self.post("/admin/login/", [("username", name), ("password", password)], multipart=False)
        if answer.status != 302:
            raise AssertionError(f"{name} could not sign in: {answer.status}")
        self.get("/admin/account/")
        return self

    def _sent(self, method, path, body, headers):
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        answer = self._ask(method, path, body, headers | ({"Cookie": cookies} if cookies else {}))
        for key, value in answer.headers:
            if key.lower() == "set-cookie":
                name, _is, content = value.partition(";")[0].partition("=")
                self._cookies[name] = content
        if (found := _TOKEN.search(answer.text)) is not None:
            self.token = found[1]
        return answer


def in_process(client, *, is_remembered=False):
    """A Visitor through Django's test Client. Unless it `is_remembered`, how often it comes is forgotten each time."""

    def ask(method, path, body, headers):
        if not is_remembered:
            cache.clear()
        extra = {"HTTP_" + key.upper().replace("-", "_"): value for key, value in headers.items() if key != "Cookie"}
        kind = extra.pop("HTTP_CONTENT_TYPE", "")
        response = client.generic(method, path, body or b"", content_type=kind, **extra)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        return Answer(response.status_code, list(response.items()), content)

    client.raise_request_exception = False
    return Visitor(ask)


def served(address, source=None):
    """A Visitor of the site served at `address` (str), each time from another source, unless one is given (str)."""
    site = urlsplit(address)

    def ask(method, path, body, headers):
        number = next(_sources)
        origin = {
            "X-Forwarded-For": source or f"2001:db8:{number // 60_000:x}:{number % 60_000:x}::1",
            "Referer": f"https://{site.netloc}{quote_from_bytes(path.partition('?')[0].encode())}",
        }
        connection = HTTPConnection(site.hostname, site.port, timeout=120)
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # it has answered before it has read all
                connection.request(method, path, body, origin | headers)
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        except ConnectionError:
            return Answer(CUT, [], b"")
        finally:
            connection.close()

    return Visitor(ask)


def encoded(pairs):
    """Pairs of names and values as an address or a form carries them (str); bytes go as they are."""
    return "&".join(f"{quote_from_bytes(as_bytes(name))}={quote_from_bytes(as_bytes(value))}" for name, value in pairs)


def as_bytes(value):
    """`value` (str or bytes) as it travels; halves of characters too, which no honest program writes."""
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def _multipart(fields, files):
    parts = []
    for name, value in fields:
        head = b'Content-Disposition: form-data; name="%s"\r\n\r\n' % as_bytes(name)
        parts.append(head + as_bytes(value))
    for name, file in files:
        head = b'Content-Disposition: form-data; name="%s"; filename="%s"\r\n' % (as_bytes(name), file.name)
        parts.append(head + b"Content-Type: application/octet-stream\r\n\r\n" + file.content)
    line = b"--" + _BOUNDARY.encode()
    return b"".join(line + b"\r\n" + part + b"\r\n" for part in parts) + line + b"--\r\n"
