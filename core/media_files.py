"""`/media/` where no front server answers it: in development, for a trial, where the files are not on the site's disk.

As nginx serves it: by ranges, and so that nothing in it can act.
"""

import re

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404
from django.urls import path
from django.views.decorators.http import require_safe

from core.content_policy import MEDIA
from core.disk import StoreAway
from core.site_storage import PRIVATE, STAGING

#: Folders of which nobody gets anything here; documents have an address that knows which are private.
_SHUT = {PRIVATE, STAGING, "documents"}
#: What opens in a browser; the rest is downloaded.
_OPENS = re.compile(
    r".*\.(jpe?g|png|webp|gif|avif|heic|mp3|ogg|oga|opus|m4a|aac|wav|flac|mp4|m4v|webm|ogv|mov|vtt)", re.IGNORECASE
)
#: Browsers keep a file for thirty days: another one has another name.
_KEEP = "public, max-age=2592000"


@require_safe
def media_file(request, name):
    """The file of the media called `name` (str), whole or the range that is asked. Raises Http404, StoreAway."""
    if name.split("/")[0] in _SHUT:
        raise Http404
    try:
        response = default_storage.given(name, request, _KEEP)
    except StoreAway:
        raise
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = MEDIA
    if not _OPENS.fullmatch(name):
        response["Content-Disposition"] = "attachment"
    return response


def media_addresses(served_here):
    """The routes (list) of `/media/`: none on a server whose disk has the files, where it is nginx's."""
    is_ours = served_here or default_storage.is_elsewhere
    return [path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", media_file)] if is_ours else []
