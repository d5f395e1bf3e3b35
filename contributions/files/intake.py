"""From what arrived to a row and a file of the quarantine: looked into, cleaned, or refused with a sentence."""

import logging
import os
import re
from pathlib import Path
from threading import Semaphore

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import DatabaseError

from contributions.files.uploading import no_room, too_heavy
from contributions.models import Attachment
from contributions.models.attachment import random_name
from core import photos
from core.disk import is_about_writing
from core.files import documents, recordings
from core.files.arrivals import scratch
from core.files.polyglots import refuse_polyglots
from core.files.types import HEAD, TYPES, Family, not_accepted, refuse_false_name, type_of
from core.french import readable

logger = logging.getLogger(__name__)

_LONGEST_LABEL = 100
#: An image of thirty million points takes hundreds of megabytes while it is decoded: in one process, one at a time.
_ONE_AT_A_TIME = Semaphore()
#: What a system, a shell or a reader could take for something else in a name.
_STRANGE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LIGHT = {Family.IMAGE, Family.DOCUMENT}


def take_in(arrived):
    """The Attachment (saved, of no contribution yet) of a file that arrived (contributions.files.uploading).

    Raises ValidationError, in French, where it is not taken; nothing is left of it then.
    """
    path, said = Path(arrived.temporary_file_path()), harmless_name(arrived.said_name)
    try:
        try:
            return _taken_in(path, said, arrived)
        except OSError as error:
            if not is_about_writing(error):
                raise
            raise ValidationError(no_room(), code="no_room") from error
    except ValidationError as error:
        # Neither its name nor what is in it.
        logger.warning("A file was refused: %s", error.code)
        raise


def _taken_in(path, said, arrived):
    with path.open("rb") as file:
        kind = type_of(file.read(HEAD))
    if kind.family in _LIGHT and arrived.size > settings.FILE_LIMITS.light:
        raise ValidationError(too_heavy(settings.FILE_LIMITS.light), code="too_heavy")
    refuse_polyglots(path, kind)
    refuse_false_name(kind, os.path.splitext(said)[1][1:])
    with scratch() as target:
        with _ONE_AT_A_TIME:
            kind, notes = _CLEANERS[kind.family](path, target, kind)
        if not kind.from_strangers:
            raise not_accepted()
        if target.stat().st_size:
            # What was written again holds nothing else either, in a profile of colours or a remark.
            refuse_polyglots(target, kind)
        else:
            target = path
        name = random_name()
        size = target.stat().st_size
        os.chmod(target, 0o600)
        os.replace(target, settings.QUARANTINE_ROOT / name)
    label = f"{os.path.splitext(said)[0] or kind.key}.{kind.extensions[0]}"
    try:
        return Attachment.objects.create(
            name=name, label=label, kind=kind.key, size=size, digest=arrived.digest, notes=notes
        )
    except DatabaseError:  # nobody knows it: it would wait for the sweep
        (settings.QUARANTINE_ROOT / name).unlink(missing_ok=True)
        raise


def harmless_name(name):
    """What a sender's device calls a file (str), as a moderator may read it: one line, short, without direction marks.

    >>> harmless_name("../../etc/pass\\u202efdp.exe")
    'passfdp.exe'
    """
    last = re.split(r"[/\\]", readable(name))[-1]
    stem, extension = os.path.splitext(_STRANGE.sub("", last).strip(". "))
    return f"{stem[: _LONGEST_LABEL - len(extension[:10])]}{extension[:10]}"


def _clean_image(path, target, kind):
    with path.open("rb") as file:
        clean = photos.cleaned(File(file, name=f"image.{kind.extensions[0]}"))
    target.write_bytes(clean.read())
    # What browsers do not show became a JPEG.
    written = "jpeg" if clean.name.endswith(".jpg") else kind.key
    return TYPES[written], []


def _clean_recording(path, target, kind):
    if not recordings.can_look():
        return kind, ["unchecked"]
    recording = recordings.looked_at(path)
    kind = recordings.type_of_recording(kind, recording)
    recordings.copy_without_metadata(path, target, kind, recording)
    return kind, []


def _look_at_document(path, target, kind):
    """Documents are cleaned when they are accepted: what a moderator reads is what was sent."""
    return documents.looked_at(path, kind)


_CLEANERS = {
    Family.IMAGE: _clean_image,
    Family.SOUND: _clean_recording,
    Family.VIDEO: _clean_recording,
    Family.DOCUMENT: _look_at_document,
}
