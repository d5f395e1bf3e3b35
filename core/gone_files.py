"""Files that nobody may find any more: each has a row (FileToErase) until it is gone, whenever the process is killed.

What a disk keeps of blocks that are freed, and what backups hold, is beyond this: docs/exploitation.md says so.
"""

import logging
import os
import re
from contextlib import ExitStack
from datetime import timedelta
from fnmatch import fnmatchcase
from itertools import takewhile

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from core.models import FileToErase, HostedRecording, SiteDocument, SiteImage, SiteMedia, SiteRendition
from core.site_storage import PRIVATE
from core.social_card import FOLDER as CARDS

logger = logging.getLogger(__name__)

#: How long a file may be in the making: without a row that knows it, or from something that has just changed.
BEING_MADE = timedelta(hours=1)
#: How far the clock of a store elsewhere may be from ours: further, it refuses what we ask.
_CLOCKS = timedelta(minutes=15)
RENDITIONS = "images"
_AT_ONCE = 500
#: Whose rows may know a file whose name was free for a moment, and the field that names it.
_KNOW = (
    (SiteImage, "file"),
    (SiteRendition, "file"),
    (SiteDocument, "file"),
    (HostedRecording, "poster"),
    *((SiteMedia, name) for name in SiteMedia.sheltered_fields),
)


def will_be_erased(paths, after=timedelta(0)):
    """Writes down that `paths` (of FileToErase) go once the transaction is committed, or `after` (timedelta) that."""
    now = timezone.now()
    FileToErase.objects.bulk_create([FileToErase(path=path, written_at=now, due_at=now + after) for path in paths])
    if not after:
        transaction.on_commit(erase_due, robust=True)


def forget_pictures(image, file_name):
    """Within a transaction: renditions and cards made from `file_name` (str), which `image` (SiteImage) had, go too."""
    renditions = image.renditions.all()
    will_be_erased([file_name, *renditions.values_list("file", flat=True)])
    renditions.delete()
    # A card that is being drawn at this instant comes later.
    will_be_erased([cards_of(image)])
    will_be_erased([cards_of(image)], after=BEING_MADE)


def come_in_again(item):
    """Cleans the stored files of `item` (core.models.cleaned.Cleaned) as if they were brought now; the former ones go.

    Raises ValidationError where one would be refused now, OSError where it is gone; nothing is changed then.
    """
    replaced = [getattr(item, name) for name in item.cleaned_fields if getattr(item, name)]
    with ExitStack() as opened, transaction.atomic():
        for old in replaced:
            content = opened.enter_context(old.storage.open(old.name))
            setattr(item, old.field.name, File(content, name=os.path.basename(old.name)))
        item.save()
        if isinstance(item, SiteImage):
            forget_pictures(item, replaced[0].name)
        else:
            will_be_erased([old.name for old in replaced])


def cards_of(image):
    """The path, with `*`, of the social cards on which `image` (SiteImage) is (core.social_card)."""
    return f"{CARDS}/*/{image.pk}-*"


def erase_due(now=None):
    """Erases the files whose time has come at `now` (aware datetime, default the present); gives how many are left.

    A file that a row of the library knows is not touched: its name was free, and somebody else took it.
    """
    now, left = now or timezone.now(), 0
    for row in FileToErase.objects.due(now):
        try:
            is_done = all([_erased(path, row, now) for path in _matching(row.path)])
        except OSError as error:
            logger.warning("A file cannot be erased yet: %s", type(error).__name__)
            is_done = False
        if is_done:
            row.delete()
        left += not is_done
    return left


def sweep_renditions(now=None):
    """Erases the renditions that no row knows, and that are not being made; gives how many (int)."""
    return sweep_unknown(RENDITIONS, SiteRendition, now=now)


def sweep_unknown(folder, model, field="file", called=".*", now=None):
    """Erases the files of `folder` (str), public or private, that no `field` of a row of `model` knows; how many (int).

    Only those whose names match `called` (regular expression, from their beginning), and that are not being made at
    `now` (aware datetime, default the present).
    """
    limit, swept, named = (now or timezone.now()) - BEING_MADE, 0, re.compile(called)
    paths = [*_matching(f"{folder}/*"), *_matching(f"{PRIVATE}/*/{folder}/*")]
    paths = [path for path in paths if named.match(os.path.basename(path))]
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        known = set(model.objects.filter(**{f"{field}__in": some}).values_list(field, flat=True))
        for path in set(some) - known:
            if default_storage.get_modified_time(path) < limit:
                default_storage.erase(path)
                swept += 1
    return swept


def _erased(path, row, now):
    """Whether nothing is left to do about `path`."""
    if "*" not in row.path:
        modified = default_storage.get_modified_time(path)
        doubt = _CLOCKS if default_storage.is_elsewhere else timedelta(0)
        if modified > row.written_at - doubt and _is_known(path):
            return True
        if modified > max(row.written_at + doubt, now - BEING_MADE):
            return False
    default_storage.erase(path)
    return True


def _is_known(path):
    return any(model.objects.filter(**{field: path}).exists() for model, field in _KNOW)


def _matching(path):
    """The files (list of str) of the default storage that are at `path`, whose names may have a `*`."""
    if "*" not in path:
        return [path] if default_storage.exists(path) else []
    patterns = path.split("/")
    folder = "/".join(takewhile(lambda name: "*" not in name, patterns))
    return [name for name in default_storage.names(folder) if _fits(name.split("/"), patterns)]


def _fits(parts, patterns):
    return len(parts) == len(patterns) and all(map(fnmatchcase, parts, patterns))
