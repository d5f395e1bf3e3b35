"""What happens when the database does not answer: a page that needs none."""

import logging

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

#: What Django raises when the database cannot be asked.
DATABASE_DOWN = (OperationalError, InterfaceError)


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
    return HttpResponse(
        render_to_string("503.html"), status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"}
    )
