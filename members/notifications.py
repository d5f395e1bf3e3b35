"""Mails of the collective review. They leave once the gesture is written down, and never undo it."""

import logging
from functools import partial

from django.core.mail import get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    send_mail,
)
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from members.after_answer import after_answer
from members.models import ConsentState
from members.signals import decision_requested

logger = logging.getLogger(__name__)


class AfterCommit:
    """Sends when the transaction is over: a slow mail server holds no lock, an undone gesture tells nobody."""

    def __call__(self, instance=None, **kwargs):
        after_answer(lambda: super(AfterCommit, self).__call__(instance=instance, **kwargs))


class ReviewNotifier(AfterCommit, GroupApprovalTaskStateSubmissionEmailNotifier):
    """Tells the members of the chosen groups that a draft waits for them."""

    def get_template_base_prefix(self, instance, **kwargs):
        return "task_state_"

    def get_recipient_users(self, task_state, **kwargs):
        return super().get_recipient_users(task_state, **kwargs).exclude(pk__in=task_state.author_ids()).distinct()


class ToTheAuthor(AfterCommit):
    """To whoever sent the page to review, and to its author if somebody else did."""

    def get_recipient_users(self, workflow_state, **kwargs):
        concerned = {workflow_state.requested_by, workflow_state.content_object.owner}
        return concerned - {kwargs.get("user"), None}


class RejectionNotifier(ToTheAuthor, WorkflowStateRejectionEmailNotifier):
    """Sends the reason of an objection."""


class ApprovalNotifier(ToTheAuthor, WorkflowStateApprovalEmailNotifier):
    """Says that the collective agrees."""


def mail_moderators(sender, state, **kwargs):
    """Asks every moderator to decide; each address gets its own message, and one that fails stops no other."""
    page = state.page
    context = {
        "title": page.get_admin_display_title(),
        "progress": state.progress(),
        "url": get_admin_base_url() + reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    subject = _("À trancher : « %(title)s »") % context
    message = render_to_string("members/mail/decision_requested.txt", context)
    asked = [one for one in state.moderators() if one.email and one != state.decision_requested_by]
    if asked:
        after_answer(partial(_mail_each, subject, message, asked))


def _mail_each(subject, message, members):
    connection = get_connection()
    connection.open()  # a server that is away is waited for once
    try:
        for member in members:
            try:
                send_mail(subject, message, [member.email], connection=connection)
            except OSError:
                logger.exception("A request for a decision could not be mailed to member %s", member.pk)
    finally:
        connection.close()


#: Kept here: signals hold their receivers weakly.
NOTIFIERS = {
    "group_approval_task_submitted_email_notification": (task_submitted, ConsentState, ReviewNotifier()),
    "workflow_state_rejected_email_notification": (workflow_rejected, WorkflowState, RejectionNotifier()),
    "workflow_state_approved_email_notification": (workflow_approved, WorkflowState, ApprovalNotifier()),
}


def connect():
    """Puts our notifiers in the place of Wagtail's, under the same names."""
    for name, (signal, sender, notifier) in NOTIFIERS.items():
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(notifier, sender=sender, dispatch_uid=name)
    decision_requested.connect(mail_moderators, dispatch_uid="consent_decision_mail")
