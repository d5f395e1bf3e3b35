"""The agenda listens: a dated content that is published, put aside, moved or renamed rewrites its dates."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from agenda.rewriting import rewrite
from core.models import ContentPage, Dated


@receiver([page_published, page_unpublished])
def rewrite_dates(sender, instance, **kwargs):
    """A page scheduled for later is not live yet, and has no date."""
    if isinstance(instance, Dated):
        rewrite(instance)


@receiver([page_slug_changed, post_page_move])
def rewrite_addresses(sender, instance, **kwargs):
    """Calendars lead back to the page: its address may have changed with that of one above it."""
    below = Page.objects.get(pk=instance.pk).get_descendants(inclusive=True).live()
    for content in ContentPage.objects.filter(pk__in=below.values("pk")).specific():
        if isinstance(content, Dated):
            rewrite(content)
