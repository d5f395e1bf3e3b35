"""One page as it is sent: in each encoding, whole, or « you have it already » (RFC 9110, §8.4, §13, §15.4.5)."""

import gzip
import hashlib
import time
from functools import lru_cache
from http import HTTPStatus

import brotli
from django.utils.http import http_date, parse_http_date_safe

from core.compression import TEXTS

#: Below, nothing is gained by compressing.
LEAST_COMPRESSED = 500
#: From 0 to 11: a page is compressed once and read many times, but somebody waits for it the first time.
BROTLI_QUALITY = 6
#: Bytes that an answer takes beside its bodies, more or less: headers, keys.
OVERHEAD = 4096
#: What describes a body, and is not said of none.
_OF_THE_BODY = {"content-length", "content-type", "content-encoding", "content-disposition"}
_MADE_HERE = {"content-length", "content-encoding", "etag", "last-modified", "vary"}
_COMPRESSORS = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
_NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED.value} {HTTPStatus.NOT_MODIFIED.phrase}"


class Variant:
    """One encoding of an Answer: what is given to WSGI, ready."""

    __slots__ = ("body", "etag", "headers", "short_headers")

    def __init__(self, headers, body, etag):
        self.body, self.etag = body, etag
        self.headers = [*headers, ("ETag", etag), ("Content-Length", str(len(body)))]
        self.short_headers = [(name, value) for name, value in self.headers if name.lower() not in _OF_THE_BODY]


class Answer:
    """A page that is made while the site is of generation `token`, and holds until the moment `until` (time.time()).

    `headers` (list of pairs) and `body` (bytes, in no encoding) are what Django gave.
    """

    def __init__(self, token, until, headers, body, former=None):
        self.token, self.made, self.until = token, time.time(), until
        self.digest = hashlib.blake2b(body, digest_size=12).hexdigest()
        said = {name.lower(): value for name, value in headers}
        self._is_text = said.get("content-type", "").startswith(TEXTS) and len(body) >= LEAST_COMPRESSED
        # The same bytes as before have not been modified since; others have, whatever the page is about says: what was
        # withdrawn from a feed leaves its last entry older.
        if former is None:
            modified = said.get("last-modified") or http_date()
        else:
            modified = former.modified if former.digest == self.digest else http_date()
        self.modified, self._modified_at = modified, parse_http_date_safe(modified) or int(time.time())
        vary = [("Vary", "Accept-Encoding")] if self._is_text else []
        kept = [(name, value) for name, value in headers if name.lower() not in _MADE_HERE]
        self._headers = [*kept, *vary, ("Last-Modified", self.modified)]
        self._variants = {"": Variant(self._headers, body, f'"{self.digest}"')}
        self.size = OVERHEAD + len(body)

    def answers(self, token, now):
        """Whether it holds for the generation `token` at the moment `now` (bool); not if the clock was set back."""
        return self.token == token and self.made <= now < self.until

    def reply(self, environ):
        """What WSGI is given to a request: its status (str), headers (list), body (list of bytes)."""
        variant = self._variant(environ.get("HTTP_ACCEPT_ENCODING"))
        if self._is_known(environ, variant.etag):
            return _NOT_MODIFIED, variant.short_headers, []
        return "200 OK", variant.headers, [] if environ["REQUEST_METHOD"] == "HEAD" else [variant.body]

    def _variant(self, accepted):
        encoding = encoding_for(accepted) if accepted and self._is_text else ""
        variant = self._variants.get(encoding)
        if variant is None:
            body = _COMPRESSORS[encoding](self._variants[""].body)
            headers = [*self._headers, ("Content-Encoding", encoding)]
            variant = self._variants[encoding] = Variant(headers, body, f'"{self.digest}-{encoding}"')
            self.size += len(body)
        return variant

    def _is_known(self, environ, etag):
        said = environ.get("HTTP_IF_NONE_MATCH")
        if said is not None:
            return said == etag or not {etag, "*"}.isdisjoint(one.strip().removeprefix("W/") for one in said.split(","))
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        since = parse_http_date_safe(since) if since else None
        return since is not None and self._modified_at <= since


@lru_cache(maxsize=500)
def encoding_for(accepted):
    """The best that a reader accepts (`Accept-Encoding`, RFC 9110 §12.5.3): "br", "gzip" or "", nothing."""
    weights = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        weights[name.strip()] = _weight(weight)
    best = max(_COMPRESSORS, key=lambda name: weights.get(name, weights.get("*", 0)))
    return best if weights.get(best, weights.get("*", 0)) > 0 else ""


def _weight(said):
    said = said.strip()
    try:
        return float(said.removeprefix("q=")) if said else 1
    except ValueError:
        return 0
