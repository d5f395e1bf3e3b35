"""What a file says of whoever made it, in the words of the person who sends it; and where a photo says it."""

import re

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags


class Told(models.TextChoices):
    """In the order in which people are told, what matters most first."""

    PLACE = "place", _("position")
    DEVICE = "device", _("appareil")
    DATE = "date", _("date")
    PERSON = "person", _("nom")
    SOFTWARE = "software", _("logiciel")
    THUMBNAIL = "thumbnail", _("vignette")
    ACTION = "action", _("script ou macro")
    OTHER = "other", _("autres informations")


def in_order(told):
    """The values (list of str) of a set of Told, as they are kept and said."""
    return [one.value for one in Told if one in told]


def in_words(values):
    """« Retiré de ce fichier : position, appareil, date. » (str), from values of Told; empty where nothing was."""
    labels = [str(Told(value).label) for value in values if value in Told]
    return _now("Retiré de ce fichier\u00a0: %(told)s.") % {"told": ", ".join(labels)} if labels else ""


#: EXIF 3.0 (CIPA DC-008): what is said of a photo by each tag, wherever it is.
_TAGS = (
    dict.fromkeys((271, 272, 316, 0x927C, 0xA431, 0xA432, 0xA433, 0xA434, 0xA435), Told.DEVICE)
    | dict.fromkeys((306, 36867, 36868, 36880, 36881, 36882, 37520, 37521, 37522), Told.DATE)
    | dict.fromkeys((315, 33432, 0xA430, 40093), Told.PERSON)
    | {305: Told.SOFTWARE, 11: Told.SOFTWARE}
)
#: Tags that say how to show pixels: orientation, resolution, size, colours, where other tables are.
_NEUTRAL = {0x0112, 256, 257, 258, 259, 262, 277, 282, 283, 296, 531, 34665, 34853, 36864, 37121, 40960, 40961, 40962}
_NEUTRAL |= {40963, 40965}
#: XMP (ISO 16684-1), in photos and in PDF.
_XMP = (
    (re.compile(rb"exif:GPS|photoshop:(City|State|Country)|Iptc4xmpCore:Location"), Told.PLACE),
    (re.compile(rb"tiff:(Make|Model)|aux:\w|exifEX:\w"), Told.DEVICE),
    (re.compile(rb"CreateDate|DateCreated|ModifyDate|DateTimeOriginal"), Told.DATE),
    (re.compile(rb"dc:creator|photoshop:(Credit|Author)|xmpRights:\w"), Told.PERSON),
    (re.compile(rb"CreatorTool|pdf:Producer"), Told.SOFTWARE),
)
#: Where Pillow puts what is not pixels: « photoshop » holds IPTC.
_ELSEWHERE = ("photoshop", "comment", "Comment")
#: In a JPEG, the first marker that is neither an escaped byte of the picture nor a restart (ITU T.81, B.1.1).
_JPEG_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def by_photo(image, content):
    """What an open PIL image says (set of Told), of which the file is `content` (bytes)."""
    told = set()
    try:
        told |= _by_exif(image.getexif())
    except Exception:  # tables that lead nowhere: something is said, and it goes (TRAPS 3)
        told.add(Told.OTHER)
    texts = getattr(image, "text", None) or {}
    packets = [image.info.get("xmp"), image.info.get("XML:com.adobe.xmp"), *texts.values()]
    for packet in filter(None, packets):
        told |= by_xmp(packet if isinstance(packet, bytes) else str(packet).encode())
    if any(image.info.get(name) for name in _ELSEWHERE) or image.format == "MPO" or has_a_tail(content, image.format):
        told.add(Told.OTHER)
    return told


def by_xmp(packet):
    """What a packet (bytes) of XMP, or a text beside pixels, says (set of Told)."""
    return {told for pattern, told in _XMP if pattern.search(packet)} | {Told.OTHER}


def _by_exif(exif):
    tags = set(exif) | set(exif.get_ifd(ExifTags.IFD.Exif))
    told = {_TAGS.get(tag, Told.OTHER) for tag in tags - _NEUTRAL}
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        told.add(Told.PLACE)
    if exif.get_ifd(ExifTags.IFD.IFD1):
        told.add(Told.THUMBNAIL)
    return told


def has_a_tail(content, image_format):
    """Whether something follows the image in its file (bool); False for formats that do not say where they end."""
    if image_format == "JPEG":
        end = _end_of_jpeg(content)
    elif image_format == "PNG":
        end = content.rfind(b"IEND\xaeB`\x82") + 8
    elif image_format == "WEBP":
        # RIFF pads to an even length.
        end = int.from_bytes(content[4:8], "little") + 8
    else:
        return False
    return end < len(content.rstrip(b"\x00"))


def _end_of_jpeg(content):
    at = 2
    while (found := _JPEG_MARKER.search(content, at)) is not None:
        at = found.end()
        if found.group()[-1] == 0xD9:
            return at
        at += int.from_bytes(content[at : at + 2], "big")
    return len(content)
