"""A photo is replaced by the same one, masked: whole or not at all, and nothing of the former stays on the disk."""

import os
import secrets
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex

from core import photos
from core.background.tasks import enqueue_when_written
from core.gone_files import BEING_MADE, forget_pictures, will_be_erased
from core.masking.masks import painted
from core.models import ContentPage, FileToErase, SiteImage
from core.signals import make_illustrations

#: Pages whose pictures are made again at once; of others, when the first reader comes.
_MOST_PAGES = 20


class NotMasked(Exception):
    """Nothing was done; its text is a French sentence."""


def apply_masks(image, masks, style, member):
    """Replaces the file of `image` (SiteImage, as `member` saw it) by one painted with `masks` (of Mask) in `style`.

    Raises NotMasked when its file was replaced meanwhile, or cannot be read.

    The new file has a row that would erase it until the image has it: a process that is killed leaves the old photo
    and a file that goes by itself, or the new one and rows by which the old one goes.
    """
    content = _painted_copy(image, masks, style)
    storage = image.file.storage
    name = image.get_upload_to(f"masque-{secrets.token_hex(16)}{os.path.splitext(content.name)[1]}")
    will_be_erased([name], after=BEING_MADE)
    try:
        if storage.save(name, content) != name:
            raise OSError("The name of a masked image was not free.")
        with transaction.atomic():
            _replace(image, name, masks, style, member)
    except BaseException:
        storage.erase(name)
        FileToErase.objects.filter(path=name).delete()
        raise


def _painted_copy(image, masks, style):
    try:
        with image.open_file() as file:
            return photos.cleaned(file, change=partial(painted, masks=masks, style=style))
    except (SourceImageIOError, ValidationError) as error:
        raise NotMasked(_("Le fichier de cette image ne peut pas être lu\u00a0: elle n’a pas changé.")) from error


def _replace(image, name, masks, style, member):
    held = SiteImage.objects.select_for_update().filter(pk=image.pk, file=image.file.name).first()
    if held is None:
        raise NotMasked(changed())
    replaced, held.file = held.file.name, name
    held._set_image_file_metadata()
    held.file.close()
    held.save(update_fields=["file", "width", "height", "file_size", "file_hash"])
    FileToErase.objects.filter(path=name).delete()
    forget_pictures(held, replaced)
    log(held, "core.mask_image", user=member, data={"masks": len(masks), "style": str(style)})
    for page in pages_showing(held)[:_MOST_PAGES]:
        enqueue_when_written(make_illustrations, page.pk)


def changed():
    """What is said (str) to whoever masks a photo that is not the one any more."""
    return _(
        "Cette photo a changé depuis que vous avez ouvert cet écran\u00a0: rien n’a été fait. "
        "Regardez-la, puis recommencez s’il le faut."
    )


def pages_showing(image):
    """The published ContentPages that show `image`, in order."""
    pages = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(image).filter(base_content_type=pages)
    keys = [int(key) for key in references.values_list("object_id", flat=True)]
    return ContentPage.objects.live().filter(pk__in=keys).order_by("pk")
