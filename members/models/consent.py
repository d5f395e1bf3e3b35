"""Collective review: a page is published when enough members agree and nobody objects.

ConsentTask is a task of Wagtail's own workflow; ConsentState is one review under way.
"""

import hashlib
import json
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import AbstractGroupApprovalTask, TaskState

from members.signals import decision_requested

#: What a revision records beside the text itself: changing it does not change what was agreed to.
BOOKKEEPING = {
    "pk",
    "depth",
    "draft_title",
    "expired",
    "first_published_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "path",
    "url_path",
    "wagtail_admin_comments",
}


def draft_digest(revision):
    """A fingerprint (16 hexadecimal characters) of the text of a Revision, blind to bookkeeping."""
    text = json.dumps(_without_bookkeeping(revision.content), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _without_bookkeeping(value):
    if isinstance(value, dict):
        return {key: _without_bookkeeping(item) for key, item in value.items() if key not in BOOKKEEPING}
    if isinstance(value, list):
        return [_without_bookkeeping(item) for item in value]
    return value


class ObjectionForm(forms.Form):
    """An objection without a reason helps nobody: the reason is required."""

    comment = forms.CharField(
        label=_("Votre raison"),
        help_text=_("L’auteur·rice la recevra par courriel, et elle restera dans l’historique de la page."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class QuestionForm(forms.Form):
    comment = forms.CharField(
        label=_("Ce qui bloque"),
        help_text=_("La modération recevra ces lignes par courriel et décidera de publier ou non."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class AgreementForm(forms.Form):
    comment = forms.CharField(
        label=_("Un mot, si vous voulez"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=4000
    )


class ConsentTask(AbstractGroupApprovalTask):
    """N members of the chosen groups agree, never the author; one reasoned objection sends the page back."""

    agreements_needed = models.PositiveSmallIntegerField(
        _("accords nécessaires"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("Combien de membres, en plus de l’auteur·rice, doivent être d’accord."),
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "agreements_needed"]

    class Meta:
        verbose_name = _("relecture par consentement")
        verbose_name_plural = _("relectures par consentement")

    @classmethod
    def get_description(cls):
        return _("Publie quand assez de membres sont d’accord et que personne n’objecte.")

    def locked_for_user(self, obj, user):
        """Nobody is locked out: a draft can always be improved, and the count starts again."""
        return False

    def get_actions(self, obj, user):
        """What `user` may do now; « agree » names the draft that it agrees to, so that a stale screen cannot."""
        state = obj.current_workflow_task_state
        if not isinstance(state, ConsentState):
            return []
        actions = []
        if state.accepts_agreement_of(user):
            actions += [
                (f"agree-{state.digest}", _("Être d’accord"), False),
                (f"agree-{state.digest}", _("Être d’accord, avec un mot"), True),
            ]
        if state.accepts_objection_of(user):
            actions.append(("object", _("Objecter, avec une raison"), True))
        if state.decision_requested_at is None and self._takes_part(obj, user):
            actions.append(("ask", _("Demander à la modération de trancher"), True))
        if state.accepts_decision_of(user):
            actions.append(("decide", _("Trancher : publier"), True))
        return actions

    def _takes_part(self, obj, user):
        return user.is_superuser or self._user_in_groups(user) or obj.owner_id == user.pk

    def get_form_for_action(self, action):
        return {"object": ObjectionForm, "ask": QuestionForm}.get(action, AgreementForm)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, *, comment="", **kwargs):
        """Does what a button says. Raises PermissionDenied when it may no longer be done."""
        state = ConsentState.objects.select_for_update().get(pk=task_state.pk)
        verb, _dash, digest = action_name.partition("-")
        if verb == "agree":
            state.agree(user, digest, comment)
        elif verb == "object":
            if not state.accepts_objection_of(user):
                raise PermissionDenied
            state.reject(user=user, comment=comment)
        elif verb == "ask":
            state.ask_for_decision(user, comment)
        elif verb == "decide":
            state.decide(user, comment)
        else:
            raise PermissionDenied

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Reviews that wait for `user`: neither their own page, nor one they have agreed to already."""
        if not (user.is_superuser or self._user_in_groups(user)):
            return TaskState.objects.none()
        under_way = ConsentState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        waiting = [state.pk for state in under_way if state.waits_for(user)]
        return TaskState.objects.filter(pk__in=waiting)


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
        said = _now("Relecture collective : %(count)d accord sur %(needed)d%(names)s.") % {
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
            and self.consent_task._user_in_groups(user)
            and user.pk not in self.author_ids()
            and not self.current_agreements().filter(member=user).exists()
        )

    def accepts_objection_of(self, user):
        """Members of the groups may object to others' pages, even after they agreed."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and (user.is_superuser or self.consent_task._user_in_groups(user))
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
        Agreement.objects.create(state=self, member=user, digest=digest, comment=comment)
        self._log(user, "members.agree", comment)
        progress = self.progress()
        if progress.missing == 0:
            self.approve(user=user, comment=_now("Accord de %(names)s.") % {"names": ", ".join(progress.agreed)})

    def ask_for_decision(self, user, question):
        """Asks moderators, by mail and on their home screen, to decide. Raises PermissionDenied if asked already."""
        if self.decision_requested_at or not self.consent_task._takes_part(self.page, user):
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


ConsentTask.task_state_class = ConsentState


class Agreement(models.Model):
    """One member agrees to one text; worth nothing once the text has changed."""

    state = models.ForeignKey(ConsentState, on_delete=models.CASCADE, related_name="agreements")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agreements")
    digest = models.CharField(max_length=16)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("accord")
        verbose_name_plural = _("accords")
        constraints = [models.UniqueConstraint(fields=["state", "member", "digest"], name="one_agreement_per_text")]
