"""ConsentTask: a page is published when enough members agree and nobody objects."""

from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from members.forms import AgreementForm, ObjectionForm, QuestionForm
from members.models.consent_state import ConsentState

#: What a button of a review is called, and the form that goes with it.
GESTURE_FORMS = {
    "agree": AgreementForm,
    "object": ObjectionForm,
    "ask": QuestionForm,
    "decide": AgreementForm,
    "conclude": AgreementForm,
}
#: The gestures that may publish.
PUBLISHING = {"agree", "decide", "conclude"}


def read_action(action_name):
    """« agree-1f2e… » → (« agree », « 1f2e… »): the gesture, and the text it was made on ('' where it names none)."""
    verb, _dash, digest = action_name.partition("-")
    return verb, digest


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

    @transaction.atomic
    def start(self, workflow_state, user=None):
        """Begins a review that knows everybody who wrote in the draft since the page was last published."""
        state = super().start(workflow_state, user=user)
        page = workflow_state.content_object
        for revision in page.revisions.filter(pk__gt=page.live_revision_id or 0).order_by("created_at", "pk"):
            state.note_text(revision)
        state.note_text(page.get_latest_revision())
        return state

    @transaction.atomic
    def deactivate(self, user=None):
        """Ends the reviews under way without publishing anything: a task that is switched off agrees to nothing."""
        for state in ConsentState.objects.under_way().filter(task=self).select_related("workflow_state"):
            state.workflow_state.cancel(user=user)
        super().deactivate(user=user)

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
                (f"agree-{state.text_digest}", _("Être d’accord"), False),
                (f"agree-{state.text_digest}", _("Être d’accord, avec un mot"), True),
            ]
        elif state.accepts_conclusion_of(user):
            actions.append(("conclude", _("Publier : les accords y sont"), False))
        if state.accepts_objection_of(user):
            actions.append(("object", _("Objecter, avec une raison"), True))
        if state.accepts_question_of(user):
            actions.append(("ask", _("Demander à la modération de trancher"), True))
        if state.accepts_decision_of(user):
            actions.append((f"decide-{state.text_digest}", _("Trancher : publier"), True))
        return actions

    def has_reviewer(self, user):
        """Whether `user` belongs to one of the groups that are asked to agree."""
        return self._user_in_groups(user)

    def takes_part(self, obj, user):
        """Whether `user` has a say in the review of `obj`: reviewers, its author, administrators."""
        return user.is_superuser or self.has_reviewer(user) or obj.owner_id == user.pk

    def get_form_for_action(self, action):
        return GESTURE_FORMS.get(read_action(action)[0], AgreementForm)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, *, comment="", **kwargs):
        """Does what a button says; gives an address to go to (str) when something is missing, None when done.

        Raises PermissionDenied when it may no longer be done.
        """
        # Whoever saves this page at the same instant comes before or after, never in between.
        Page.objects.select_for_update().get(pk=task_state.workflow_state.object_id)
        state = ConsentState.objects.select_for_update().get(pk=task_state.pk)
        state.note_text(state.page.get_latest_revision())
        verb, digest = read_action(action_name)
        if verb not in GESTURE_FORMS:
            raise PermissionDenied
        form = GESTURE_FORMS[verb]({"comment": comment})
        if not form.is_valid() or (verb in PUBLISHING and state.missing_before_publication()):
            return reverse("wagtailadmin_pages:edit", args=[state.page.pk])
        comment = form.cleaned_data["comment"]
        if verb == "agree":
            state.agree(user, digest, comment)
        elif verb == "object":
            if not state.accepts_objection_of(user):
                raise PermissionDenied
            state.reject(user=user, comment=comment)
        elif verb == "ask":
            state.ask_for_decision(user, comment)
        elif verb == "decide":
            state.decide(user, digest, comment)
        elif verb == "conclude":
            state.conclude(user)
        return None

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Reviews that wait for `user`: neither their own page, nor one they have agreed to already."""
        waiting = []
        for state in ConsentState.objects.under_way().filter(task=self).ready_to_weigh():
            state.consent_task = self
            if state.waits_for(user):
                waiting.append(state.pk)
        return TaskState.objects.filter(pk__in=waiting)
