"""Documents as they are published: without who wrote them, nor the story of how.

Each function writes in `target` (Path) a copy of the file at `path` (Path), and raises whatever its format raises.
"""

import re
import zipfile

import pikepdf
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from core import photos
from core.files.pdf_parts import parts

_EMPTY = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
    "meta.xml": b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:version="1.2"/>',
}
_HEADER = b'<?xml version="1.0" encoding="UTF-8"?>\n'
#: Who changed or remarked what, and when: attributes of OOXML, elements of OpenDocument.
WHO = re.compile(rb"""(\b\w+:(?:author|initials|userId|providerId))=(?:"[^"]+"|'[^']+')""")
WHO_ELEMENT = re.compile(rb"(<(dc:creator|meta:creator-initials|dc:date|author)>)[^<]+(</\2>)")
#: Of those who remark in a presentation or a table, where « name » alone is something else.
_WHO_REMARKS = re.compile(rb"""(<(?:\w+:)?(?:cmAuthor|person|author)\b[^>]*?\b(?:name|displayName)=)"[^"]*\"""")
PICTURE = re.compile(r"\.(jpe?g|png|webp|gif)$", re.IGNORECASE)
#: What is left empty: thumbnails, earlier versions, macros.
_DROPPED = re.compile(
    r"^(docProps/thumbnail\.|Thumbnails/|Versions/|VersionList\.xml|Basic/|Scripts/)|vbaProject\.bin$", re.IGNORECASE
)
#: Where a template lies on the machine of its writer; the printer it has.
_TEMPLATE = re.compile(rb"""(Type="[^"]*/attachedTemplate"[^>]*?Target=)"[^"]*\"""")
_PRINTER = re.compile(
    rb"""(<config:config-item config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*(</config:config-item>)"""
)
#: Of a PDF: what acts by itself, what says who and how; wherever it is.
_PDF_KEYS = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/JS", "/EF", "/AF", "/XFA", "/OpenAction")
_PDF_NAMES = ("/JavaScript", "/EmbeddedFiles")
_PDF_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Movie", "/Rendition"}


def clean_pdf(path, target):
    """Written whole again: what earlier versions held, and nothing leads to any more, is left behind."""
    with pikepdf.open(path) as pdf:
        if pdf.trailer.get("/Info") is not None:
            del pdf.trailer["/Info"]
        _forget(pdf.Root.get("/Names", pikepdf.Dictionary()), *_PDF_NAMES)
        for part in parts(pdf):
            _forget_who(part)
        with target.open("wb") as file:
            pdf.save(file, deterministic_id=True)


def _forget(one, *keys):
    for key in keys:
        if key in one:
            del one[key]


def _forget_who(part):
    """Takes out of a part what says who or acts by itself."""
    _forget(part, *_PDF_KEYS)
    action = part.get("/A")
    if isinstance(action, pikepdf.Dictionary) and action.get("/S") in _PDF_ACTIONS:
        del part["/A"]
    # Of a remark, its writer; of a field, its name.
    if "/T" in part and part.get("/Subtype") is not None and part.get("/Subtype") != "/Widget":
        del part["/T"]
    if part.get("/Type") == "/Sig":
        _forget(part, "/Name", "/Location", "/ContactInfo", "/Reason", "/M")
    if isinstance(part, pikepdf.Stream):
        _clean_photo(part)


def _clean_photo(stream):
    """A JPEG that is in a document as its telephone wrote it loses what it says; its pixels are not touched."""
    filters = stream.get("/Filter")
    filters = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if stream.get("/Subtype") == "/Image" and filters == ["/DCTDecode"]:
        raw = stream.read_raw_bytes()
        clean = photos.without_segments(raw)
        if clean != raw:
            parameters = stream.get("/DecodeParms")
            stream.write(clean, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def clean_package(path, target):
    """A package of ISO/IEC 29500 (DOCX…) or 26300 (ODT…): properties, names of writers, thumbnail, EXIF of photos."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for entry in source.infolist():
            content = _without_who(entry.filename, source.read(entry))
            clean = zipfile.ZipInfo(entry.filename)
            clean.compress_type = entry.compress_type
            copy.writestr(clean, content)


def _without_who(name, content):
    if name in _EMPTY or name.endswith("/meta.xml"):
        return _HEADER + _EMPTY.get(name, _EMPTY["meta.xml"])
    if _DROPPED.search(name):
        return b""
    if PICTURE.search(name):
        return _picture(name, content)
    if name.endswith((".xml", ".rels")):
        content = _WHO_REMARKS.sub(rb'\1""', _TEMPLATE.sub(rb'\1""', content))
        return _PRINTER.sub(rb"\1\2", WHO_ELEMENT.sub(rb"\1\3", WHO.sub(rb'\1=""', content)))
    return content


def _picture(name, content):
    """A photo inside a document, as the site cleans any; as it is where it is not one."""
    try:
        clean = photos.cleaned(ContentFile(content, name=name.rpartition("/")[2]))
    except ValidationError:
        return content
    return clean.read()


#: Of an RTF (1.9.1): what opens and closes a group, binary data, groups that say who wrote, changed or remarked what.
_RTF_GROUP = re.compile(rb"\\\\|\\[{}]|[{}]|\\bin\d")
_RTF_WHO = re.compile(
    rb"\{\s*(?:\\\*\s*)?\\(?:info|userprops|generator|revtbl|rsidtbl|atnauthor|atnid|company|operator|author)\b"
)


def clean_rtf(path, target):
    """An RTF without the groups that say who wrote it, its pictures as they are.

    Raises ValueError where its groups cannot be told apart.
    """
    content, kept, at = path.read_bytes(), [], 0
    while (found := _RTF_WHO.search(content, at)) is not None:
        kept.append(content[at : found.start()])
        at = _end_of_group(content, found.start())
    target.write_bytes(b"".join([*kept, content[at:]]))


def _end_of_group(content, start):
    depth = 0
    for found in _RTF_GROUP.finditer(content, start):
        if found.group().startswith(b"\\bin"):
            break
        depth += {b"{": 1, b"}": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    raise ValueError("a group of an RTF has no end")


#: By key of FileType. An EPUB says who wrote it because it is a book; a text says nothing else than what one reads.
CLEANERS = {"pdf": clean_pdf, "rtf": clean_rtf} | dict.fromkeys(
    ("docx", "xlsx", "pptx", "odt", "ods", "odp"), clean_package
)
