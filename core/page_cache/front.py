"""The WSGI callable that stands before Django: it sends what is kept, and has the rest made, once for all who ask."""

import time
from threading import Event

from django.conf import settings
from django.db import DatabaseError
from wagtail.models import Site

from core.page_cache.answers import Answer
from core.page_cache.environ import KEEPING, OUTAGE, Keeping
from core.page_cache.known import Known
from core.page_cache.moments import next_change
from core.page_cache.store import Store
from core.page_cache.watch import Watch

#: Seconds after which a page is made again, and the site read, whatever happened: who writes past Django tells nobody.
LONGEST_KEPT = 600
#: Seconds that a reader waits for the page that another reader has had made.
PATIENCE = 20
#: Addresses of which it is remembered that nothing is kept.
MOST_OF_NO_USE = 5_000
#: Characters of an address and what it asks: beyond, nothing is kept, for what is kept is counted without its address.
LONGEST_ADDRESS = 1_000
#: Never kept, and often asked.
_PAST = ("/admin/", settings.STATIC_URL, settings.MEDIA_URL, "/documents/", "/prive/", "/apercu/", "/style/")
#: What is said where a page went away: a front server keeps it too, or shows the page again while the site is down.
_WENT_AWAY = ("301", "302", "307", "308", "404", "410")
#: What is asked of a copy that one has: Django has to make the page whole.
_CONDITIONS = (
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
)
#: Cookies of somebody in particular: a session, a message.
_PERSONAL = (f"{settings.SESSION_COOKIE_NAME}=", "messages=")


class PageCache:
    """`application` (WSGI callable) behind a Store of `capacity` bytes. A `watch` (Watch) is for tests."""

    def __init__(self, application, capacity, watch=None):
        self.application = application
        self.store = Store(capacity)
        self.watch = watch or Watch()
        self._known = Known(None, 0, 0)
        self._being_made = {}
        #: What was asked, and could not be kept: nobody waits for what is of no use to others.
        self._of_no_use = set()

    def __call__(self, environ, start_response):
        if not _may_be_kept(environ):
            return self.application(environ, start_response)
        seen = self.watch.look()
        if seen.token is None or seen.is_closed:
            return self.application(environ, start_response)
        answer = self._kept(environ, seen.token)
        if answer:
            return _send(answer, environ, start_response, seen)
        return self._made_once(environ, start_response, seen)

    def _made_once(self, environ, start_response, seen):
        """The page, made by this reader, or by another who asks for it at the same moment."""
        waited, made = self._waited(environ), Event()
        if waited in self._of_no_use:
            return self._made(environ, start_response, seen)
        other = self._being_made.setdefault(waited, made)
        if other is made:
            try:
                return self._made(environ, start_response, seen)
            finally:
                self._being_made.pop(waited, None)
                made.set()
        other.wait(PATIENCE)
        answer = self._kept(environ, seen.token)
        if answer:
            return _send(answer, environ, start_response, seen)
        return self._made(environ, start_response, seen)

    def _made(self, environ, start_response, seen):
        """What Django answers; kept, if it says so. What it cannot make for want of a database is sent as it was."""
        known, said = self._known_of(seen.token), []
        keeping, until = Keeping(known), min(known.until, known.since + LONGEST_KEPT)
        asked = {name: value for name, value in environ.items() if name not in _CONDITIONS}
        asked |= {KEEPING: keeping, "REQUEST_METHOD": "GET"}

        def started(status, headers, exc_info=None):
            said[:] = [status, headers]

        body = self.application(asked, started)
        self._note_use(self._waited(environ), keeping.is_allowed)
        if keeping.is_allowed:
            if keeping.parameters is not None:
                self.store.learn(_address(environ), keeping.parameters)
            answer = Answer(seen.token, until, said[1], _whole(body), self._find(environ))
            key = self._key(environ)
            if key:
                self.store.keep(key, answer)
            return _send(answer, environ, start_response, seen)
        former = self._find(environ)
        if OUTAGE in asked and former and former.token == seen.token:
            body.close()
            return _send(former, environ, start_response, seen)
        if said[0].startswith(_WENT_AWAY):
            said[1] = [*said[1], _holds_in_front(seen)]
        start_response(*said)
        if environ["REQUEST_METHOD"] == "HEAD":
            body.close()
            return []
        return body

    def _known_of(self, token):
        """What was read of the site (Known) since its generation is `token`, and since it last changed by itself."""
        known, now = self._known, time.time()
        if known.holds(token, now) and now < known.since + LONGEST_KEPT:
            return known
        try:
            until = next_change().timestamp()
        except DatabaseError:
            return Known(token, now, now)
        # Where the site is, which Wagtail remembers for an hour in each process.
        Site.clear_site_root_paths_cache()
        known = self._known = Known(token, now, until)
        return known

    def _note_use(self, waited, is_of_use):
        if is_of_use:
            self._of_no_use.discard(waited)
            return
        if len(self._of_no_use) >= MOST_OF_NO_USE:
            self._of_no_use.clear()
        self._of_no_use.add(waited)

    def _kept(self, environ, token):
        """What is kept of a page (Answer), if it holds for the generation `token`, or None."""
        answer = self._find(environ)
        return answer if answer and answer.answers(token, time.time()) else None

    def _find(self, environ):
        key = self._key(environ)
        return key and self.store.find(key)

    def _key(self, environ):
        return self.store.key_of(_address(environ), environ.get("QUERY_STRING", ""))

    def _waited(self, environ):
        """What several readers may ask at once: the key of the page, or its whole address where one cannot know yet."""
        return self._key(environ) or (_address(environ), environ.get("QUERY_STRING", ""))


def _whole(body):
    try:
        return b"".join(body)
    finally:
        body.close()


def _may_be_kept(environ):
    """Whether a request may be answered with what was made for somebody else (bool)."""
    cookies = environ.get("HTTP_COOKIE")
    return (
        environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        and len(environ["PATH_INFO"]) + len(environ.get("QUERY_STRING", "")) <= LONGEST_ADDRESS
        and not environ["PATH_INFO"].startswith(_PAST)
        and not (cookies and any(name in cookies for name in _PERSONAL))
    )


def _address(environ):
    """What tells apart the pages of a request (tuple of str), parameters aside."""
    proxied = settings.SECURE_PROXY_SSL_HEADER
    scheme = environ["wsgi.url_scheme"] if not proxied else environ.get(proxied[0], "")
    return scheme, environ.get("HTTP_HOST", ""), environ.get("SCRIPT_NAME", "") + environ["PATH_INFO"]


def _send(answer, environ, start_response, seen):
    status, headers, body = answer.reply(environ)
    start_response(status, [*headers, _holds_in_front(seen)])
    return body


def _holds_in_front(seen):
    """What tells a front server until when (a header): the end of the second in which it was known to hold.

    It would keep for nearly a second what was known when that second began, and then has it made again: it is told of
    the second before, which is over. It asks at each reading then, and still has something to show in an outage.
    """
    return "X-Accel-Expires", f"@{seen.second}"
