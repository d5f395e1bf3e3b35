"""Images, documents, sounds and videos: Wagtail's models with what the collective needs to know."""

import time
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace

from django.db import OperationalError, models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, Image, SourceImageIOError
from wagtail.search import index
from wagtailmedia.models import AbstractMedia

from core import photos
from core.captions import Captioned
from core.disk import is_about_writing
from core.document_text import document_text
from core.files.doors import RECORDED, cleaned
from core.files.types import Family
from core.indexing import FrenchIndexed
from core.licences import Credited
from core.measures import Measured
from core.models.cleaned import Cleaned
from core.privacy import in_public_collections
from core.sheltered import Shelf, Sheltered
from core.site_storage import folder_of
from core.turns import in_turn
from core.whole_files import kept_with_row


class People(models.TextChoices):
    """What is known of the people whom an image shows; nothing (blank) where nobody has said."""

    AGREED = "agreed", _("elles sont d’accord")
    NOT_ASKED = "not_asked", _("on ne leur a pas demandé")
    NOBODY = "nobody", _("personne n’est reconnaissable")


class SiteImage(FrenchIndexed, Credited, Cleaned, Sheltered, AbstractImage):
    """A photo or drawing. Whatever door it came through, `save` stores it without its metadata."""

    people = models.CharField(
        _("personnes reconnaissables"),
        max_length=10,
        blank=True,
        choices=People.choices,
        help_text=_(
            "Un visage, un lieu, un badge\u00a0: qui est reconnaissable, et ces personnes sont-elles d’accord\u202f? "
            "Sinon, masquez-les."
        ),
    )
    is_decorative = models.BooleanField(
        _("image décorative"),
        default=False,
        help_text=_("Cochez si elle n’apprend rien : les lecteurs d’écran la passeront."),
    )

    admin_form_fields = (*Image.admin_form_fields, "is_decorative", "people", "credit", "licence")
    search_fields = [*AbstractImage.search_fields, index.FilterField("people")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def store_file(self, name, file):
        self.removed = photos.told(file)
        self.file = photos.cleaned(file)
        self._set_image_file_metadata()
        self.file.save(self.file.name, self.file.file, save=False)

    def told(self):
        with self.file.open() as file:
            return photos.told(file)

    def get_upload_to(self, filename):
        return self.folder + super().get_upload_to(filename)

    def create_rendition(self, filter):
        """As Wagtail's, and SourceImageIOError where nothing can be written: pages are shown without the picture."""
        with _unwritten_is_unreadable():
            return super().create_rendition(filter)

    def create_renditions(self, *filters):
        """The same; of those who come together in a process, one makes them."""
        with _unwritten_is_unreadable(), in_turn(self.pk):
            wanted = {(self.pk, one.spec, one.get_cache_key(self)): one for one in filters}
            made = self.renditions.filter(filter_spec__in=[one.spec for one in filters])
            found = {wanted[one.made_as]: one for one in made if one.made_as in wanted}
            return found | super().create_renditions(*(one for one in filters if one not in found))

    def hold(self):
        """Within a transaction, keeps its file from being replaced. Raises SourceImageIOError if it has been."""
        same = SiteImage.objects.select_for_update(no_key=True).filter(pk=self.pk, file=self.file.name)
        if not same.values_list("pk"):
            raise SourceImageIOError(_("Cette image vient d’être remplacée."))


@contextmanager
def _unwritten_is_unreadable():
    if time.monotonic() < _rest.until:
        raise SourceImageIOError(_NOT_NOW)
    try:
        yield
    except (OSError, OperationalError) as error:  # a database that has just been read is full, or locked
        if isinstance(error, OSError) and not is_about_writing(error):
            raise
        _rest.until = time.monotonic() + _REST
        raise SourceImageIOError(_NOT_NOW) from error


#: Seconds before pictures are made again where nothing can be written: pages would wait for each of them in vain.
_REST = 30
_rest = SimpleNamespace(until=float("-inf"))
_NOT_NOW = _("Cette image ne peut pas être faite pour le moment.")


class RenditionQuerySet(models.QuerySet):
    def bulk_create(self, objs, *args, **kwargs):
        """As `SiteRendition.save`: what was made from a file that is replaced is not stored, nor what another made."""
        with ExitStack() as stack:
            for one in objs:
                stack.enter_context(kept_with_row(one, "file"))
            stack.enter_context(transaction.atomic())
            for image in {one.image_id: one.image for one in objs}.values():
                image.hold()
            known = {one.made_as: one for one in self.filter(image__in={one.image_id for one in objs})}
            super().bulk_create([one for one in objs if one.made_as not in known], *args, **kwargs)
            return [known.get(one.made_as, one) for one in objs]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    objects = RenditionQuerySet.as_manager()

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    @property
    def made_as(self):
        """What tells it from the others (tuple)."""
        return self.image_id, self.filter_spec, self.focal_point_key

    def get_upload_to(self, filename):
        """Beside the file that it is made from: whoever gets the one gets the other."""
        return folder_of(self.image.private_to) + super().get_upload_to(filename)

    def save(self, *args, **kwargs):
        """Its file is written once nobody can replace that of its image any more: it may be made for half a second."""
        with kept_with_row(self, "file"), transaction.atomic():
            self.image.hold()
            super().save(*args, **kwargs)


def prefetch_renditions(images):
    """Fetches in one query the renditions of `images` (iterable of SiteImage or None), for templates to find."""
    models.prefetch_related_objects(
        [image for image in images if image], models.Prefetch("renditions", to_attr="prefetched_renditions")
    )


class SiteDocumentQuerySet(DocumentQuerySet):
    def published(self):
        """What any reader may open: in no private collection."""
        return in_public_collections(self)


class SiteDocument(FrenchIndexed, Credited, Cleaned, AbstractDocument):
    """A document, with the text it holds, by which it is found."""

    text = models.TextField(editable=False, blank=True)

    objects = SiteDocumentQuerySet.as_manager()
    admin_form_fields = (*Document.admin_form_fields, "credit", "licence")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("text")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def store_file(self, name, file):
        """Raises FileRefused where its file is no document. Its size and its text are known whatever door it used."""
        with cleaned(file, {Family.DOCUMENT}) as clean:
            self.file, self.removed = clean.file, clean.removed
            self.read_file()
            self.file.save(self.file.name, self.file.file, save=False)

    def read_file(self):
        """Fills what is known of its file: size, print, text."""
        self._set_document_file_metadata()
        self.text = document_text(self.file, self.file_extension)


class SiteMedia(FrenchIndexed, Credited, Captioned, Measured, Cleaned, Sheltered, AbstractMedia):
    """A sound or a video, with the words it says for those who cannot hear it (RGAA 4.1)."""

    file = models.FileField(_("fichier"), upload_to=Shelf("media"))
    thumbnail = models.FileField(_("image d’attente"), blank=True, upload_to=Shelf("media_thumbnails"))

    transcript = models.TextField(
        _("transcription"),
        blank=True,
        help_text=_("Ce qui est dit, pour les personnes sourdes et pour celles qui préfèrent lire."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "credit",
        "licence",
        "duration",
        "thumbnail",
        "captions",
        "captions_language",
        "transcript",
        "tags",
    )

    cleaned_fields = ("file", "thumbnail")
    sheltered_fields = ("file", "thumbnail", "captions")

    class Meta:
        verbose_name = _("son ou vidéo")
        verbose_name_plural = _("sons et vidéos")

    def store_file(self, name, file):
        """Raises FileRefused where its file is neither a sound nor a video."""
        if name == "thumbnail":
            self.thumbnail = photos.cleaned(file)
            self.thumbnail.save(self.thumbnail.name, self.thumbnail.file, save=False)
            return
        with cleaned(file, RECORDED) as clean:
            self.file, self.removed = clean.file, clean.removed
            self.file.save(self.file.name, self.file.file, save=False)
        self.measure()

    def told(self):
        if not self.thumbnail:
            return super().told()
        with self.thumbnail.open() as poster:
            return [*super().told(), *photos.told(poster)]
