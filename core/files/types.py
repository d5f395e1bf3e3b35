"""The files that are taken, in one table, and how they are told apart: by what they hold, never by their name."""

from dataclasses import dataclass

import filetype
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

#: Bytes from the beginning that tell a type.
HEAD = 8192


class FileRefused(ValidationError):
    """A file that is not taken; its text says in French what to do, its code is for the journal."""


class Family(models.TextChoices):
    IMAGE = "image", _("image")
    SOUND = "sound", _("son")
    VIDEO = "video", _("vidéo")
    DOCUMENT = "document", _("document")


@dataclass(frozen=True)
class FileType:
    """`extensions` are those its name may have, the first is the one it is given; `mime` is how it is served.

    A package is a zip of parts. What is not `from_strangers` is for members alone.
    """

    key: str
    label: str
    family: Family
    extensions: tuple
    mime: str
    is_package: bool = False
    from_strangers: bool = True


def _package(key, mime, **options):
    return FileType(key, key.upper(), Family.DOCUMENT, (key,), mime, is_package=True, **options)


_OPEN_DOCUMENT, _OFFICE = "application/vnd.oasis.opendocument.", "application/vnd.openxmlformats-officedocument."


TYPES = {
    kind.key: kind
    for kind in (
        FileType("jpeg", "JPEG", Family.IMAGE, ("jpg", "jpeg", "jpe", "jfif"), "image/jpeg"),
        FileType("png", "PNG", Family.IMAGE, ("png",), "image/png"),
        FileType("webp", "WebP", Family.IMAGE, ("webp",), "image/webp"),
        FileType("heic", "HEIC", Family.IMAGE, ("heic", "heif"), "image/heic"),
        FileType("avif", "AVIF", Family.IMAGE, ("avif",), "image/avif"),
        FileType("gif", "GIF", Family.IMAGE, ("gif",), "image/gif"),
        FileType("mp3", "MP3", Family.SOUND, ("mp3",), "audio/mpeg"),
        FileType("ogg", "OGG", Family.SOUND, ("ogg", "oga", "opus"), "audio/ogg"),
        FileType("m4a", "M4A", Family.SOUND, ("m4a", "m4b"), "audio/mp4"),
        FileType("wav", "WAV", Family.SOUND, ("wav",), "audio/wav"),
        FileType("flac", "FLAC", Family.SOUND, ("flac",), "audio/flac"),
        FileType("mp4", "MP4", Family.VIDEO, ("mp4", "m4v"), "video/mp4"),
        FileType("webm", "WebM", Family.VIDEO, ("webm", "weba"), "video/webm"),
        FileType("mov", "MOV", Family.VIDEO, ("mov", "qt"), "video/quicktime"),
        FileType("pdf", "PDF", Family.DOCUMENT, ("pdf",), "application/pdf"),
        _package("odt", f"{_OPEN_DOCUMENT}text"),
        _package("docx", f"{_OFFICE}wordprocessingml.document"),
        _package("ods", f"{_OPEN_DOCUMENT}spreadsheet", from_strangers=False),
        _package("odp", f"{_OPEN_DOCUMENT}presentation", from_strangers=False),
        _package("xlsx", f"{_OFFICE}spreadsheetml.sheet", from_strangers=False),
        _package("pptx", f"{_OFFICE}presentationml.presentation", from_strangers=False),
        _package("epub", "application/epub+zip", from_strangers=False),
        FileType("txt", "TXT", Family.DOCUMENT, ("txt", "text", "md"), "text/plain"),
        FileType("csv", "CSV", Family.DOCUMENT, ("csv",), "text/csv", from_strangers=False),
        FileType("rtf", "RTF", Family.DOCUMENT, ("rtf",), "application/rtf"),
    )
}

#: What the first sieve calls them, where it is not as they are served. A zip is looked into later.
_SIEVE = {kind.mime: kind.key for kind in TYPES.values()} | {
    "audio/x-wav": "wav",
    "audio/x-flac": "flac",
    "video/x-m4v": "mp4",
    "video/x-matroska": "webm",
    "application/zip": "docx",
}

#: ISO 14496-12: the brands that the sieve does not know, of ten-bit photos, of cameras; those who open them will judge.
_BRANDS = {b"qt  ": "mov", b"M4A ": "m4a", b"M4B ": "m4a", b"avis": "avif"} | dict.fromkeys(
    [b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm"], "heic"
)
_MP4_BRANDS = {b"iso", b"mp4", b"M4V", b"avc", b"hvc", b"MSN", b"das", b"f4v", b"XAV", b"NDS", b"cmf"}
#: In the order in which they are said to people, with what they are called.
_FAMILIES = (
    (Family.IMAGE, _("une image")),
    (Family.SOUND, _("un son")),
    (Family.VIDEO, _("une vidéo")),
    (Family.DOCUMENT, _("un document")),
)


def accepted_in_words():
    """What anybody may send, as one says it (str): « une image (JPEG, PNG…), un son (MP3…) »."""
    offered = [kind for kind in TYPES.values() if kind.from_strangers]
    said = [
        f"{words} ({', '.join(kind.label for kind in offered if kind.family == family)})" for family, words in _FAMILIES
    ]
    return ", ".join(said)


def accept_attribute(families=tuple(Family)):
    """The value (str) of `accept` in a field for files of these families: a browser then offers no others."""
    chosen = [kind for kind in TYPES.values() if kind.family in families and kind.from_strangers]
    return ",".join(dict.fromkeys([kind.mime for kind in chosen] + [f".{kind.extensions[0]}" for kind in chosen]))


def not_accepted():
    """The refusal (FileRefused) of a file of another type than those of the table."""
    return FileRefused(
        _("Ce genre de fichier n’est pas accepté. Envoyez %(types)s."),
        code="type",
        params={"types": accepted_in_words()},
    )


def type_of(head):
    """The FileType of which `head` (bytes, the first HEAD of a file) has the look; those who open it will judge.

    Raises FileRefused where it has that of nothing accepted.
    """
    if not head:
        raise FileRefused(_("Ce fichier est vide. Envoyez-le à nouveau."), code="empty")
    key = _SIEVE.get(filetype.guess_mime(head)) or _by_brand(head)
    # Two letters are enough for the sieve to see a program: « MZ », « BM ».
    if key is None and _is_text(head):
        key = "txt"
    if key is None:
        raise not_accepted()
    return TYPES[key]


def refuse_false_name(kind, extension):
    """Raises FileRefused where a file named with `extension` (str, without its dot) is not of a family it may be of.

    Telephones say .jpg of a WebP: within a family, what a file holds is right, and its name is corrected.
    """
    # A sound and a video are often in the same container.
    recorded = {Family.SOUND, Family.VIDEO}
    families = recorded if kind.family in recorded else {kind.family}
    allowed = {one for other in TYPES.values() if other.family in families for one in other.extensions}
    if extension and not any(extension.lower() in one.extensions for one in TYPES.values()):
        raise not_accepted()
    if extension and extension.lower() not in allowed:
        said = _("Son nom finit par «\u00a0.%(extension)s\u00a0», et c’est un %(type)s. Renommez-le, puis recommencez.")
        raise FileRefused(said, code="extension", params={"extension": extension[:10], "type": kind.label})


def _by_brand(head):
    """The key of what ISO 14496-12 files of other brands than the sieve knows are, or None."""
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    return _BRANDS.get(brand) or ("mp4" if brand[:3] in _MP4_BRANDS else None)


def _is_text(head):
    """Whether `head` (bytes) could be plain text: no control character but those that set lines apart."""
    return not (set(head) & (set(range(32)) - {9, 10, 12, 13}))
