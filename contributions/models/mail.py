"""Mail: what is to be mailed about a contribution, and whether it left. It holds neither a word nor an address."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.models.contribution import Contribution

#: After that, what has not left will not leave by itself: the site was stopped before.
LONGEST_WAY = timedelta(minutes=5)


class MailQuerySet(models.QuerySet):
    def unsent(self):
        """Those that did not leave, and will not by themselves."""
        states, late = Mail.State, timezone.now() - LONGEST_WAY
        return self.filter(models.Q(state=states.FAILED) | models.Q(state=states.WAITING, tried_at__lte=late))


class Mail(models.Model):
    """One for each contribution and each purpose: news that comes again replaces what was said of the first.

    `failure` is a cause, in French, without anything that somebody typed. `recipient` is an identifier
    (contributions.recipients), for a message alone.
    """

    class Purpose(models.TextChoices):
        MESSAGE = "message", _("à qui le message s’adresse")
        NEWS = "news", _("à la personne qui a écrit, pour dire qu’il y a du nouveau")

    class State(models.TextChoices):
        HELD = "held", _("retenu, tant que l’envoi est à vérifier")
        WAITING = "waiting", _("pas encore parti")
        SENT = "sent", _("parti")
        FAILED = "failed", _("non parti")

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="mails")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    recipient = models.CharField(max_length=36, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    failure = models.CharField(max_length=200, blank=True)
    tried_at = models.DateTimeField(default=timezone.now)

    objects = MailQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name = _("courriel")
        verbose_name_plural = _("courriels")
        constraints = [models.UniqueConstraint(fields=["contribution", "purpose"], name="one_mail_of_a_purpose")]

    def __str__(self):
        return f"{self.get_purpose_display()} : {self.get_state_display()}"

    @property
    def is_unsent(self):
        """Whether it did not leave, and will not by itself."""
        is_late = self.state == self.State.WAITING and self.tried_at <= timezone.now() - LONGEST_WAY
        return is_late or self.state == self.State.FAILED
