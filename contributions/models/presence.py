"""Presence: who has a contribution before their eyes. In the database: the default cache is of one process."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.models.contribution import Contribution

#: Seconds after which somebody who has said nothing more is no longer there: three times what a screen waits.
SEEN_FOR = 90


class PresenceQuerySet(models.QuerySet):
    def now(self):
        """Those who are there."""
        return self.filter(seen_at__gt=timezone.now() - timedelta(seconds=SEEN_FOR))


class Presence(models.Model):
    """A member before a contribution, and when last."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="presences")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(_("vu le"), default=timezone.now, db_index=True)

    objects = PresenceQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("présence")
        verbose_name_plural = _("présences")
        constraints = [models.UniqueConstraint(fields=["contribution", "member"], name="one_presence_each")]

    def __str__(self):
        return f"{self.member} – {self.contribution_id}"
