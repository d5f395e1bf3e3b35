"""The paragraphs of office files, which are zips of XML, within limits."""

import io
import re
import zipfile
from xml.sax.handler import ContentHandler

from defusedxml.expatreader import DefusedExpatParser

from .proportion import OutOfProportion, Watched

#: Of the zip: bytes of the list of its entries, and how many they are.
LIST_BYTES = 1_000_000
ENTRIES = 5_000
#: Of the parts with text: bytes that they unpack to, in all and for each that is packed; elements inside one another.
UNPACKED_BYTES = 20_000_000
RATIO = 200
DEPTH = 200

_CHUNK = 1 << 15


class Paragraphs(ContentHandler):
    """Gathers in `ready` (list of str) the paragraphs of one part. Elements are known by their names without prefix."""

    paragraphs = frozenset()
    #: What characters have to be in, inside a paragraph, to be text. Nothing: the paragraph is enough.
    texts = frozenset()
    signs = {}
    skipped = frozenset()

    def __init__(self):
        super().__init__()
        self.ready = []
        self.open = []  # a note, or a frame, has its paragraphs inside another,
        self.inside = []  # and they are given after it
        self.depth = self.skipping = self.in_text = 0

    def startElement(self, name, attributes):
        name = name.rpartition(":")[2]
        self.depth += 1
        if self.depth > DEPTH:
            raise OutOfProportion("depth")
        if self.skipping or name in self.skipped:
            self.skipping += 1
        elif name in self.paragraphs:
            self.open.append([])
        elif name in self.texts:
            self.in_text += 1
        elif name in self.signs and self.open:
            self.open[-1].append(self.signs[name])

    def endElement(self, name):
        name = name.rpartition(":")[2]
        self.depth -= 1
        if self.skipping:
            self.skipping -= 1
        elif name in self.paragraphs:
            self._close_paragraph()
        elif name in self.texts:
            self.in_text -= 1

    def characters(self, content):
        if self.open and not self.skipping and (self.in_text or not self.texts):
            self.open[-1].append(content)

    def _close_paragraph(self):
        text = "".join(self.open.pop())
        if self.open:
            self.inside.append(text)
        else:
            self.ready += [text, *self.inside]
            self.inside = []


class OpenXml(Paragraphs):
    """DOCX, PPTX, XLSX (ISO/IEC 29500)."""

    paragraphs = frozenset({"p", "si"})
    texts = frozenset({"t"})
    signs = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    #: What was moved away, the second version of a drawing, phonetics.
    skipped = frozenset({"moveFrom", "Fallback", "rPh"})


class OpenDocument(Paragraphs):
    """ODT, ODP, ODS (ISO/IEC 26300)."""

    paragraphs = frozenset({"p", "h"})
    signs = {"s": " ", "tab": " ", "line-break": "\n"}
    #: What was deleted, remarks between writers, numbers of notes, what a speaker sees, names of drawings, phonetics.
    skipped = frozenset({"tracked-changes", "annotation", "note-citation", "notes", "title", "desc", "ruby-text"})


def office_reader(handler, *names):
    """A function of (file, clock) that reads the paragraphs (iterator of str) of a zip.

    `handler` (class of Paragraphs) finds them in the parts whose names match `names` (regular expressions), in that
    order. It raises OutOfProportion, and whatever zipfile and expat raise on what they cannot read.
    """

    def read(file, clock):
        with zipfile.ZipFile(io.BufferedReader(Watched(file, clock, LIST_BYTES))) as archive:
            for part in _parts(archive, names):
                yield from _part_paragraphs(archive, part, handler())

    return read


def _parts(archive, names):
    """The entries (list of ZipInfo) of `archive` to read: those of the first name first, slide 2 before slide 10."""
    entries = sorted(archive.infolist(), key=lambda entry: (len(entry.filename), entry.filename))
    parts = [entry for name in names for entry in entries if re.fullmatch(name, entry.filename)]
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if len(entries) > ENTRIES or unpacked > UNPACKED_BYTES or unpacked > RATIO * (packed + 1_000):
        raise OutOfProportion("unpacked")
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise OutOfProportion("compression")  # LZMA takes the memory that the file tells it to take
    return parts


def _part_paragraphs(archive, part, handler):
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            yield from handler.ready
            handler.ready.clear()
