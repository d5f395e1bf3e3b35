"""Message: what a moderator asks of somebody who sent something, and what they answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.models.contribution import Contribution


class Message(models.Model):
    """Without an `author` (a member), it is from whoever has the code."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_from_sender = models.BooleanField(default=False)
    text = models.TextField(_("message"))
    sent_at = models.DateTimeField(_("envoyé le"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self):
        return self.text[:60]
