"""The agenda listens: a dated content that is published, unpublished or put aside rewrites its dates."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from agenda.models import Occurrence
from core.models import Dated


@receiver(page_published)
def write_occurrences(sender, instance, **kwargs):
    if isinstance(instance, Dated):
        Occurrence.objects.rewrite(instance, instance.dates())


@receiver(page_unpublished)
def erase_occurrences(sender, instance, **kwargs):
    if isinstance(instance, Dated):
        Occurrence.objects.rewrite(instance, [])
