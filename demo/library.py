"""What the pages of the example draw from: themes, forms, places, pictures, documents, sound.

Each thing is made when the first page that needs it is, and found again afterwards: a second load, where
every page exists, makes nothing, and so never undoes what members have changed since.
"""

from functools import cached_property
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils.text import slugify

from core.models import HostedRecording, Place, SiteDocument, SiteImage, SiteMedia, Theme
from demo import files
from demo.content.library import DOCUMENTS, DRAWINGS, FILMS, SOUND
from demo.content.themes import THEMES
from demo.drawings import draw
from demo.text import one_line
from initiatives.models import InitiativeKind

#: Every file of the example bears this at the head of its name: that is how a second load knows it.
PREFIX = "exemple-"


class UnknownPlace(LookupError):
    """The gazetteer lacks a place that the example names."""


class Library:
    """Looks things up by the names that `demo/content` gives them; raises KeyError for an unknown one."""

    def __init__(self, uploader):
        self.uploader = uploader
        self._found = {}

    def theme(self, slug):
        return self._once("theme", slug, self._make_theme)

    def kind(self, title):
        return self._once("kind", title, lambda title: InitiativeKind.objects.get_or_create(title=title)[0])

    def place(self, code):
        """The Place of the gazetteer with this code; raises UnknownPlace if the gazetteer does not know it."""
        return self._once("place", code, self._find_place) if code else None

    def image(self, name):
        return self._once("image", name, self._make_image) if name else None

    def document(self, name):
        return self._once("document", name, self._make_document) if name else None

    @cached_property
    def sound(self):
        """The one sound of the example."""
        found = SiteMedia.objects.filter(file__startswith=f"media/{PREFIX}accord").first()
        if found:
            return found
        return SiteMedia.objects.create(
            title=SOUND["title"],
            type="audio",
            duration=files.CHORD_SECONDS,
            credit=SOUND["credit"],
            transcript=one_line(SOUND["transcript"]),
            uploaded_by_user=self.uploader,
            file=ContentFile(files.wav_chord(), name=f"{PREFIX}accord.wav"),
        )

    def film(self, name):
        """The address (str) of a film kept elsewhere; what is known of it is made here, as if its host had answered."""
        return self._once("film", name, self._make_film)

    def _once(self, sort, name, make):
        if (sort, name) not in self._found:
            self._found[sort, name] = make(name)
        return self._found[sort, name]

    def _make_theme(self, slug):
        title, description = THEMES[slug]
        defaults = {"title": title, "description": one_line(description)}
        return Theme.objects.get_or_create(slug=slug, defaults=defaults)[0]

    def _find_place(self, code):
        place = Place.objects.filter(code=code).first()
        if place is None:
            raise UnknownPlace(f"le répertoire ne connaît pas le lieu « {code} ».")
        return place

    def _make_image(self, name):
        title, description = DRAWINGS[name]
        file_name = f"{PREFIX}{name}.jpg"
        found = SiteImage.objects.filter(file__startswith=f"original_images/{PREFIX}{name}").first()
        if found:
            return found
        return SiteImage.objects.create(
            title=title,
            description=one_line(description),
            credit="dessin généré pour l’exemple",
            uploaded_by_user=self.uploader,
            file=ContentFile(_jpeg(name), name=file_name),
        )

    def _make_film(self, name):
        film = FILMS[name]
        if not HostedRecording.objects.filter(address=film["address"]).exists():
            HostedRecording.objects.create(
                address=film["address"],
                title=one_line(film["title"]),
                author=film["author"],
                poster=ContentFile(_jpeg(film["drawing"]), name=f"{PREFIX}{name}.jpg"),
            )
        return film["address"]

    def _make_document(self, name):
        title, extension, pages = DOCUMENTS[name]
        file_name = f"{PREFIX}{slugify(name)}.{extension}"
        found = SiteDocument.objects.filter(file__startswith=f"documents/{PREFIX}{slugify(name)}").first()
        if found:
            return found
        pages = [[one_line(paragraph) for paragraph in page] for page in pages]
        write = {"pdf": files.pdf_booklet, "odt": files.odt_document}[extension]
        content = ContentFile(write(title, pages), name=file_name)
        return SiteDocument.objects.create(title=title, file=content, uploaded_by_user=self.uploader)


def _jpeg(drawing):
    picture = BytesIO()
    draw(drawing).save(picture, "JPEG", quality=92)
    return picture.getvalue()
