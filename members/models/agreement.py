"""Agreement: one voice in a review."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from members.models.consent_state import ConsentState


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

    def __str__(self):
        return f"{self.member} – {self.created_at:%Y-%m-%d %H:%M}"
