"""What stands between readers and a site that cannot answer: closed for maintenance, without database or disk."""

import logging
import time

from django.conf import settings
from django.db import InterfaceError, OperationalError

from core.disk import is_about_writing
from core.error_pages import error_page
from core.giving_back import typed
from core.page_cache.environ import OUTAGE

logger = logging.getLogger(__name__)

#: Seconds between two accounts of one sort of failure, in a process.
SAID_EVERY = 60
_said_at = {}

#: What Django raises when the database cannot be asked.
DATABASE_DOWN = (OperationalError, InterfaceError)
#: What answers during maintenance: the probe, and the files that the page itself needs.
OPEN_DURING_MAINTENANCE = ("/sante.json", settings.STATIC_URL)
#: Characters of the maintenance file that are shown.
LONGEST_NOTICE = 1000


class MaintenanceMiddleware:
    """While settings.MAINTENANCE_FILE exists, every address answers 503, with what is written in the file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(OPEN_DURING_MAINTENANCE):
            return self.get_response(request)
        notice = maintenance_notice()
        if notice is None:
            return self.get_response(request)
        headers = {"Retry-After": "600", "Cache-Control": "no-store"}
        return error_page(503, "maintenance.html", "maintenance", headers=headers, notice=notice)


def maintenance_notice():
    """What the maintenance file says (str, may be empty), or None where there is no such file."""
    try:
        with open(settings.MAINTENANCE_FILE, encoding="utf-8", errors="replace") as file:
            return file.read(LONGEST_NOTICE).strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:  # it is there, and the site may not read it
        return ""


class DatabaseDownMiddleware:
    """Turns a database that is away, or a disk that is full, at any depth of a request, into a 503 in French."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not is_outage(exception):
            return None
        _say_seldom(exception)
        return unavailable(request)


def _say_seldom(exception):
    """Writes what failed once in a minute: a disk that is full has no room for each request's own words."""
    kind, now = type(exception), time.monotonic()
    if now - _said_at.get(kind, float("-inf")) >= SAID_EVERY:
        _said_at[kind] = now
        logger.error("The database or the disk failed", exc_info=exception)


def is_outage(exception):
    """Whether it is the database, or the disk, that is away (bool)."""
    return isinstance(exception, DATABASE_DOWN) or is_about_writing(exception)


def unavailable(request=None):
    """The 503 page; it asks the database nothing and tells caches and robots to come back.

    Whoever was sending something (`request`) reads that it is not written, and gets it back (core.giving_back).
    """
    headers = {"Retry-After": "60", "Cache-Control": "no-store"}
    if request is not None:
        request.META[OUTAGE] = True
    if request is None or request.method != "POST":
        return error_page(503, headers=headers)
    given = typed(request)
    if given is None:
        return error_page(503, "503_not_written.html", headers=headers)
    return error_page(503, "503_given_back.html", headers=headers, given=given)
