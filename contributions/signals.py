"""Whoever sent something is told when its page is published; a file goes with its row."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from contributions.files.quarantine import delete_file
from contributions.models import Act, Attachment, Contribution
from contributions.notices import say_there_is_news


@receiver(page_published)
def tell_its_sender(sender, instance, **kwargs):
    """The first time only: what is corrected later is no news."""
    accepted = Contribution.objects.filter(page=instance.pk, state=Contribution.State.ACCEPTED)
    for contribution in accepted.exclude(acts__verb=Act.Verb.PUBLISHED):
        Act.objects.create(contribution=contribution, verb=Act.Verb.PUBLISHED)
        say_there_is_news(contribution)


@receiver(post_delete, sender=Attachment)
def empty_its_quarantine(sender, instance, **kwargs):
    delete_file(instance.name)
