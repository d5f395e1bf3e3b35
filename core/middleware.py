"""What stands between readers and a site that cannot answer: closed for maintenance, or without its database."""

import logging

from django.conf import settings
from django.db import InterfaceError, OperationalError

from core.error_pages import error_page

logger = logging.getLogger(__name__)

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
    """Turns an unreachable database, at any depth of a request, into a 503 in French."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, DATABASE_DOWN):
            logger.error("The database failed", exc_info=exception)
            return unavailable()
        return None


def unavailable():
    """The 503 page; it asks the database nothing and tells caches and robots to come back."""
    return error_page(503, headers={"Retry-After": "60", "Cache-Control": "no-store"})
