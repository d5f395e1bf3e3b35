"""Routes that fail as code of ours or of others might, with what people wrote in their hands: for a walk, never served.

DJANGO_SETTINGS_MODULE=tools.outages.faulty_settings
"""

import logging
from threading import Thread

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from core.models import Theme
from site_nebuleuses import urls
from tools.outages.canaries import CANARIES as C


@csrf_exempt
def fail(request, how):
    secret = C["crash, local variable"]
    return _FAULTS[how](request, secret)


def _local(request, secret):
    return len(secret) / 0


def _message(request, secret):
    raise ValueError(f"{C['crash, message']} {request.POST.dict()}")


def _cause(request, secret):
    try:
        raise KeyError(C["crash, cause"])
    except KeyError as error:
        raise RuntimeError(C["crash, message"]) from error


def _library(request, secret):
    words = C["crash, logged by another library"]
    logger = logging.getLogger("another.library")
    logger.error("A template filled: %s, %d, %r", words, 3, {"name": words})
    logger.error(f"Filled already: {words}")  # noqa: G004
    logger.error("Ill filled: %s %s", words)
    raise LookupError(words)


def _unique(request, secret):
    for _time in range(2):
        Theme.objects.create(title=C["database, unique value"], slug=C["database, unique value"])


def _long(request, secret):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO core_theme (title) VALUES (%s)", [C["database, value too long"] * 100])


def _thread(request, secret):
    one = Thread(target=lambda: int(C["thread"]))
    one.start()
    one.join()
    raise RuntimeError(C["thread"])


def _denied(request, secret):
    raise PermissionDenied(C["crash, message"])


def _refused(request, secret):
    raise SuspiciousOperation(C["crash, message"])


_FAULTS = {
    "local": _local,
    "message": _message,
    "cause": _cause,
    "library": _library,
    "unique": _unique,
    "long": _long,
    "thread": _thread,
    "denied": _denied,
    "refused": _refused,
}

urlpatterns = [path("panne/<str:how>/", fail), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
