"""Scenarios of the library: files brought by members, replaced, cleaned, masked."""

import hashlib
import os
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import ModelLogEntry
from wagtail.search.models import IndexEntry

from core.gone_files import come_in_again
from core.models import SiteDocument, SiteImage, SiteMedia
from members.groups import MODERATION
from tests.contributions.files import content_of, upload_of
from tests.core.portraits import portrait, reds, written
from tests.core.test_photos import photo
from tests.factories import make_article, make_image, make_media, upload
from tests.kills.editor import filled, posted, somebody
from tests.kills.scenario import Scenario, said_in


def large_photo():
    """A photo (bytes) of more than the 2.5 MB that Django keeps in memory, that nothing compresses."""
    noise = hashlib.shake_128(b"nebuleuses").digest(1000 * 960 * 3)
    return written(Image.frombytes("RGB", (1000, 960), noise), "PNG")


def small_photo():
    return photo("JPEG")


class _Upload(Scenario):
    """A file brought in a form of the library: its row says that it is there, whole, and it is found by its title."""

    def __init__(self, title, model, address, make):
        self.title, self.model, self.address, self.make = title, model, address, make

    def fill(self, thing):
        thing.browser = somebody("chloe", MODERATION)
        thing.data = filled(thing.browser, self.address, title=thing.words["new"])

    def do(self, thing):
        posted(thing.browser, self.address, thing.data | {"file": self.make()})

    def state(self, thing):
        items = list(self.model.objects.filter(title=thing.words["new"]))
        return {
            "rows": len(items),
            "whole": [Path(item.file.path).is_file() and item.file.size > 0 for item in items],
            "found": len(self.model.objects.search(thing.words["new"]).get_queryset()),
            "index": IndexEntry.objects.filter(title__contains=thing.words["new"]).count(),
            "story": ModelLogEntry.objects.filter(label=thing.words["new"]).count(),
        }


class _OfAnImage(Scenario):
    """What is done to a photo of a published page, whose pictures were made."""

    content = staticmethod(lambda: written(portrait(), "JPEG"))

    def fill(self, thing):
        thing.browser = somebody("chloe", MODERATION)
        thing.image = make_image(thing.words["old"], content=self.content(), name="reunion.jpg")
        make_article(thing.words["old"], slug=thing.slug, image=thing.image)
        thing.image.get_rendition("width-100")

    def state(self, thing):
        image = SiteImage.objects.get(pk=thing.image.pk)
        files = [image.file, *(rendition.file for rendition in image.renditions.all())]
        return {
            "file": image.file.name == thing.image.file.name,
            "title": image.title == thing.words["old"],
            "whole": all(Path(file.path).is_file() and file.size for file in files),
            "size": image.file_size == image.file.size,
            "says": bool(image.told()),
            "faces": any(reds(Path(file.path).read_bytes()) for file in files),
            "story": ModelLogEntry.objects.filter(object_id=str(image.pk)).count(),
        }


class Mask(_OfAnImage):
    title = "masquer un visage"
    may_be_done_again = True

    def fill(self, thing):
        super().fill(thing)
        thing.address = reverse("masking", args=[thing.image.pk])
        mask = {"outline": "ellipse", "left": "25", "top": "25", "width": "50", "height": "50"}
        thing.data = {"masque-TOTAL_FORMS": 1, "masque-INITIAL_FORMS": 0, "etape": "appliquer", "style": "filled"}
        thing.data |= {"seen": thing.image.file.name} | {f"masque-0-{name}": value for name, value in mask.items()}

    def do(self, thing):
        posted(thing.browser, thing.address, thing.data)


class Replace(_OfAnImage):
    title = "remplacer une photo"

    def fill(self, thing):
        super().fill(thing)
        thing.address = reverse("wagtailimages:edit", args=[thing.image.pk])
        thing.data = filled(thing.browser, thing.address, title=thing.words["new"])

    def do(self, thing):
        posted(thing.browser, thing.address, thing.data | {"file": upload()})


class CleanAgain(_OfAnImage):
    title = "nettoyer une photo de la médiathèque"
    content = staticmethod(small_photo)

    def fill(self, thing):
        super().fill(thing)
        # As a site that is older than the cleaning has it: the row and the file, which nothing looked at.
        name = default_storage.save(f"original_images/{thing.slug}.jpg", ContentFile(self.content()))
        os.remove(thing.image.file.path)
        thing.image.file.name = name
        size = default_storage.size(name)
        SiteImage.objects.filter(pk=thing.image.pk).update(file=name, file_size=size, removed=[])

    def do(self, thing):
        come_in_again(SiteImage.objects.get(pk=thing.image.pk))  # what clean_files does to each


class _ReplaceFile(Scenario):
    """Another file for a document or a sound that a page offers."""

    def __init__(self, title, make, address, replacement):
        self.title, self.make, self.address, self.replacement = title, make, address, replacement

    def fill(self, thing):
        thing.browser = somebody("chloe", MODERATION)
        thing.item = self.make(thing)
        block = "audio" if thing.item._meta.model_name == "sitemedia" else "document"
        value = {"document" if block == "document" else "media": thing.item, "title": "", "description": ""}
        make_article(thing.words["old"], slug=thing.slug, body=[(block, value)])
        thing.address = reverse(self.address, args=[thing.item.pk])
        thing.data = filled(thing.browser, thing.address, title=thing.words["new"])

    def do(self, thing):
        posted(thing.browser, thing.address, thing.data | {"file": self.replacement(thing)})

    def state(self, thing):
        item = type(thing.item).objects.get(pk=thing.item.pk)
        return {
            "title": said_in(thing, item.title),
            "file": item.file.name == thing.item.file.name,
            "whole": Path(item.file.path).is_file() and item.file.size > 0,
            "says": said_in(thing, getattr(item, "text", "")),
            "found": [
                name
                for name, word in thing.words.items()
                if f'/{thing.slug}/"' in Client().get("/recherche/", {"q": word}).content.decode()
            ],
        }


def _tract(thing):
    return SiteDocument.objects.create(title="Tract", file=ContentFile(_text(thing.words["old"]), name="a.txt"))


def _text(words):
    return words.encode() * 3


def _add(name, *arguments):
    return reverse(name, args=arguments)


def uploads():
    """The scenarios of what is brought (list of Scenario)."""
    image = partial(_Upload, model=SiteImage, address=_add("wagtailimages:add"))
    document = partial(_Upload, model=SiteDocument, address=_add("wagtaildocs:add"))
    sound = partial(_Upload, model=SiteMedia, address=_add("wagtailmedia:add", "audio"))
    return [
        image("déposer une photo", make=lambda: upload(small_photo(), "a.jpg", "image/jpeg")),
        image("déposer une photo de plus de 2,5 Mo", make=lambda: upload(large_photo(), "b.png")),
        document("déposer un document", make=lambda: upload_of("pdf")),
        sound("déposer un son", make=lambda: upload(content_of("mp3"), "c.mp3", "audio/mpeg")),
    ]


def scenarios():
    document = _ReplaceFile(
        "remplacer un document",
        _tract,
        "wagtaildocs:edit",
        lambda thing: upload(_text(thing.words["new"]), "b.txt", "text/plain"),
    )
    sound = _ReplaceFile(
        "remplacer un son",
        lambda thing: make_media(),
        "wagtailmedia:edit",
        lambda thing: upload(content_of("ogg"), "d.ogg", "audio/ogg"),
    )
    return [*uploads(), Replace(), document, sound, CleanAgain(), Mask()]
