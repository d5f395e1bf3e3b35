"""`/media/` on a developer’s machine, as nginx serves it: by ranges, and so that nothing in it can act."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.urls import path
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

from core.files.ranges import ranged

mimetypes.add_type("text/vtt", ".vtt")


@require_safe
def media_file(request, name):
    """The file of MEDIA_ROOT called `name`, whole or the range that is asked. Raises Http404."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, name))
        mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        response = ranged(file, request.headers.get("Range", ""), mime)
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def media_addresses(debug):
    """The routes (list) of `/media/`: none on a server, where it is nginx's."""
    return [path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", media_file)] if debug else []
