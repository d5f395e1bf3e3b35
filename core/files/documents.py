"""Documents: what they must be, and what moderators are told before they open one."""

import re
import zipfile

import pikepdf
from django.utils.translation import gettext_lazy as _

from core.files.pdf_parts import parts
from core.files.types import TYPES, FileRefused, not_accepted

#: Of a zip: how many entries, bytes that they unpack to in all, and how many times more than packed.
_ENTRIES, _UNPACKED, _RATIO = 5_000, 60_000_000, 100
_SMALL = 1_000_000
#: APPNOTE 4.4.4: bit 0 of the general purpose flag.
_ENCRYPTED = 1
#: What a package has, by type: one entry without which it is another thing, and what its « mimetype » begins with.
_HEARTS = (
    (re.compile(r"word/document\d*\.xml"), b"", "docx"),
    (re.compile(r"xl/workbook\d*\.(xml|bin)"), b"", "xlsx"),
    (re.compile(r"ppt/presentation\d*\.xml"), b"", "pptx"),
    (re.compile(r"content\.xml"), b"application/vnd.oasis.opendocument.text", "odt"),
    (re.compile(r"content\.xml"), b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (re.compile(r"content\.xml"), b"application/vnd.oasis.opendocument.presentation", "odp"),
    (re.compile(r"META-INF/container\.xml"), b"application/epub+zip", "epub"),
)
_MACROS = re.compile(
    r"(^|/)(vbaProject\.bin|Basic/.*|Scripts/.*|embeddings/.*|activeX/.*|.*\.(exe|class|js|dll))$", re.I
)
_RTF_RISK = re.compile(rb"\\(object|objdata|objupdate)|\\fldinst[^}]{0,40}(DDE|INCLUDE)", re.IGNORECASE)
#: What a document fetches when it is opened.
_FETCHES = re.compile(rb"/(attachedTemplate|oleObject|frame|subDocument)\"[^>]*TargetMode=\"External", re.IGNORECASE)
#: Of a PDF. « /OpenAction » alone is where most writers say which page to show first.
_PDF_ACTIVE = ("/AA", "/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA", "/RichMedia")
#: After its last mark, a PDF has an end of line, sometimes a few.
_PDF_TAIL = 2048


def looked_at(path, kind):
    """The FileType and the notes (list of keys of core.files.notes) of what looks like `kind` at `path`.

    Raises FileRefused.
    """
    if kind.key == "pdf":
        return kind, _look_at_pdf(path)
    if kind.is_package:
        return _look_at_package(path)
    if kind.key == "rtf":
        return kind, _look_at_rtf(path)
    return kind, _look_at_text(path)


def _look_at_pdf(path):
    with path.open("rb") as file:
        head = file.read(64).lstrip()
        file.seek(max(0, path.stat().st_size - _PDF_TAIL))
        tail = file.read()
    if not head.startswith(b"%PDF-") or b"%%EOF" not in tail:
        raise _damaged(kind="PDF")
    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                raise _damaged(kind="PDF")
            return ["active"] if any(map(acts, parts(pdf))) else []
    except pikepdf.PasswordError as error:
        said = _("Ce PDF est fermé par un mot de passe. Enregistrez-le sans mot de passe, puis recommencez.")
        raise FileRefused(said, code="password") from error
    except FileRefused:
        raise
    except Exception as error:  # qpdf's own, and what a broken tree raises when it is walked (TRAPS 3)
        raise _damaged(kind="PDF") from error


def acts(part):
    """Whether a part of a PDF may act by itself, or hides a file (bool)."""
    return any(key in part for key in _PDF_ACTIVE) or part.get("/S") in {"/JavaScript", "/Launch"}


def _look_at_package(path):
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            mimetype = _small(archive, "mimetype")
            relations = b"".join(_small(archive, name) for name in names if name.endswith(".rels"))
    except Exception as error:  # zipfile raises whatever it likes on damaged files
        raise _damaged(kind="DOCX, ODT…") from error
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise FileRefused(
            _("Ce document est fermé par un mot de passe. Enregistrez-le sans mot de passe, puis recommencez."),
            code="password",
        )
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > _ENTRIES or unpacked > _UNPACKED or unpacked > _RATIO * (packed + 10_000):
        said = _("Ce document se déplie en quelque chose de démesuré. Enregistrez-le en PDF, puis recommencez.")
        raise FileRefused(said, code="bomb")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name or "\x00" in name for name in names):
        raise not_accepted()
    keys = [key for heart, said, key in _HEARTS if mimetype.startswith(said) and any(map(heart.fullmatch, names))]
    if not keys:
        raise not_accepted()
    is_active = any(_MACROS.search(name) for name in names) or _FETCHES.search(relations)
    return TYPES[keys[0]], ["active"] if is_active else []


def _small(archive, name):
    """What a small entry of a zip holds (bytes); nothing where it is not there, or is not small."""
    is_small = name in archive.NameToInfo and archive.getinfo(name).file_size < _SMALL
    return archive.read(name) if is_small else b""


def _look_at_rtf(path):
    content = path.read_bytes()
    if not content.startswith(b"{\\rtf") or content.rstrip(b"\r\n\t \x00")[-1:] != b"}":
        raise _damaged(kind="RTF")
    # Its photos are as their telephone wrote them (core.files.metadata.clean_rtf).
    return (["author"] if b"\\pict" in content else []) + (["active"] if _RTF_RISK.search(content) else [])


def _look_at_text(path):
    content = path.read_bytes()
    if set(content) & (set(range(32)) - {9, 10, 11, 12, 13}) or content.startswith(b"#!"):
        raise not_accepted()
    return []


def _damaged(kind):
    said = _(
        "Ce document (%(kind)s) est abîmé, incomplet, ou d’un autre genre. Enregistrez-le à nouveau, puis recommencez."
    )
    return FileRefused(said, code="damaged_document", params={"kind": kind})
