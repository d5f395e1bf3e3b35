"""Cleaning of photos, pure of Django models: what is stored never says where or by whom it was taken.

Wagtail keeps GPS position, serial number and owner in JPEG and PNG renditions on purpose (TRAPS 1).
"""

import os
from io import BytesIO

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence

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
#: Kept: without its colour profile a photo changes its look. It names a device model at most.
KEPT_INFO = {"icc_profile"}
#: Of an animation, what makes it play.
KEPT_ANIMATION_INFO = {"duration", "loop"}


def cleaned(file):
    """A copy of an image file with its orientation applied and everything but pixels and profile gone.

    `file` is any Django File open for reading; returns a ContentFile with a fitting name.
    Raises ValidationError, in French, when the pixels cannot be decoded.
    """
    file.seek(0)
    try:
        with Image.open(file) as image:
            image.load()
            content, extension = _rewritten(image)
    except ValidationError:
        raise
    except Exception as error:  # Pillow's plugins raise whatever they like on damaged files (TRAPS 3)
        raise damaged() from error
    finally:
        file.seek(0)
    stem, original_extension = os.path.splitext(os.path.basename(file.name or "image"))
    return ContentFile(content, name=stem + (extension or original_extension.lower()))


def damaged():
    """The error (ValidationError) of an image whose pixels cannot be read."""
    return ValidationError(
        _("Cette image est abîmée ou incomplète : elle n’a pas pu être lue. Essayez de l’envoyer à nouveau."),
        code="undecodable_image",
    )


def _rewritten(image):
    """The bytes of `image` written again without metadata, and the new extension if the format changed."""
    image_format, extension = image.format, None
    if image_format in STORED_AS_JPEG:
        image_format, extension = "JPEG", ".jpg"
    if image_format not in SAVE_OPTIONS:
        raise ValidationError(_("Ce format d’image n’est pas accepté."), code="invalid_image_format")
    options = dict(SAVE_OPTIONS[image_format])
    options.update({key: image.info[key] for key in KEPT_INFO if image.info.get(key)})

    output = BytesIO()
    if getattr(image, "n_frames", 1) > 1 and image_format in {"GIF", "PNG", "WEBP", "AVIF"}:
        options.update({key: image.info[key] for key in KEPT_ANIMATION_INFO if key in image.info})
        durations = []
        frames = []
        for frame in ImageSequence.Iterator(image):
            durations.append(frame.info.get("duration", 100))
            frames.append(_pixels(frame))
        options["duration"] = durations
        frames[0].save(output, image_format, save_all=True, append_images=frames[1:], **options)
    else:
        pixels = _pixels(ImageOps.exif_transpose(image))
        if image_format == "JPEG" and pixels.mode not in {"RGB", "L", "CMYK"}:
            pixels = pixels.convert("RGB")
        pixels.save(output, image_format, **options)
    return output.getvalue(), extension


def _pixels(image):
    """A copy of `image` that carries pixels, palette and transparency, and no other information."""
    copy = image.copy()
    copy.info = {key: value for key, value in image.info.items() if key in {"transparency", "background"}}
    copy.getexif().clear()
    for attribute in ("text", "applist", "app"):
        if hasattr(copy, attribute):
            setattr(copy, attribute, {} if attribute != "applist" else [])
    return copy
