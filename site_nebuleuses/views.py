"""What belongs to the whole site: its health, and the pages of its errors."""

import sys

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import Error
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.background.sweeping import waits_too_long
from core.disk import has_room
from core.error_pages import error_page
from core.files.recordings import can_look
from core.middleware import is_outage, unavailable
from core.models import SiteSettings
from core.page_cache.parameters import reads_no_parameter
from site_nebuleuses.accessibility.grid import grid
from site_nebuleuses.kept import whom


@never_cache
@require_safe
def health(request):
    """`/sante.json`: 200 when the database answers, 503 when it does not; and what else is away or nearly full."""
    said = {"base": "ok", "cache": "ok", "disque": "ok", "ffmpeg": "ok" if can_look() else "absent", "taches": "ok"}
    try:
        if waits_too_long():
            said["taches"] = "en attente"
    except Error:
        said["base"] = "injoignable"
    cache.get("sante")
    if getattr(cache, "is_down", False):
        said["cache"] = "injoignable"
    if default_storage.is_elsewhere:
        said["fichiers"] = "ok" if default_storage.answers() else "injoignable"
    if not has_room():
        said["disque"] = "presque plein"
    return JsonResponse(said, status=200 if said["base"] == "ok" else 503)


@require_safe
@reads_no_parameter
def privacy(request):
    """`/vie-privee/`: what the code keeps of people, from the table that says it (site_nebuleuses.kept)."""
    return render(request, "privacy.html", {"people": whom()})


@require_safe
@reads_no_parameter
def legal_notice(request):
    """`/mentions-legales/`: who publishes and who hosts, as the administration typed them (SiteSettings)."""
    return render(request, "legal_notice.html", {"facts": SiteSettings.of(request)})


@require_safe
@reads_no_parameter
def accessibility(request):
    """`/accessibilite/`: the statement of accessibility, from the grid (site_nebuleuses.accessibility)."""
    return render(request, "accessibility.html", {"grid": grid(), "facts": SiteSettings.of(request)})


def shut(request, **arguments):
    """An address of the stock stack that nothing here uses."""
    raise Http404


def bad_request(request, exception):
    """400. Reads nothing of the request: Django's own view reads the POST again and can fail (TRAPS 14)."""
    return error_page(400)


def permission_denied(request, exception):
    return error_page(403)


def csrf_failure(request, reason=""):
    """403 for a form without its token; what is wrong with it is for the journal, not for the reader."""
    return error_page(403, "403_csrf.html")


def page_not_found(request, exception):
    """404, under the sky of the page that was, or would have been, at this address."""
    last_part = request.path.rstrip("/").rpartition("/")[2]
    return error_page(404, seed=slugify(last_part[:255]), request=request)


def server_error(request):
    """500, or 503 where the database failed under a middleware or an error page, out of DatabaseDownMiddleware's reach.

    Asks the database nothing, and of the request only what was being written (core.giving_back).
    """
    return unavailable(request) if is_outage(sys.exception()) else error_page(500)
