"""ConsentState: one collective review, under way or ended."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import TaskState

from members.drafts import draft_digest
from members.signals import decision_requested


@dataclass(frozen=True)
class ConsentProgress:
    """Where a review stands: `agreed` (names, first to agree first), `needed` (int), `asked_by` (name or '')."""

    agreed: list[str]
    needed: int
    asked_by: str = ""
    question: str = ""

    @property
    def missing(self):
        return max(0, self.needed - len(self.agreed))

    def __str__(self):
        """« Relecture collective : 1 accord sur 2 (Ana). Il manque 1 accord. »"""
        names = f" ({', '.join(self.agreed)})" if self.agreed else ""
        said = _now("Relecture collective : %(count)d accord sur %(needed)d%(names)s.") % {
            "count": len(self.agreed),
            "needed": self.needed,
            "names": names,
        }
        said += " " + ngettext("Il manque %(missing)d accord.", "Il manque %(missing)d accords.", self.missing) % {
            "missing": self.missing
        }
        if self.asked_by:
            said += " " + _now("%(name)s a demandé à la modération de trancher.") % {"name": self.asked_by}
        return said


class ConsentState(TaskState):
    """One review under way, or ended. Agreements are counted for the present text of the draft only."""

    decision_requested_at = models.DateTimeField(null=True, editable=False)
    decision_requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    decision_question = models.TextField(editable=False, blank=True)

    class Meta:
        verbose_name = _("relecture")
        verbose_name_plural = _("relectures")

    @property
    def page(self):
        return self.workflow_state.content_object

    @property
    def latest_revision(self):
        return self.page.get_latest_revision()

    @property
    def digest(self):
        return draft_digest(self.latest_revision)

    @property
    def consent_task(self):
        return self.task.specific

    def author_ids(self):
        """Who may not agree: whoever created the page, sent it to review, or wrote its present text (set of keys)."""
        return {self.page.owner_id, self.workflow_state.requested_by_id, self.latest_revision.user_id} - {None}

    def current_agreements(self):
        """Agreements to the present text of the draft, first to agree first."""
        return self.agreements.filter(digest=self.digest).select_related("member").order_by("created_at", "pk")

    def progress(self):
        """Where the review stands (ConsentProgress)."""
        asker = self.decision_requested_by
        return ConsentProgress(
            agreed=[agreement.member.get_full_name() for agreement in self.current_agreements()],
            needed=self.consent_task.agreements_needed,
            asked_by=asker.get_full_name() if asker else "",
            question=self.decision_question,
        )

    def accepts_agreement_of(self, user):
        return (
            self.status == self.STATUS_IN_PROGRESS
            and self.consent_task.has_reviewer(user)
            and user.pk not in self.author_ids()
            and not self.current_agreements().filter(member=user).exists()
        )

    def accepts_objection_of(self, user):
        """Members of the groups may object to others' pages, even after they agreed."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and (user.is_superuser or self.consent_task.has_reviewer(user))
            and user.pk not in {self.page.owner_id, self.workflow_state.requested_by_id}
        )

    def accepts_decision_of(self, user):
        return (
            self.status == self.STATUS_IN_PROGRESS
            and self.decision_requested_at is not None
            and self.page.permissions_for_user(user).can_publish()
        )

    def waits_for(self, user):
        return self.accepts_agreement_of(user) or self.accepts_decision_of(user)

    def agree(self, user, digest, comment=""):
        """Counts the agreement of `user` to the text whose fingerprint is `digest`; publishes at the last one.

        Raises PermissionDenied when the text has changed since, or when the user may not agree.
        """
        if digest != self.digest or not self.accepts_agreement_of(user):
            raise PermissionDenied
        self.agreements.create(member=user, digest=digest, comment=comment)
        self._log(user, "members.agree", comment)
        progress = self.progress()
        if progress.missing == 0:
            self.approve(user=user, comment=_now("Accord de %(names)s.") % {"names": ", ".join(progress.agreed)})

    def approve(self, user=None, update=True, comment=""):
        """As Wagtail does; the text published is the one read here, even if another is being written meanwhile."""
        self.workflow_state.agreed_revision = self.latest_revision
        return super().approve(user=user, update=update, comment=comment)

    def ask_for_decision(self, user, question):
        """Asks moderators, by mail and on their home screen, to decide. Raises PermissionDenied if asked already."""
        if self.decision_requested_at or not self.consent_task.takes_part(self.page, user):
            raise PermissionDenied
        self.decision_requested_at = timezone.now()
        self.decision_requested_by = user
        self.decision_question = question
        self.save()
        self._log(user, "members.ask", question)
        transaction.on_commit(lambda: decision_requested.send(sender=type(self), state=self))

    def decide(self, user, comment=""):
        """A moderator publishes without waiting for the missing agreements. Raises PermissionDenied if not asked."""
        if not self.accepts_decision_of(user):
            raise PermissionDenied
        self.approve(user=user, comment=comment or _now("Tranché par la modération."))

    def moderators(self):
        """Active members who may publish (list of Member)."""
        members = get_user_model().objects.filter(is_active=True)
        return [member for member in members if self.page.permissions_for_user(member).can_publish()]

    def _log(self, user, action, comment):
        log(instance=self.page, action=action, user=user, data={"comment": comment}, revision=self.latest_revision)
