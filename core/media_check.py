"""Files that no row knows, and rows whose file is not there: what a killed process, or a hand, may have left.

Files are looked at first and rows after, for a file is written before its row. What is younger than an hour may be
having its row made.
"""

import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from wagtail.images.models import AbstractRendition
from wagtail.models import Page, Revision

from core.backup import folders
from core.gone_files import BEING_MADE
from core.social_card import FOLDER as SOCIAL_CARDS
from core.stored_files import QUARANTINES


@dataclass
class Found:
    """What was found; names (str) are as rows give them, or from the folder of the quarantine."""

    #: Files that no row knows, older than an hour; and how many younger ones are left to whoever makes them.
    orphans: list = field(default_factory=list)
    young: int = 0
    #: Files that no row knows, and that an older version of a page names.
    in_versions: list = field(default_factory=list)
    #: Pairs (what it is and its key: str, name of its file) of rows whose file is not there.
    missing: list = field(default_factory=list)
    #: Renditions (model, key, name of the file) that have lost it: they are made again once their row is gone.
    lost_renditions: list = field(default_factory=list)
    #: Files of quarantines that no row knows, and rows whose file is not there.
    quarantine_orphans: list = field(default_factory=list)
    quarantine_missing: list = field(default_factory=list)
    #: What is wrong with the way files are kept (sentences in French).
    faults: list = field(default_factory=list)
    #: Folders (str) where a restoration was stopped.
    unfinished: list = field(default_factory=list)

    @property
    def is_all_well(self):
        return not any(value for name, value in vars(self).items() if name != "young")


def look(now=None):
    """What is Found at `now` (seconds since 1970, default the present)."""
    found = Found()
    limit = (now or time.time()) - BEING_MADE.total_seconds()
    on_disk = dict.fromkeys(default_storage.names())
    known = set(_live_cards(on_disk))
    for model, column in _file_fields():
        for key, name in model._base_manager.values_list("pk", column).iterator():
            if not name:
                continue
            known.add(name)
            if name not in on_disk and not default_storage.exists(name):
                _note_missing(found, model, key, name)
    _note_orphans(found, [name for name in on_disk if name not in known], limit)
    for quarantine in QUARANTINES:
        found.quarantine_orphans += [os.path.relpath(path, settings.QUARANTINE_ROOT) for path in quarantine.lost(now)]
        waiting = list(quarantine.names())
        found.quarantine_missing += [name for name in waiting if not Path(settings.QUARANTINE_ROOT, name).exists()]
    found.faults = default_storage.faults()
    found.unfinished = folders.what_is_aside()
    return found


def put_right(found, now=None):
    """Deletes the orphans of `found` (Found), and the rows of renditions that have no file; gives how many (int).

    Nobody restores meanwhile (core.backup.restoring.at_rest).
    """
    for name in found.orphans:
        default_storage.erase(name)
    for model, key, _name in found.lost_renditions:
        model._base_manager.filter(pk=key).delete()
    folders.forget_what_is_aside()
    swept = sum(quarantine.sweep(now) for quarantine in QUARANTINES)
    return len(found.orphans) + len(found.lost_renditions) + len(found.unfinished) + swept


def _file_fields():
    """Pairs (model, name of the field) of all that names a file of the media."""
    for model in apps.get_models(include_auto_created=True):
        for one in model._meta.local_concrete_fields:
            if isinstance(one, models.FileField) and model._meta.managed and not model._meta.proxy:
                yield model, one.attname


def _live_cards(names):
    """Social cards of pages that exist: no row names them."""
    cards = [name for name in names if name.startswith(f"{SOCIAL_CARDS}/") and not name.endswith(".part")]
    pages = {str(key) for key in Page.objects.values_list("pk", flat=True)} if cards else set()
    return [name for name in cards if name.split("/")[1] in pages]


def _note_missing(found, model, key, name):
    if issubclass(model, AbstractRendition):
        found.lost_renditions.append((model, key, name))
    else:
        found.missing.append((f"{model._meta.verbose_name} n°\u00a0{key}", name))


def _note_orphans(found, names, limit):
    old = []
    for name in names:
        try:
            is_young = default_storage.get_modified_time(name).timestamp() >= limit
        except FileNotFoundError:
            continue
        if is_young:
            found.young += 1
        else:
            old.append(name)
    found.in_versions = sorted(_named_in_versions(old))
    found.orphans = [name for name in old if name not in set(found.in_versions)]


def _named_in_versions(names):
    """Those of `names` (list of str) that the text of some revision names; none is read if there are no names."""
    left = {name: (name, json.dumps(name)[1:-1]) for name in names}
    named = set()
    if left:
        content = Revision.objects.annotate(text=models.functions.Cast("content", models.TextField()))
        for text in content.values_list("text", flat=True).iterator(chunk_size=200):
            named |= {name for name, spellings in left.items() if any(spelling in text for spelling in spellings)}
            left = {name: spellings for name, spellings in left.items() if name not in named}
    return named
