"""Files that members bring: looked into, then stored without what they say of whoever made them, by any door."""

import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.utils.translation import gettext as _

from core.files import documents, recordings
from core.files.arrivals import scratch
from core.files.metadata import CLEANERS
from core.files.names import visible_stem
from core.files.polyglots import refuse_polyglots
from core.files.telling import told_by
from core.files.told import in_order
from core.files.types import HEAD, TYPES, Family, FileRefused, refuse_false_name, type_of

logger = logging.getLogger(__name__)

RECORDED = frozenset({Family.SOUND, Family.VIDEO})
#: What is found in a text that is a table.
_TEXTS = {"csv"}


@dataclass(frozen=True)
class Cleaned:
    """A file to be stored: `file` (File, named as what it is), what was `removed` (list of values of Told)."""

    file: File
    removed: list


def look_into(file, families):
    """Raises FileRefused, in French, where a Django File is not of `families` (set of Family), or could not be stored.

    That a recording lacks its end, or is coded as nothing that is played, is known once it has been written again.
    """
    with _on_disk(file) as path, scratch() as target:
        kind, recording = _looked_into(path, file.name, families)
        if recording:
            _clean(path, target, kind, recording)


def told(file):
    """What a Django File that is not an image says (list of values of Told); empty where it cannot be read."""
    with _on_disk(file) as path:
        try:
            kind, recording = _looked_into(path, file.name, set(Family))
        except FileRefused:
            return []
        return in_order(_told(path, kind, recording))


@contextmanager
def cleaned(file, families):
    """A Cleaned of a Django File, whose content is there until one leaves.

    Raises FileRefused as `look_into` does. What cannot be cleaned is kept, and logged: it was looked into.
    """
    with _on_disk(file) as path, scratch() as target:
        kind, recording = _looked_into(path, file.name, families)
        removed = in_order(_told(path, kind, recording))
        source = target if _clean(path, target, kind, recording) else path
        with source.open("rb") as content:
            yield Cleaned(File(content, name=f"{visible_stem(file.name)}.{kind.extensions[0]}"), removed)


def _looked_into(path, name, families):
    """The FileType of what is at `path` (Path), and its Recording where ffmpeg has looked at one, else None."""
    extension = os.path.splitext(name or "")[1][1:].lower()
    with path.open("rb") as file:
        kind = type_of(file.read(HEAD))
    if kind.family not in families:
        raise FileRefused(
            _("Ce fichier est d’une autre sorte\u00a0: %(type)s. Ajoutez-le là où vont les fichiers de cette sorte."),
            code="family",
            params={"type": kind.label},
        )
    if kind.key == "txt" and extension in _TEXTS:
        kind = TYPES[extension]
    refuse_polyglots(path, kind)
    refuse_false_name(kind, extension)
    if kind.family == Family.DOCUMENT:
        return documents.looked_at(path, kind)[0], None
    if not recordings.can_look():
        return kind, None
    recording = recordings.looked_at(path)
    return recordings.type_of_recording(kind, recording), recording


def _told(path, kind, recording):
    try:
        return told_by(path, kind, recording)
    except Exception as error:  # qpdf, zipfile: whatever they like (TRAPS 3)
        logger.warning("What a file (%s) says was not read: %s", kind.key, type(error).__name__)
        return set()


def _clean(path, target, kind, recording):
    """Writes in `target` (Path) a copy that says nothing; whether it did (bool)."""
    if recording:
        recordings.copy_without_metadata(path, target, kind, recording)
        return True
    cleaner = CLEANERS.get(kind.key)
    if cleaner is None:
        return False
    try:
        cleaner(path, target)
    except Exception as error:  # as above
        logger.warning("A document (%s) was not cleaned: %s", kind.key, type(error).__name__)
        return False
    return True


@contextmanager
def _on_disk(file):
    """A Path where the content of a Django File is: its own where it has one, else a copy among the arrivals."""
    own = getattr(file, "temporary_file_path", None)
    if own is not None:
        yield Path(own())
        return
    with scratch() as copy:
        file.seek(0)
        with copy.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        file.seek(0)
        yield copy
