"""Where files wait, out of the folder that is served: arrivals, then files under random names that no address gives.

A file is here for as long as a row (Attachment) says so; whatever a killed process left goes at the next sweep.
"""

import re
import time
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction

from contributions.models import Attachment
from core.files.arrivals import sweep_arrivals
from core.models import SiteDocument, SiteImage, SiteMedia

#: Seconds during which a file without a row may still be having one made.
_BEING_MADE = 3600
#: How a file that came from here is called there, and nothing else.
_OURS = re.compile(r"[0-9a-f]{32}\b")
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
    without_row = lost(now)
    for path in without_row:
        path.unlink(missing_ok=True)
    return len(without_row) + sweep_arrivals() + _sweep_library((now or time.time()) - _BEING_MADE)


def names():
    """The files (queryset of str) that have to be here."""
    return Attachment.objects.in_quarantine().values_list("name", flat=True)


def lost(now=None):
    """The files (list of Path) here that no row knows; `now` as `sweep` takes it."""
    limit = (now or time.time()) - _BEING_MADE
    known = set(names())
    return [
        path
        for path in Path(settings.QUARANTINE_ROOT).iterdir()
        if path.is_file() and path.name not in known and path.stat().st_mtime < limit
    ]


def _sweep_library(limit):
    """Deletes the copies that an acceptance which did not end left in the library; gives how many (int)."""
    swept = 0
    for folder, model, field in _LIBRARY:
        names = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
        ours = {f"{folder}/{name}" for name in names if _OURS.match(name)}
        for path in ours - set(model.objects.filter(**{f"{field}__in": ours}).values_list(field, flat=True)):
            if default_storage.get_modified_time(path).timestamp() < limit:
                default_storage.delete(path)
                swept += 1
    return swept
