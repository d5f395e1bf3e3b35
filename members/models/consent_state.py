"""ConsentState: one collective review, under way or ended."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, TaskState
from wagtail.permission_policies.pages import PagePermissionPolicy

from members.drafts import draft_digest
from members.progress import ConsentProgress
from members.signals import decision_requested


class ConsentStateQuerySet(models.QuerySet):
    def under_way(self):
        return self.filter(status=TaskState.STATUS_IN_PROGRESS)

    def ready_to_weigh(self):
        """The reviews (list) with all that says who may act on them, in a fixed number of queries."""
        states = list(
            self.select_related("workflow_state")
            .prefetch_related("agreements", "writers")
            .order_by("-started_at", "-pk")
        )
        pages = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in states])
        for state in states:
            state.page = pages.get(int(state.workflow_state.object_id))
        return [state for state in states if state.page]


class ConsentState(TaskState):
    """One review under way, or ended. Agreements are counted for the present text of the draft only.

    `text_digest` follows each revision of the page (members.signals): it changes when the text does, and only
    then. `writers` are those who changed the text during this review.
    """

    text_digest = models.CharField(editable=False, max_length=16)
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, editable=False, related_name="+")
    decision_requested_at = models.DateTimeField(null=True, editable=False)
    decision_requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    decision_question = models.TextField(editable=False, blank=True)

    objects = ConsentStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("relecture")
        verbose_name_plural = _("relectures")

    @cached_property
    def page(self):
        return self.workflow_state.content_object

    @cached_property
    def consent_task(self):
        return self.task.specific

    def note_text(self, revision):
        """Takes note of what `revision` says: its digest, and its writer where the text has changed."""
        digest = draft_digest(revision)
        if digest == self.text_digest:
            return
        self.text_digest = digest
        self.save(update_fields=["text_digest"])
        if revision.user_id:
            self.writers.add(revision.user_id)

    def author_ids(self):
        """Who may not agree: whoever created the page, sent it to review, or wrote in it since (set of keys)."""
        writers = {member.pk for member in self.writers.all()}
        return ({self.page.owner_id, self.workflow_state.requested_by_id} - {None}) | writers

    def current_agreements(self):
        """Agreements to the present text of members who still review, first to agree first."""
        return (
            self.agreements.filter(
                digest=self.text_digest, member__is_active=True, member__groups__in=self.consent_task.groups.all()
            )
            .select_related("member")
            .distinct()
            .order_by("created_at", "pk")
        )

    def progress(self):
        """Where the review stands (ConsentProgress)."""
        asker = self.decision_requested_by
        return ConsentProgress(
            agreed=[agreement.member.get_full_name() for agreement in self.current_agreements()],
            needed=self.consent_task.agreements_needed,
            asked_by=asker.get_full_name() if asker else "",
            question=self.decision_question,
        )

    def missing_before_publication(self):
        """What the draft still lacks to be published (list of French sentences)."""
        draft = self.page.get_latest_revision_as_object()
        errors = {}
        try:
            draft.full_clean()
        except ValidationError as error:
            errors.update({name: " ".join(messages) for name, messages in error.message_dict.items()})
        for field in draft._meta.fields:
            if isinstance(field, StreamField):
                stream = getattr(draft, field.name)
                try:
                    stream.stream_block.clean(stream)
                except ValidationError:
                    errors[field.name] = _now("un bloc est à corriger.")
        if hasattr(draft, "publication_errors"):
            errors.update(draft.publication_errors())
        names = {field.name: field.verbose_name for field in draft._meta.fields}
        return [
            f"{capfirst(names[name])} : {message}" if name in names else message for name, message in errors.items()
        ]

    def accepts_agreement_of(self, user):
        """Members of the groups agree once to a text that is not theirs."""
        has_agreed = any(
            agreement.member_id == user.pk and agreement.digest == self.text_digest
            for agreement in self.agreements.all()
        )
        return (
            self.status == self.STATUS_IN_PROGRESS
            and not has_agreed
            and self.consent_task.has_reviewer(user)
            and user.pk not in self.author_ids()
        )

    def accepts_objection_of(self, user):
        """Members of the groups may object to others' pages, even after they agreed."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and (user.is_superuser or self.consent_task.has_reviewer(user))
            and user.pk not in {self.page.owner_id, self.workflow_state.requested_by_id}
        )

    def accepts_decision_of(self, user):
        """Whoever may publish decides, once asked to."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and self.decision_requested_at is not None
            and self.page.permissions_for_user(user).can_publish()
        )

    def accepts_question_of(self, user):
        """Whoever takes part may ask the moderation to decide, once."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and self.decision_requested_at is None
            and self.consent_task.takes_part(self.page, user)
        )

    def accepts_conclusion_of(self, user):
        """Fewer agreements are needed than when the last one was given: there are enough, and nobody to say so."""
        return (
            self.status == self.STATUS_IN_PROGRESS
            and self.consent_task.has_reviewer(user)
            and self.current_agreements().count() >= self.consent_task.agreements_needed
        )

    def waits_for(self, user):
        """Whether the page goes no further without an answer that `user` can give."""
        return self.accepts_agreement_of(user) or self.accepts_decision_of(user)

    def agree(self, user, digest, comment=""):
        """Counts the agreement of `user` to the text whose fingerprint is `digest`; publishes at the last one.

        Raises PermissionDenied when the text has changed since, or when the user may not agree.
        """
        if digest != self.text_digest or not self.accepts_agreement_of(user):
            raise PermissionDenied
        self.agreements.create(member=user, digest=digest, comment=comment)
        self._log(user, "members.agree", comment)
        if self.progress().missing == 0:
            self.conclude(user)

    def conclude(self, user):
        """Publishes what enough members agree to. Raises PermissionDenied when one is missing."""
        if not self.accepts_conclusion_of(user):
            raise PermissionDenied
        self.approve(user=user, comment=_now("Accord de %(names)s.") % {"names": ", ".join(self.progress().agreed)})

    def ask_for_decision(self, user, question):
        """Asks moderators, by mail and on their home screen, to decide. Raises PermissionDenied if asked already."""
        if not self.accepts_question_of(user):
            raise PermissionDenied
        self.decision_requested_at = timezone.now()
        self.decision_requested_by = user
        self.decision_question = question
        self.save()
        self._log(user, "members.ask", question)
        transaction.on_commit(lambda: decision_requested.send(sender=type(self), state=self), robust=True)

    def decide(self, user, digest, comment=""):
        """A moderator publishes the text of that fingerprint without waiting for the missing agreements.

        Raises PermissionDenied when the text has changed since, or when nobody asked for a decision.
        """
        if digest != self.text_digest or not self.accepts_decision_of(user):
            raise PermissionDenied
        self.approve(user=user, comment=comment or _now("Tranché par la modération."))

    def moderators(self):
        """Active members who may publish this page (QuerySet of Member)."""
        policy = PagePermissionPolicy()
        return policy.users_with_permission_for_instance("publish", self.page).filter(is_active=True)

    def _log(self, user, action, comment):
        log(
            instance=self.page,
            action=action,
            user=user,
            data={"comment": comment},
            revision=self.page.get_latest_revision(),
        )
