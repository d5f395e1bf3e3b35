"""A review follows the text of its page."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Revision

from members.models import ConsentState


@receiver(post_save, sender=Revision)
def follow_the_text(sender, instance, raw=False, **kwargs):
    """Any revision of a page under review, new or overwritten by autosave, tells its review what it says."""
    if raw:
        return
    states = ConsentState.objects.under_way().filter(
        workflow_state__base_content_type_id=instance.base_content_type_id,
        workflow_state__object_id=instance.object_id,
    )
    for state in states:
        state.note_text(instance)
