"""Mails of the collective review, beside those that Wagtail sends itself."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    send_mail,
)
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_rejected

from members.models import ConsentState
from members.signals import decision_requested


class ReviewNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Tells the members of the chosen groups that a draft waits for them."""

    def get_template_base_prefix(self, instance, **kwargs):
        return "task_state_"

    def get_recipient_users(self, task_state, **kwargs):
        return super().get_recipient_users(task_state, **kwargs).exclude(pk__in=task_state.author_ids()).distinct()


class OwnerRejectionNotifier(WorkflowStateRejectionEmailNotifier):
    """Sends the reason to the page's author too, where somebody else had sent it to review."""

    def get_recipient_users(self, workflow_state, **kwargs):
        owner = workflow_state.content_object.owner
        already_told = {workflow_state.requested_by, kwargs.get("user"), None}
        return {owner} - already_told


review_notifier = ReviewNotifier()
owner_rejection_notifier = OwnerRejectionNotifier()


def mail_moderators(sender, state, **kwargs):
    """Asks every moderator to decide; each address gets its own message."""
    page = state.page
    context = {
        "title": page.get_admin_display_title(),
        "progress": state.progress(),
        "url": get_admin_base_url() + reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    subject = _("À trancher : « %(title)s »") % context
    message = render_to_string("members/mail/decision_requested.txt", context)
    for moderator in state.moderators():
        if moderator.email and moderator != state.decision_requested_by:
            send_mail(subject, message, [moderator.email])


def connect():
    task_submitted.connect(review_notifier, sender=ConsentState, dispatch_uid="consent_review_mail")
    workflow_rejected.connect(
        owner_rejection_notifier, sender=WorkflowState, dispatch_uid="consent_owner_rejection_mail"
    )
    decision_requested.connect(mail_moderators, dispatch_uid="consent_decision_mail")
