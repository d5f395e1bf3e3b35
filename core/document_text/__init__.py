"""The text of a document that somebody sends (PDF, office file, plain text), pure of Django models.

The file is of unknown origin (TRAPS 2, 4, 6): it is read a piece at a time, within limits of size and time, and what
was read before something went wrong is kept.
"""

import logging
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from contextlib import closing

from .lines import reflowed
from .office import OpenDocument, OpenXml, office_reader
from .pdf import pdf_pages
from .proportion import Clock

__all__ = ["CHARACTERS", "document_text"]

#: What is kept of a text: a book of 150 pages. Search has a limit of its own (TRAPS 6).
CHARACTERS = 300_000

logger = logging.getLogger(__name__)


def document_text(file, extension):
    """The plain text (str) of `file`, paragraphs separated by newlines, at most `CHARACTERS` long.

    `file` is a binary file, Django's or not, that is open and can seek; its position is restored. `extension` (str,
    with or without its dot) tells what it should be. A kind that is not read, or a file that cannot be decoded
    (another kind, damaged, encrypted, out of proportion), gives ""; one that goes wrong halfway gives what came before.
    Nothing is raised for what is in the file. How long it may take: `proportion.SECONDS` and its neighbours.

    >>> from io import BytesIO
    >>> document_text(BytesIO("Une maison à nous".encode()), "txt")
    'Une maison à nous'
    """
    kind = extension.lower().lstrip(".")
    if kind not in _READERS:
        return ""
    position = file.tell()
    try:
        file.seek(0)
        text = _cleaned("\n".join(_pieces(_READERS[kind](file, Clock()), kind)))
    finally:
        file.seek(position)
    return (reflowed(text) if kind == "pdf" else text)[:CHARACTERS].rstrip()


def _pieces(reading, kind):
    """What `reading` (generator of str) gives (list of str) until it is enough, or until it fails."""
    pieces, length = [], 0
    try:
        with closing(reading):
            for piece in reading:
                pieces.append(piece)
                length += len(piece)
                if length > CHARACTERS:
                    break
    except Exception as error:  # pypdf, zipfile and expat raise whatever they like on damaged files (TRAPS 3)
        logger.info("A document (%s) was not read to its end: %s", kind, type(error).__name__)
    return pieces


#: How PDF, zips, RTF and old Office files begin.
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")


def _plain_text(file, clock):
    """The text of a file that has nothing else, nothing of what cannot be one. Old ones have Windows' encoding."""
    content = file.read(4 * CHARACTERS)
    if content.startswith(_OTHER_KINDS):
        return
    encodings = ["utf-16"] if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            yield getincrementaldecoder(encoding)().decode(content)  # the last letter may be cut
            return
        except UnicodeDecodeError:
            continue


#: Control characters, halves of characters, private and invisible ones, changes of direction. Ligatures stay.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_LINE_END = re.compile("[ \t]*[\r\n\v\f\x85\u2028\u2029][\\s]*")
_SPACES = re.compile("[ \t]+")


def _cleaned(text):
    """`text` without what cannot be stored or shown, nor empty lines, nor several spaces in a row."""
    return _LINE_END.sub("\n", _SPACES.sub(" ", _UNPRINTABLE.sub("", text))).strip()


_open_document = office_reader(OpenDocument, r"content\.xml")
_READERS = {
    "pdf": pdf_pages,
    "odt": _open_document,
    "odp": _open_document,
    "ods": _open_document,
    "docx": office_reader(
        OpenXml, r"word/document\.xml", r"word/(?:foot|end)notes\.xml", r"word/(?:head|foot)er\d*\.xml"
    ),
    "pptx": office_reader(OpenXml, r"ppt/slides/slide\d+\.xml"),
    "xlsx": office_reader(OpenXml, r"xl/sharedStrings\.xml"),
    "txt": _plain_text,
    "csv": _plain_text,
}
