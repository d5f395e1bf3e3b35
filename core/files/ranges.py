"""A file, whole or the range that is asked (RFC 9110 §14): without it a browser cannot go to the middle of a film."""

import mimetypes
import re

from django.http import FileResponse, HttpResponse

mimetypes.add_type("text/vtt", ".vtt")

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
_CHUNK = 1 << 16


def mime_of(name):
    """The media type (str) of what a file is called (str)."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def asks_a_part(header):
    """Whether a Range header (str) asks for one range that can be read (bool)."""
    found = _RANGE.fullmatch(header)
    if not found or found[1] == found[2] == "":
        return False
    return not found[1] or not found[2] or int(found[1]) <= int(found[2])


def ranged(path, asked, mime):
    """The response (200, 206 or 416) that gives the file at `path` (Path), of media type `mime` (str).

    `asked` is the Range header (str). Several ranges, or what cannot be read, give the whole. Raises FileNotFoundError.
    """
    file = path.open("rb")
    size = path.stat().st_size
    wanted = _range(asked, size)
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
    response["Content-Type"] = mime
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _range(header, size):
    """The first and last bytes (pair of int) that a Range header asks of `size`, or None for the whole."""
    if not asks_a_part(header):
        return None
    found = _RANGE.fullmatch(header)
    if not found[1]:
        return max(0, size - int(found[2])), size - 1
    return int(found[1]), min(int(found[2] or size - 1), size - 1)


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
