"""What belongs to the whole site: its health, and the pages of its errors."""

import sys

from django.db import Error, connection
from django.http import HttpResponseBadRequest, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.middleware import DATABASE_DOWN, unavailable


@never_cache
@require_safe
def health(request):
    """`/sante.json`: 200 when the database answers, 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return JsonResponse({"base": "injoignable"}, status=503)
    return JsonResponse({"base": "ok"})


def bad_request(request, exception):
    """400. Reads nothing of the request: Django's own view reads the POST again and can fail (TRAPS 14)."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def page_not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """500, or 503 where the database failed under a middleware or an error page, out of DatabaseDownMiddleware's reach.

    Asks neither the database nor the request, for either may be what failed.
    """
    if isinstance(sys.exception(), DATABASE_DOWN):
        return unavailable()
    return HttpResponseServerError(render_to_string("500.html"))
