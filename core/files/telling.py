"""What documents and recordings say of whoever made them, read before they are cleaned (core.files.metadata)."""

import re
import zipfile
from io import BytesIO

import pikepdf
from PIL import Image

from core import photos
from core.files import documents
from core.files.metadata import PICTURE, WHO, WHO_ELEMENT
from core.files.pdf_parts import parts
from core.files.told import Told, by_photo, by_xmp
from core.files.types import Family

#: ISO 32000-2, table 349.
_PDF_INFO = {
    "/Author": Told.PERSON,
    "/Creator": Told.SOFTWARE,
    "/Producer": Told.SOFTWARE,
    "/CreationDate": Told.DATE,
    "/ModDate": Told.DATE,
}
_PROPERTIES = re.compile(r"(^|/)(core|app|custom|meta)\.xml$")
_IN_PROPERTIES = (
    (re.compile(rb"<\w*:?(creator|lastModifiedBy|initial-creator|Company|Manager)>[^<]"), Told.PERSON),
    (re.compile(rb"<\w*:?(created|modified|date|creation-date|print-date)[ >]"), Told.DATE),
    (re.compile(rb"<\w*:?(Application|generator)>[^<]"), Told.SOFTWARE),
)
_ACTS = re.compile(r"vbaProject\.bin$|^(Basic|Scripts)/", re.IGNORECASE)
_THUMBNAIL = re.compile(r"^(docProps/thumbnail\.|Thumbnails/)", re.IGNORECASE)
_RECORDED = (
    (re.compile(r"location|gps|xyz", re.IGNORECASE), Told.PLACE),
    (re.compile(r"make|model|device|android|manufacturer", re.IGNORECASE), Told.DEVICE),
    (re.compile(r"date|creation_time|year", re.IGNORECASE), Told.DATE),
    (re.compile(r"artist|author|composer|copyright|performer|owner", re.IGNORECASE), Told.PERSON),
    (re.compile(r"encoder|encoded_by|software|tool", re.IGNORECASE), Told.SOFTWARE),
)
#: What containers say of themselves.
_OF_CONTAINERS = re.compile(
    r"language|handler_name|vendor_id|(major|compatible)_brands?|minor_version|duration", re.IGNORECASE
)


def told_by(path, kind, recording=None):
    """What the file at `path` (Path), a FileType `kind` that is not an image, says (set of Told).

    `recording` is what ffmpeg has said of a sound or a video (Recording), without which nothing is known of it.
    Raises whatever its format raises.
    """
    if kind.family in {Family.SOUND, Family.VIDEO}:
        return _by_tags(recording.tags) if recording else set()
    if kind.key == "pdf":
        return _by_pdf(path)
    return _by_package(path) if kind.is_package else set()


def _by_pdf(path):
    with pikepdf.open(path) as pdf:
        info = pdf.trailer.get("/Info") or {}
        told = {_PDF_INFO.get(key, Told.OTHER) for key in info}
        if "/Metadata" in pdf.Root:
            told |= by_xmp(pdf.Root.Metadata.read_bytes())
        if any(map(documents.acts, parts(pdf))):
            told.add(Told.ACTION)
    return told


def _by_package(path):
    told = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if _THUMBNAIL.search(name):
                told.add(Told.THUMBNAIL)
            elif _ACTS.search(name):
                told.add(Told.ACTION)
            elif PICTURE.search(name):
                told |= _by_picture(archive.read(name))
            elif name.endswith(".xml"):
                told |= _by_part(name, archive.read(name))
    return told


def _by_part(name, content):
    if _PROPERTIES.search(name):
        return {told for pattern, told in _IN_PROPERTIES if pattern.search(content)}
    return {Told.PERSON} if WHO.search(content) or WHO_ELEMENT.search(content) else set()


def _by_picture(content):
    try:
        with Image.open(BytesIO(content), formats=photos.READ_FORMATS) as image:
            return by_photo(image, content)
    except Exception:  # it is no photo, or a damaged one: it is kept as it is (TRAPS 3)
        return set()


def _by_tags(tags):
    told = set()
    for name in tags:
        if not _OF_CONTAINERS.search(name):
            told.add(next((one for pattern, one in _RECORDED if pattern.search(name)), Told.OTHER))
    return told
