"""A file of the quarantine, to moderators alone, and so that nothing in it can act."""

import re

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from contributions.desk.screens import MAY_SEE
from contributions.models import Attachment

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
_CHUNK = 1 << 16


@never_cache
@require_safe
@permission_required(MAY_SEE)
def attachment_file(request, pk):
    """The file of an Attachment, whole or the range that is asked (RFC 9110 §14), as a download in a sandbox.

    Raises Http404 once it is not in quarantine any more.
    """
    attachment = get_object_or_404(Attachment.objects.in_quarantine().exclude(contribution=None), pk=pk)
    try:
        file = attachment.path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    size = attachment.path.stat().st_size
    wanted = _range(request.headers.get("Range", ""), size)
    if wanted is None:
        response = FileResponse(file)
        response["Content-Length"] = size
    elif wanted[0] >= size:
        file.close()
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        first, last = wanted
        response = FileResponse(_Part(file, first, last - first + 1), status=206)
        response["Content-Range"], response["Content-Length"] = f"bytes {first}-{last}/{size}", last - first + 1
    response["Content-Type"] = attachment.type.mime
    response["Content-Disposition"] = content_disposition_header(True, attachment.label)
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _range(header, size):
    """The first and last bytes (pair of int) that a Range header asks of `size`, or None for the whole."""
    found = _RANGE.fullmatch(header)
    if not found or found[1] == found[2] == "":
        return None
    if not found[1]:
        return max(0, size - int(found[2])), size - 1
    first = int(found[1])
    last = min(int(found[2] or size - 1), size - 1)
    return (first, last) if first <= last or first >= size else None


class _Part:
    """Bytes of an open file, from one of them on: what FileResponse reads, and closes."""

    def __init__(self, file, first, length):
        self._file, self._left = file, length
        file.seek(first)

    def read(self, size=_CHUNK):
        data = self._file.read(min(size if size and size > 0 else _CHUNK, self._left))
        self._left -= len(data)
        return data

    def close(self):
        self._file.close()
