"""The agenda listens: a dated content that is published, put aside, moved or renamed rewrites its dates."""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from agenda.models import CalendarEntry
from agenda.rewriting import rewrite
from core.models import ContentPage, Dated


@receiver(page_published)
def rewrite_dates(sender, instance, **kwargs):
    """A page scheduled for later is not live yet, and has no date."""
    if isinstance(instance, Dated):
        rewrite(instance)


@receiver(page_unpublished)
def withdraw_dates(sender, instance, **kwargs):
    """Sent of a page about to be deleted too, which still says that it is live."""
    if isinstance(instance, Dated):
        rewrite(instance, is_withdrawn=True)
    # Whoever organises is named in the filters.
    CalendarEntry.objects.filter(content__eventpage__organiser=instance.pk).update(changed_at=timezone.now())


@receiver([post_save, post_delete], sender=PageViewRestriction)
def tell_calendars(sender, instance, **kwargs):
    """What is private, or no longer is, leaves calendars or comes back to them: they have to be sent again."""
    path = instance.page.path
    told = Q(content__path__startswith=path) | Q(content__eventpage__organiser__path__startswith=path)
    CalendarEntry.objects.filter(told).update(changed_at=timezone.now())


@receiver([page_slug_changed, post_page_move])
def rewrite_addresses(sender, instance, **kwargs):
    """Calendars lead back to the page: its address may have changed with that of one above it."""
    below = Page.objects.get(pk=instance.pk).get_descendants(inclusive=True).live()
    for content in ContentPage.objects.filter(pk__in=below.values("pk")):
        if issubclass(content.specific_class, Dated):
            rewrite(content)
