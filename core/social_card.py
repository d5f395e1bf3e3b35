"""`/apercu/<key>.png`: the picture that other sites show beside a link to a page. Drawn once, then kept with the media.

The name of the file carries a digest of everything drawn: a new title or image is a new file, and the old one goes.
"""

import logging
import os
from pathlib import PurePosixPath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe
from PIL import Image
from wagtail.models import Page, Site
from wagtail.signals import page_unpublished

from core.card_picture import HEIGHT, MOST_ENLARGED, WIDTH, CardWords, draw_card
from core.disk import StoreAway
from core.models import FileToErase, SiteSettings, site_name
from core.privacy import without_restriction
from core.templatetags.nebuleuses import french
from core.typesetting import faces_digest

logger = logging.getLogger(__name__)

#: To be raised when the drawing changes: every card is then drawn again.
DRAWING = 1
FOLDER = "apercus"
#: Seconds during which nobody asks again.
KEPT_BY_READERS = 24 * 3600
#: How a PNG ends: a file that was cut, by a full disk or a power failure, does not.
_PNG_END = b"IEND\xaeB`\x82"


@require_safe
def social_card(request, pk):
    """The card of a page that any reader may see; 404 for a draft, a private page, another site's page."""
    site = Site.find_for_request(request)
    page = _readable_page(site, pk) if site else None
    if page is None:
        raise Http404
    words, image = _words_on(page, site), _image_of(page)
    # A photo that cannot be read today has a nebula in its place, under another name: it may come back.
    for shown in dict.fromkeys([image, None]):
        name = _name(page, words, shown)
        etag = f'"{PurePosixPath(name).stem}"'
        response = get_conditional_response(request, etag=etag)
        if response is None:
            png = _kept(name) or _made(name, words, shown)
            response = png and HttpResponse(png, content_type="image/png")
        if response:
            response["ETag"] = etag
            response["Cache-Control"] = f"public, max-age={KEPT_BY_READERS}"
            return response


def _readable_page(site, pk):
    """The published, public page of `site` with its image, if it is a content, in one query (Page or None)."""
    pages = Page.objects.live().filter(pk=pk, path__startswith=site.root_page.path)
    return without_restriction(pages).select_related("contentpage__image").first()


def _words_on(page, site):
    kind = page.specific_class
    name = site_name(site)
    if page.pk == site.root_page_id:
        tagline = SiteSettings.for_site(site).tagline
        return CardWords(name, "", french(tagline or site.hostname), "", page.slug)
    content = getattr(page, "contentpage", None)
    label = (content.kind_label or str(kind.section_label)) if content else ""
    section = kind.section if content else getattr(getattr(kind, "content_model", None), "section", "")
    return CardWords(french(page.title), french(label), name, section, page.slug)


def _image_of(page):
    """The SiteImage that the card shows, or None; a stamp would be a blur, and a card is for everybody."""
    image = getattr(getattr(page, "contentpage", None), "image", None)
    is_large = image and not image.is_private and max(WIDTH / image.width, HEIGHT / image.height) <= MOST_ENLARGED
    return image if is_large else None


def _name(page, words, image):
    """Where the card is kept (str); whoever has not seen it cannot guess it, and it says whose photo it shows."""
    photo = image and (image.file.name, image.file_hash, _focus_of(image))
    drawn = repr((DRAWING, faces_digest(), words, photo))
    digest = salted_hmac("core.social_card", drawn).hexdigest()[:24]
    return f"{FOLDER}/{page.pk}/{image.pk if image else 0}-{digest}.png"


def _focus_of(image):
    """What must stay in the picture, in shares of the image's width and height (two floats)."""
    point = image.get_focal_point()
    return (point.centroid.x / image.width, point.centroid.y / image.height) if point else (0.5, 0.5)


def _made(name, words, image):
    """The card (bytes), drawn and kept; None if its photo is missing or damaged."""
    if image is None:
        png = draw_card(words)
    else:
        try:
            with default_storage.open(image.file.name) as file, Image.open(file) as photo:
                png = draw_card(words, photo, _focus_of(image))
        except Exception as error:  # Pillow's plugins raise whatever they like on damaged files (TRAPS 3)
            logger.warning("Image %s cannot be drawn on a social card: %s", image.pk, type(error).__name__)
            return None
    try:
        keep(name, png)
    except OSError as error:  # a full disk, or someone who drew the same card and swept first
        logger.warning("The social card %s cannot be kept: %s", name, error)
    return png


def _kept(name):
    """The card (bytes) under `name`; None if there is none, or a part of one."""
    try:
        with default_storage.open(name) as file:
            png = file.read()
    except OSError:
        return None
    return png if png.endswith(_PNG_END) else None


def keep(name, content):
    """Stores a card (bytes) under `name`, whole or not at all, then removes the older ones of its folder.

    Raises OSError.
    """
    folder = PurePosixPath(name).parent
    try:
        target = default_storage.path(name)
    except NotImplementedError:  # not a disk: such storages show an object only when all of it is there
        default_storage.save(name, ContentFile(content))
    else:
        draft = default_storage.save(f"{name}.{uuid4().hex}.part", ContentFile(content))
        os.replace(default_storage.path(draft), target)
    _remove_cards(folder, but=PurePosixPath(name).name)


def _remove_cards(folder, but=None):
    try:
        names = default_storage.listdir(str(folder))[1]
    except FileNotFoundError:
        return
    for name in names:
        if name != but:
            default_storage.delete(f"{folder}/{name}")


@receiver(page_unpublished)
@receiver(post_delete)
def remove_cards_of_a_page_that_is_gone(sender, instance, **kwargs):
    if isinstance(instance, Page):
        folder = f"{FOLDER}/{instance.pk}"
        try:
            _remove_cards(folder)
        except StoreAway:  # a page is withdrawn whatever happens
            FileToErase.objects.create(path=f"{folder}/*")
