"""Files that are accepted: cleaned copies in the library, then rows, then blocks of the draft.

Copies come first, out of any transaction, for some take seconds; what an acceptance that fails copied is deleted, and
what a killed one did is swept (contributions.files.quarantine).
"""

import logging
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from contributions.files.quarantine import delete_file
from contributions.models import Attachment
from core.files.arrivals import scratch
from core.files.metadata import CLEANERS
from core.files.types import Family
from core.models import ContentPage, SiteDocument, SiteImage, SiteMedia

logger = logging.getLogger(__name__)

_MODELS = {
    Family.IMAGE: SiteImage,
    Family.DOCUMENT: SiteDocument,
    Family.SOUND: SiteMedia,
    Family.VIDEO: SiteMedia,
}
#: The field of an Attachment for each.
_FIELDS = {SiteImage: "image", SiteDocument: "document", SiteMedia: "media"}
#: Beyond, images are shown together.
_GALLERY = 3


@dataclass(frozen=True)
class Shelved:
    """An Attachment, and what it becomes (a library model, unsaved, whose file is in its place)."""

    attachment: Attachment
    item: models.Model


@contextmanager
def shelved(contribution):
    """The files of a Contribution, copied in the library (list of Shelved) and kept there if nothing goes wrong."""
    copies = []
    try:
        for attachment in contribution.files.in_quarantine():
            try:
                copies.append(_copied(attachment))
            except FileNotFoundError:  # a backup without its quarantine; or somebody has just accepted it
                logger.warning("A file of contribution %s is not in quarantine", contribution.pk)
        yield copies
    except BaseException:
        for copy in copies:
            _withdraw(copy.item)
        raise


def _copied(attachment):
    item = _MODELS[attachment.type.family]()
    with scratch(f".{attachment.type.extensions[0]}") as clean:
        source = attachment.path
        cleaner = CLEANERS.get(attachment.kind)
        if cleaner:
            try:
                cleaner(source, clean)
                source = clean
            except Exception as error:  # qpdf, zipfile: whatever they like (TRAPS 3); moderators are told
                logger.warning("A document (%s) was not cleaned: %s", attachment.kind, type(error).__name__)
                attachment.notes = [*attachment.notes, "kept"]
        name = item.file.field.generate_filename(item, f"{attachment.name}.{attachment.type.extensions[0]}")
        with source.open("rb") as file:
            # Its name in the library begins as it does in the quarantine: what is left of a killed process is known.
            item.file = item.file.storage.save(name, File(file))
    try:
        _describe(item, attachment)
    except BaseException:
        _withdraw(item)
        raise
    return Shelved(attachment, item)


def _withdraw(item):
    """Deletes the files of an item that has no row: its own, and the poster that was made of it."""
    for file in (item.file, getattr(item, "thumbnail", None)):
        if file:
            file.storage.delete(file.name)


def keep(copies, contribution, title, member, descriptions, people=""):
    """Writes the rows of `copies` (list of Shelved), called after `title` (str), for `member`; gives them (list).

    `descriptions` (dict: key of an Attachment → str) say what images show, `people` (core.models.People, or "") what
    is known of those whom one recognises there.

    Their quarantine is emptied once that is done.
    """
    items = []
    for number, copy in enumerate(copies, 1):
        item, attachment = copy.item, copy.attachment
        item.title = f"{title[:200]} ({number})" if len(copies) > 1 else title[:200]
        item.uploaded_by_user, item.credit, item.licence = member, contribution.signature, contribution.licence
        if isinstance(item, SiteImage):
            item.description, item.people = descriptions.get(attachment.pk, ""), people
        item.save()
        attachment.left_at = timezone.now()
        setattr(attachment, _FIELDS[type(item)], item)
        attachment.save()
        delete_file(attachment.name)
        items.append(item)
    return items


def _describe(item, attachment):
    """Fills what is known of a file that was not uploaded through a form; it may take seconds."""
    if isinstance(item, SiteImage):
        item.file.field.update_dimension_fields(item, force=True)
        item._set_image_file_metadata()
    elif isinstance(item, SiteDocument):
        item.read_file()
    else:
        item.type = "video" if attachment.type.family == Family.VIDEO else "audio"
        item.measure()


def show(page, items):
    """Puts `items` (list) in a draft: its first image as its own, the others after its text."""
    images = [item for item in items if isinstance(item, SiteImage)]
    if images and page.image_id is None:
        page.image = images.pop(0)
    pictures = [{"image": image, "alternative": image.description} for image in images]
    blocks = [("picture", picture) for picture in pictures]
    if len(images) >= _GALLERY:
        blocks = [("gallery", {"title": "", "pictures": pictures})]
    for item in items:
        if isinstance(item, SiteDocument):
            blocks.append(("document", {"document": item, "title": "", "description": ""}))
        elif isinstance(item, SiteMedia):
            blocks.append((item.type, {"media": item, "title": "", "description": ""}))
    page.body.extend(blocks)


def take_back(attachments):
    """Deletes what `attachments` (AttachmentQuerySet) became in the library and nothing else uses, drafts included."""
    left = attachments.exclude(left_at=None).select_related("image", "document", "media")
    items = [one.in_library for one in left if one.in_library]
    drafted = _in_drafts() if items else set()
    for item in items:
        content_type = ContentType.objects.get_for_model(item)
        is_used = (content_type.pk, str(item.pk)) in drafted or ReferenceIndex.get_references_to(item).exists()
        if not is_used:
            item.delete()


def _in_drafts():
    """What drafts show (set of (key of the content type, key: str)): the index knows what is published only."""
    drafts = ContentPage.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    return {
        (content_type, str(key))
        for page in drafts.select_related("latest_revision").iterator(chunk_size=100)
        for content_type, key, *_where in ReferenceIndex._extract_references_from_object(
            page.latest_revision.as_object()
        )
    }


def to_look_at(contribution):
    """What moderators have still to see to in the files of a Contribution that were kept (str, may be empty)."""
    if any({"kept", "author", "unchecked"} & set(one.notes) for one in contribution.files.exclude(left_at=None)):
        return _("Un fichier dit peut-être encore qui l’a fait, ou où\u00a0: regardez-le avant de publier.")
    return ""
