"""Contribution: what somebody sent, until it is a page of the site, or is gone."""

import json

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.kinds import kind_of
from contributions.signing import LICENCES, Consent, SignedBy
from core.models import ContentPage


class PlainJSONEncoder(json.JSONEncoder):
    """Writes letters as they are: what is stored can be searched by the words one types."""

    def __init__(self, **options):
        super().__init__(**options | {"ensure_ascii": False})


class ContributionQuerySet(models.QuerySet):
    def waiting(self):
        """Those that moderators have something to do about."""
        return self.filter(
            state__in=[Contribution.State.RECEIVED, Contribution.State.READING, Contribution.State.ANSWERED]
        )

    def left_to(self, member):
        """What waits for `member`, the oldest first: neither what is doubtful, nor what others have taken."""
        mine = models.Q(taken_by=None) | models.Q(taken_by=member)
        return self.waiting().filter(mine, is_doubtful=False).oldest_first()

    def held(self, pk):
        """That of the key `pk` as it is now, that nobody else changes meanwhile (Contribution, or None once gone)."""
        return self.select_for_update(of=("self",)).filter(pk=pk).first()

    def oldest_first(self):
        return self.order_by("received_at", "pk")


class Contribution(models.Model):
    """`answers` are what its form asked (dict: name of the field → str), plain text as it was typed.

    It holds neither an address on the network nor anything else that nobody typed; its code is known by its hash alone.
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("reçu")
        READING = "reading", _("en cours de lecture")
        QUESTION = "question", _("question posée")
        REPLIED = "replied", _("réponse donnée")
        ANSWERED = "answered", _("réponse reçue")
        ACCEPTED = "accepted", _("accepté")
        DECLINED = "declined", _("refusé")
        CLOSED = "closed", _("traité")
        SPAM = "spam", _("indésirable")

    _SAID_TO_SENDER = {
        State.QUESTION: _("une question vous est posée"),
        State.REPLIED: _("une réponse vous attend"),
        State.ANSWERED: _("votre message est arrivé"),
        State.SPAM: State.RECEIVED.label,
    }
    #: Where its sender may no longer add to it.
    DECIDED = frozenset({State.ACCEPTED, State.DECLINED, State.CLOSED})
    #: Where nothing is left to do about it.
    ENDED = DECIDED | {State.SPAM}

    kind = models.CharField(_("sorte"), max_length=20)
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.RECEIVED)
    #: Sent by a program, perhaps: it waits in a pile of its own.
    is_doubtful = models.BooleanField(_("à vérifier"), default=False)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    answers = models.JSONField(_("ce qui est envoyé"), default=dict, encoder=PlainJSONEncoder)
    signed_by = models.CharField(_("signé par"), max_length=10, choices=SignedBy.choices, default=SignedBy.NOBODY)
    signature = models.CharField(_("signature"), max_length=200, blank=True)
    email = models.EmailField(_("courriel"), blank=True)
    consent = models.CharField(_("accord"), max_length=10, choices=Consent.choices, blank=True)
    licence = models.CharField(_("licence"), max_length=10, choices=LICENCES, blank=True)
    received_at = models.DateTimeField(_("reçu le"), default=timezone.now, db_index=True)
    changed_at = models.DateTimeField(_("dernier changement"), default=timezone.now)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("pris par"),
    )
    page = models.ForeignKey(
        ContentPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    reason = models.TextField(_("raison"), blank=True)
    #: When nothing was left of it but its kind, its state and its dates.
    erased_at = models.DateTimeField(null=True, editable=False)

    objects = ContributionQuerySet.as_manager()

    #: No page « uses » it.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["received_at", "pk"]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self):
        return self.title

    @property
    def of_kind(self):
        """Its row of the table (contributions.kinds.Kind)."""
        return kind_of(self.kind)

    @property
    def title(self):
        """What it is called on a desk, whatever was sent (str)."""
        return self.of_kind.title_of(self.answers) or str(self.of_kind.label)

    @property
    def state_for_sender(self):
        """Where it is (str), to whoever sent it: what is put aside is only waiting, for them."""
        return self._SAID_TO_SENDER.get(self.state) or self.get_state_display()

    @property
    def is_decided(self):
        """Whether its sender may no longer add to it."""
        return self.state in self.DECIDED

    @property
    def may_be_withdrawn(self):
        """Whether its sender may take it back: nobody has read it on the site, and it was not refused."""
        was_read = self.page is not None and (self.page.live or self.page.first_published_at is not None)
        return self.state not in {self.State.DECLINED, self.State.CLOSED} and self.erased_at is None and not was_read

    @property
    def is_open(self):
        """Whether moderators have still to decide."""
        return self.state not in self.ENDED

    @property
    def may_be_published(self):
        return self.consent != Consent.PRIVATE and not self.of_kind.is_message

    @property
    def may_go_to_review(self):
        """Whether a draft of it may be read by others at once: its sender has asked nothing before that."""
        return self.consent == Consent.PUBLISH and not self.answers.get("to_hide")
