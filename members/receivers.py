"""A review follows the text of its page."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision

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
    if not states.exists():
        return
    with transaction.atomic():
        # In the order of ConsentTask.on_action: the page first, its review then.
        Page.objects.select_for_update().filter(pk=instance.object_id).first()
        for state in states.select_for_update():
            state.note_text(instance)
