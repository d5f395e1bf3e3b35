"""Cleaning of photos, pure of Django models: what is stored never says where or by whom it was taken.

Wagtail keeps GPS position, serial number and owner in JPEG and PNG renditions on purpose (TRAPS 1).
"""

import os
from contextlib import contextmanager
from io import BytesIO

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, ImageSequence

from core.files import webp
from core.files.names import visible_stem
from core.files.told import by_photo, in_order

pillow_heif.register_heif_opener()

#: How each format is written again; formats that browsers do not show are stored as JPEG.
SAVE_OPTIONS = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 85},
    "GIF": {},
}
STORED_AS_JPEG = {"HEIF", "HEIC", "MPO"}
#: How a file of each format may be called, whatever it was; the first is what it is given.
EXTENSIONS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
}
ANIMATED = {"GIF", "PNG", "WEBP", "AVIF"}
#: The only decoders that are tried: others start programs (EPS), or follow links.
READ_FORMATS = (*SAVE_OPTIONS, "HEIF", "MPO")
#: A header of forty bytes may ask for two gigabytes (TRAPS 2). Beside the pixels that the settings allow:
LONGEST_SIDE = 12_000
PIXELS_PER_BYTE = 2_000
MOST_FRAMES = 200
#: Of all the frames of an animation together.
MOST_ANIMATED_PIXELS = 60_000_000
#: Kept: without its colour profile a photo changes its look. It names a device model at most.
KEPT_INFO = {"icc_profile"}
LONGEST_PROFILE = 1_000_000
#: Of an animation, what makes it play.
KEPT_ANIMATION_INFO = {"duration", "loop"}


def cleaned(file, change=None):
    """A copy of an image file with its orientation applied and everything but pixels and profile gone.

    `file` is any Django File open for reading; returns a ContentFile with a fitting name. Each frame goes through
    `change` (a function from a Pillow image to another one of the same size), where there is one.
    Raises ValidationError, in French, when the pixels cannot be decoded, or are more than an image needs.
    """
    try:
        with _opened(file) as image:
            image.load()
            content, image_format = _rewritten(image, change or _as_it_is)
    except ValidationError:
        raise
    except Exception as error:  # Pillow's plugins raise whatever they like on damaged files (TRAPS 3)
        raise damaged() from error
    finally:
        file.seek(0)
    extension, known = os.path.splitext(file.name or "")[1].lower(), EXTENSIONS[image_format]
    return ContentFile(content, name=visible_stem(file.name) + (extension if extension in known else known[0]))


def refuse_from_header(file):
    """Raises ValidationError, in French, where the header of an image asks for more than a photo needs.

    Nothing is decoded. What Pillow does not open is left to whoever decodes it.
    """
    try:
        with _opened(file):
            pass
    except ValidationError:
        raise
    except Exception:  # whoever decodes it will say so (TRAPS 3)
        return
    finally:
        file.seek(0)


def told(file):
    """What an image file (Django File) says beside its pixels (values of core.files.told.Told, in order).

    Empty where it cannot be read.
    """
    try:
        with _opened(file) as image:
            file.seek(0)
            content = file.read()
            return in_order(by_photo(image, content))
    except Exception:  # whoever cleans it will say so (TRAPS 3)
        return []
    finally:
        file.seek(0)


def damaged():
    """The error (ValidationError) of an image whose pixels cannot be read."""
    return ValidationError(
        _("Cette image est abîmée ou incomplète : elle n’a pas pu être lue. Essayez de l’envoyer à nouveau."),
        code="undecodable_image",
    )


@contextmanager
def _opened(file):
    """The image of a Django File, not decoded yet, once its header is known to ask for no more than a photo needs.

    Raises ValidationError where it does; anything, where Pillow does not open it.
    """
    file.seek(0)
    if announced := webp.size_of(file.read(webp.HEAD)):
        _refuse_pixels(*announced, file.size)
    file.seek(0)
    with Image.open(file, formats=READ_FORMATS) as image:
        _refuse_pixels(*image.size, file.size)
        frames = getattr(image, "n_frames", 1) if image.format in ANIMATED else 1
        if frames > MOST_FRAMES or (frames > 1 and frames * image.width * image.height > MOST_ANIMATED_PIXELS):
            said = _("Cette image animée est trop longue. Raccourcissez-la, ou envoyez une vidéo.")
            raise ValidationError(said, code="too_many_frames")
        yield image


def _refuse_pixels(width, height, size):
    """Raises ValidationError where a file of `size` bytes announces more pixels than a photo has, or than it holds."""
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS or max(width, height) > LONGEST_SIDE:
        said = _("Cette image est trop grande\u00a0: %(width)s × %(height)s points. Réduisez-la, puis recommencez.")
        raise ValidationError(said % {"width": width, "height": height}, code="too_many_pixels")
    if width * height > PIXELS_PER_BYTE * size:
        raise damaged()


def _as_it_is(image):
    return image


def _rewritten(image, change):
    """The bytes of `image` written again without metadata, and their format (str, Pillow's)."""
    image_format = "JPEG" if image.format in STORED_AS_JPEG else image.format
    if image_format not in SAVE_OPTIONS:
        raise ValidationError(_("Ce format d’image n’est pas accepté."), code="invalid_image_format")
    options = dict(SAVE_OPTIONS[image_format])
    options.update({key: image.info[key] for key in KEPT_INFO if _is_profile(image.info.get(key))})

    output = BytesIO()
    if getattr(image, "n_frames", 1) > 1 and image_format in ANIMATED:
        options.update({key: image.info[key] for key in KEPT_ANIMATION_INFO if key in image.info})
        durations = []
        frames = []
        for frame in ImageSequence.Iterator(image):
            durations.append(frame.info.get("duration", 100))
            frames.append(change(_pixels(frame)))
        options["duration"] = durations
        frames[0].save(output, image_format, save_all=True, append_images=frames[1:], **options)
    else:
        pixels = change(_pixels(ImageOps.exif_transpose(image)))
        if image_format == "JPEG" and pixels.mode not in {"RGB", "L", "CMYK"}:
            pixels = pixels.convert("RGB")
        pixels.save(output, image_format, **options)
    return output.getvalue(), image_format


def _is_profile(content):
    """Whether bytes are a colour profile, and not something else in its place (bool)."""
    if not content or len(content) >= LONGEST_PROFILE:
        return False
    try:
        ImageCms.getProfileName(ImageCms.ImageCmsProfile(BytesIO(content)))
    except Exception:  # PyCMSError, OSError, TypeError of what is none
        return False
    return True


def _pixels(image):
    """A copy of `image` that carries pixels, palette and transparency, and no other information."""
    copy = image.copy()
    copy.info = {key: value for key, value in image.info.items() if key in {"transparency", "background"}}
    copy.getexif().clear()
    for attribute in ("text", "applist", "app"):
        if hasattr(copy, attribute):
            setattr(copy, attribute, {} if attribute != "applist" else [])
    return copy


#: Segments of a JPEG that its picture needs: JFIF, colour profile, Adobe's colours (ITU T.81, annex B).
_KEPT_SEGMENTS = {0xE0, 0xE2, 0xEE}


def without_segments(content):
    """A JPEG (bytes) without EXIF, XMP, IPTC and remarks, pixel for pixel; as it is where it cannot be read."""
    if content[:2] != b"\xff\xd8":
        return content
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xDA or not 0xC0 <= marker <= 0xFE:
            break
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _KEPT_SEGMENTS:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, content[at:]])
