"""Captions of a video or sound: a WebVTT file (W3C, 2019), read strictly and written again with its cues alone."""

import re
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.sheltered import Shelf

#: Four hours of somebody who speaks fast.
MOST_BYTES = 1_000_000
MOST_CUES = 20_000

_TIMES = re.compile(r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TIMING = re.compile(rf"({_TIMES.pattern})[ \t]+-->[ \t]+({_TIMES.pattern})((?:[ \t]+[a-z]+:[\w%.,-]+)*)[ \t]*")
_BLOCKS = re.compile(r"\n{2,}")

#: What people speak in the videos that they send; `srclang` of a track (BCP 47).
LANGUAGES = [
    ("fr", "Français"),
    ("en", "English"),
    ("es", "Español"),
    ("it", "Italiano"),
    ("de", "Deutsch"),
    ("pt", "Português"),
    ("ar", "العربية"),
    ("uk", "Українська"),
]


class Captioned(models.Model):
    """The captions of a medium. Whatever door they came through, `save` stores cues and nothing else."""

    captions = models.FileField(
        _("sous-titres"),
        upload_to=Shelf("sous-titres"),
        blank=True,
        help_text=_("Un fichier WebVTT (.vtt), en UTF-8. Les personnes sourdes en ont besoin, et d’autres le soir."),
    )
    captions_language = models.CharField(_("langue des sous-titres"), max_length=5, choices=LANGUAGES, default="fr")

    class Meta:
        abstract = True

    def clean(self, *args, **kwargs):
        super().clean(*args, **kwargs)
        if self.captions and not self.captions._committed:
            try:
                cleaned_captions(self.captions)
            except ValidationError as error:
                raise ValidationError({"captions": error}) from error

    def save(self, *args, **kwargs):
        if self.captions and not self.captions._committed:
            self.captions = cleaned_captions(self.captions)
        super().save(*args, **kwargs)


def cleaned_captions(file):
    """The cues of a WebVTT file, as a new one (ContentFile): comments, styles and what programs add are dropped.

    Raises ValidationError, in French, where it is not WebVTT, not UTF-8, too long or without a cue.
    """
    file.seek(0)
    content = file.read(MOST_BYTES + 1)
    file.seek(0)
    if len(content) > MOST_BYTES:
        raise ValidationError(_now("Ces sous-titres sont trop lourds\u00a0: un mégaoctet au plus."), code="too_long")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _now("Ces sous-titres ne sont pas en UTF-8. Enregistrez-les à nouveau en choisissant cet encodage.")
        raise ValidationError(said, code="not_utf8") from error
    cues = cues_of(text)
    written = "\n\n".join(f"{timing}\n{words}" for timing, words in cues)
    return ContentFile(f"WEBVTT\n\n{written}\n".encode(), name=f"{PurePath(file.name or 'sous-titres').stem}.vtt")


def cues_of(text):
    """The cues of a WebVTT file (str → list of (timing, words)), in order. Raises ValidationError."""
    head, *blocks = _BLOCKS.split(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head) or "\0" in text:
        said = _now(
            "Ce fichier n’est pas du WebVTT\u00a0: sa première ligne doit être WEBVTT. Un logiciel de sous-titrage "
            "sait convertir les autres formats (.srt…)."
        )
        raise ValidationError(said, code="not_webvtt")
    cues, last = [], 0
    for block in blocks:
        if block.split(maxsplit=1)[0] in {"NOTE", "STYLE", "REGION"}:
            continue
        lines = block.split("\n")
        # A cue may have a name before its times.
        timing = next((line for line in lines[:2] if "-->" in line), "")
        found = _TIMING.fullmatch(timing.strip())
        words = "\n".join(lines[lines.index(timing) + 1 :]).strip() if found else ""
        start, end = (_seconds(found[1]), _seconds(found[6])) if found else (0, 0)
        if not found or end <= start or start < last or "-->" in words:
            said = _now("Ces sous-titres ne se lisent pas à partir de «\u00a0%(line)s\u00a0».")
            raise ValidationError(said % {"line": lines[0][:80]}, code="unreadable_cue")
        last = start
        if words:
            cues.append((timing.strip(), words))
    if not 0 < len(cues) <= MOST_CUES:
        raise ValidationError(_now("Ce fichier ne contient pas de sous-titre, ou en contient trop."), code="no_cue")
    return cues


def _seconds(times):
    hours, minutes, seconds, thousandths = _TIMES.fullmatch(times).groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000
