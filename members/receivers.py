"""A review follows the text of its page; a member hears of what changes in their account, whoever changes it."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, Revision

from members.access.telling import ADDRESS_CHANGED, PASSWORD_CHANGED, tell
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


@receiver(pre_save, sender=get_user_model())
def note_what_opens_the_account(sender, instance, raw=False, update_fields=None, **kwargs):
    """By any door: one's screen, an administrator's, the link of a mail, a command. A hash made stronger is none."""
    instance.changes_to_tell = {}
    if raw or instance._state.adding or (update_fields is not None and not {"password", "email"} & {*update_fields}):
        return
    before = sender.objects.filter(pk=instance.pk).values("password", "email").first()
    if before is None:
        return
    addresses = {before["email"], instance.email}
    if instance.password != before["password"] and instance._password is not None:
        instance.changes_to_tell[PASSWORD_CHANGED] = addresses
    if len(addresses) > 1:
        instance.changes_to_tell[ADDRESS_CHANGED] = addresses


@receiver(post_save, sender=get_user_model())
def tell_what_opens_the_account(sender, instance, **kwargs):
    for action, addresses in instance.changes_to_tell.items():
        tell(instance, action, addresses=addresses)
