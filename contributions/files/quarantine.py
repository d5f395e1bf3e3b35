"""Where files wait, out of the folder that is served: arrivals, then files under random names that no address gives.

A file is here for as long as a row (Attachment) says so; whatever a killed process left goes at the next sweep.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from contributions.models import Attachment
from core.files.arrivals import silent_arrivals, sweep_arrivals
from core.gone_files import BEING_MADE, sweep_unknown
from core.models import SiteDocument, SiteImage, SiteMedia

#: How a file that came from here is called there, and nothing else.
_OURS = r"[0-9a-f]{32}\b"
#: Folders of the library, with the model whose rows have files there, and the field that names them.
_LIBRARY = (
    ("original_images", SiteImage, "file"),
    ("documents", SiteDocument, "file"),
    ("media", SiteMedia, "file"),
    ("media_thumbnails", SiteMedia, "thumbnail"),
)


def delete_file(name):
    """Deletes the file of the quarantine called `name` (str), once what is being done is done."""
    transaction.on_commit(lambda: (settings.QUARANTINE_ROOT / name).unlink(missing_ok=True), robust=True)


def sweep(now=None):
    """Deletes the files that no row knows, here and in the library; gives how many (int).

    `now` is in seconds since 1970 (default the present): what is younger than an hour is left to whoever makes it.
    """
    now = now or time.time()
    without_row = _without_row(now)
    for path in without_row:
        path.unlink(missing_ok=True)
    arrived = sweep_arrivals(now)
    at = datetime.fromtimestamp(now, UTC)
    in_library = sum(sweep_unknown(*where, called=_OURS, now=at) for where in _LIBRARY)
    return len(without_row) + arrived + in_library


def names():
    """The files (queryset of str) that have to be here."""
    return Attachment.objects.in_quarantine().values_list("name", flat=True)


def lost(now=None):
    """The files (list of Path) here that no row knows, and what a killed process was receiving; `now` as `sweep`."""
    now = now or time.time()
    return _without_row(now) + silent_arrivals(now)


def _without_row(now):
    limit = now - BEING_MADE.total_seconds()
    known = set(names())
    return [
        path
        for path in Path(settings.QUARANTINE_ROOT).iterdir()
        if path.is_file() and path.name not in known and path.stat().st_mtime < limit
    ]
