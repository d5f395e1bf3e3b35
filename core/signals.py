"""What others set in motion: pictures are made before the first reader comes, uploads that wait are cleaned too."""

from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django_tasks import task
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile
from wagtail.signals import page_published

from core import photos
from core.background.tasks import enqueue_when_written
from core.files import doors
from core.files.types import Family
from core.illustrations import illustrate
from core.models import ContentPage, FileToErase, SiteImage, SiteMedia
from core.private_collections import settle_on_commit
from core.reading import illustrations_of
from core.site_storage import NOBODYS, folder_of, left_behind


@receiver(page_published)
def prepare_illustrations(sender, instance, **kwargs):
    """An encoder takes up to 595 ms a picture (TRAPS): the member who publishes waits, or a worker works."""
    if isinstance(instance, ContentPage):
        enqueue_when_written(make_illustrations, instance.pk)


@task()
def make_illustrations(page_pk):
    """Makes the renditions that one content (its key) still lacks; a picture that cannot be read is passed over."""
    page = ContentPage.objects.filter(pk=page_pk).first()
    if page:
        for image, use in set(_illustrations_of(page)):
            illustrate(image, use)


def _illustrations_of(page):
    """The (image, use) pairs of a content: on its card, at the head of the front page, on its page, in its text."""
    if page.image:
        yield from ((page.image, use) for use in ("card", "featured", page.specific_class.picture_use))
    yield from illustrations_of(page.body)


@receiver(pre_save, sender=UploadedFile)
def clean_what_waits(sender, instance, **kwargs):
    """What came with a title that is too long waits for a better one: clean, and where nobody gets it by an address."""
    if instance.file._committed:
        return
    if instance.for_content_type.model_class() is SiteImage:
        _keep_waiting(instance.file, photos.cleaned(instance.file))
        return
    with doors.cleaned(instance.file, {Family.DOCUMENT}) as clean:
        _keep_waiting(instance.file, ContentFile(clean.file.read(), name=clean.file.name))


def _keep_waiting(field_file, content):
    storage, name = field_file.storage, PurePath(content.name).name
    folder = f"{folder_of(NOBODYS)}{field_file.field.upload_to}"
    stored = storage.save(f"{folder}/{storage.get_valid_name(name)}", content, max_length=field_file.field.max_length)
    setattr(field_file.instance, field_file.field.name, stored)


@receiver(left_behind)
def erase_later(sender, name, **kwargs):
    FileToErase.objects.create(path=name)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
@receiver(post_save, sender=Collection)
def put_files_where_they_should_be(sender, **kwargs):
    """A collection becomes private, no longer is, or goes under another."""
    settle_on_commit()


@receiver(post_save, sender=SiteImage)
@receiver(post_save, sender=SiteMedia)
def put_its_files_where_they_should_be(sender, instance, raw=False, **kwargs):
    if not raw and instance.misplaced():
        settle_on_commit()


@hooks.register("after_bulk_action")
def put_what_is_moved_where_it_should_be(request, action_type, objs, action_class_instance):
    """Images moved together to another collection are told to no signal."""
    if action_class_instance.models == [SiteImage]:
        settle_on_commit()
