"""ConsentTask: a page is published when enough members agree and nobody objects."""

from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from members.forms import AgreementForm, ObjectionForm, QuestionForm
from members.models.consent_state import ConsentState


class ConsentTask(AbstractGroupApprovalTask):
    """N members of the chosen groups agree, never the author; one reasoned objection sends the page back."""

    agreements_needed = models.PositiveSmallIntegerField(
        _("accords nécessaires"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("Combien de membres, en plus de l’auteur·rice, doivent être d’accord."),
    )

    task_state_class = ConsentState
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
        if state.decision_requested_at is None and self.takes_part(obj, user):
            actions.append(("ask", _("Demander à la modération de trancher"), True))
        if state.accepts_decision_of(user):
            actions.append(("decide", _("Trancher : publier"), True))
        return actions

    def has_reviewer(self, user):
        """Whether `user` belongs to one of the groups that are asked to agree."""
        return self._user_in_groups(user)

    def takes_part(self, obj, user):
        """Whether `user` has a say in the review of `obj`: reviewers, its author, administrators."""
        return user.is_superuser or self.has_reviewer(user) or obj.owner_id == user.pk

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
        if not (user.is_superuser or self.has_reviewer(user)):
            return TaskState.objects.none()
        under_way = ConsentState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        waiting = [state.pk for state in under_way if state.waits_for(user)]
        return TaskState.objects.filter(pk__in=waiting)
