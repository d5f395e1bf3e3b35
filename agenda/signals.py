"""The agenda listens: a dated content that is published, unpublished or put aside rewrites its dates."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from agenda.models import Occurrence
from core.models import Dated


@receiver(page_published)
def write_occurrences(sender, instance, **kwargs):
    """A page scheduled for later is not live yet; an alias shows the dates of its source, which has them already."""
    if isinstance(instance, Dated):
        shows_dates = instance.live and not instance.alias_of_id
        Occurrence.objects.rewrite(instance, instance.dates() if shows_dates else [])


@receiver(page_unpublished)
def erase_occurrences(sender, instance, **kwargs):
    if isinstance(instance, Dated):
        Occurrence.objects.rewrite(instance, [])
