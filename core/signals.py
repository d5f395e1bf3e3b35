"""What others set in motion: pictures are made before the first reader comes, uploads that wait are cleaned too."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django_tasks import task
from wagtail.models import UploadedFile
from wagtail.signals import page_published

from core import photos
from core.files import doors
from core.files.types import Family
from core.illustrations import illustrate
from core.models import ContentPage, SiteImage
from core.reading import illustrations_of


@receiver(page_published)
def prepare_illustrations(sender, instance, **kwargs):
    """An encoder takes up to 595 ms a picture (TRAPS): the member who publishes waits, or a worker works."""
    if isinstance(instance, ContentPage):
        transaction.on_commit(partial(make_illustrations.enqueue, instance.pk))


@task()
def make_illustrations(page_pk):
    """Makes the renditions that one content (its key) still lacks; a picture that cannot be read is passed over."""
    page = ContentPage.objects.filter(pk=page_pk).first()
    if page:
        for image, use in set(_illustrations_of(page)):
            illustrate(image, use)


def _illustrations_of(page):
    """The (image, use) pairs that a content shows: on its card, on its page, in its text."""
    if page.image:
        yield from ((page.image, use) for use in ("card", page.specific_class.picture_use))
    yield from illustrations_of(page.body)


@receiver(pre_save, sender=UploadedFile)
def clean_what_waits(sender, instance, **kwargs):
    """What came with a title that is too long waits in the public folder for a better one: it is clean there too."""
    if instance.file._committed:
        return
    if instance.for_content_type.model_class() is SiteImage:
        instance.file = photos.cleaned(instance.file)
        return
    with doors.cleaned(instance.file, {Family.DOCUMENT}) as clean:
        instance.file = ContentFile(clean.file.read(), name=clean.file.name)
