"""Digest: a day on which the letter to moderators has left."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Digest(models.Model):
    """Written before its mails leave: what stops halfway is not sent again (TRAPS 19). `day` is civil, of the site."""

    day = models.DateField(_("jour"), unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["day"]
        verbose_name = _("lettre du matin")
        verbose_name_plural = _("lettres du matin")

    def __str__(self):
        return f"{self.day:%Y-%m-%d}"
