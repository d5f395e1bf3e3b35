"""What happens after a kill: the site starts again, hours pass, its daily commands and `check_media` do their work."""

import tempfile
from datetime import timedelta
from io import StringIO
from pathlib import Path

import time_machine
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from contributions.models import Attachment
from core.media_check import look
from core.models import FileToErase, SiteDocument, SiteImage, SiteMedia, SiteRendition
from site_nebuleuses.starting import start

#: What docs/exploitation.md has run at fixed hours (tests/kills/test_kills.py holds the two together).
COMMANDS = [
    "publish_scheduled",
    "sweep_tasks",
    "clearsessions",
    "extend_occurrences",
    "purge_searches",
    "purge_contributions",
    "erase_files",
    "send_digest",
]
_LATER = timedelta(hours=2)
_NAMED = [
    (SiteImage, "file"),
    (SiteRendition, "file"),
    (SiteDocument, "file"),
    (SiteMedia, "file"),
    (SiteMedia, "thumbnail"),
    (SiteMedia, "captions"),
]


def start_again():
    """What each process of the site does when it starts."""
    start()


def on_disk():
    """The files (set of Path) of the site."""
    folders = (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, settings.QUARANTINE_ROOT)
    return {path for folder in folders for path in Path(folder).rglob("*") if path.is_file()}


def named():
    """The files (set of Path) that a row of the site names, asked model by model."""
    media = {
        Path(default_storage.path(name))
        for model, field in _NAMED
        for name in model.objects.exclude(**{field: ""}).exclude(**{field: None}).values_list(field, flat=True)
    }
    waiting = Attachment.objects.filter(left_at=None).values_list("name", flat=True)
    return media | {Path(settings.QUARANTINE_ROOT, name) for name in waiting}


def hours_later(is_checked_first):
    """Runs `check_media --fix` and the daily commands, in that order or the other, two hours later.

    Gives how many orphans `check_media` found (int), and what is wrong (list of str).
    """
    faults = []
    with time_machine.travel(timezone.now() + _LATER):
        found = 0
        if is_checked_first:
            orphans, found_there = on_disk() - named(), _found()
            found = len(orphans)
            faults += [f"check_media ne trouve pas {_short(path)}" for path in orphans - found_there]
            _run(faults, "check_media", fix=True)
            faults += [f"check_media --fix laisse {_short(path)}" for path in on_disk() - named()]
        for command in COMMANDS:
            _run(faults, command)
        if not is_checked_first:
            orphans = on_disk() - named()
            found = len(orphans & _found())
            faults += [f"check_media ne trouve pas {_short(path)}" for path in orphans - _found()]
            _run(faults, "check_media", fix=True)
        # What two commands left to each other is done the next hour.
    with time_machine.travel(timezone.now() + 2 * _LATER):
        _run(faults, "erase_files")
        faults += [f"il reste {_short(path)}" for path in on_disk() - named()]
        faults += [f"il manque {_short(path)}" for path in named() - on_disk()]
        faults += [f"{count} fichiers à effacer" for count in [FileToErase.objects.count()] if count]
        faults += [] if look().is_all_well else ["check_media trouve encore quelque chose"]
    faults += [f"un fichier reste dans {path}" for path in Path(tempfile.gettempdir()).iterdir()]
    return found, faults


def _found():
    found = look()
    return {Path(default_storage.path(name)) for name in found.orphans} | {
        Path(settings.QUARANTINE_ROOT, name) for name in found.quarantine_orphans
    }


def _run(faults, command, **options):
    try:
        call_command(command, verbosity=0, stdout=StringIO(), stderr=StringIO(), **options)
    except (CommandError, SystemExit) as error:
        faults.append(f"{command}\u00a0: {error}")


def _short(path):
    return "/".join(path.parts[-3:])
