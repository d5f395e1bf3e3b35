"""Attachment: a file that came with a contribution, from its quarantine to the library."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.models.contribution import Contribution
from core.files.notes import NOTES, RISKY
from core.files.types import TYPES
from core.models import SiteDocument, SiteImage, SiteMedia


def random_name():
    """A name (str) that nobody guesses, for a file of the quarantine."""
    return secrets.token_hex(16)


class AttachmentQuerySet(models.QuerySet):
    def waiting(self):
        """Those that came, and whose form has not been sent yet."""
        return self.filter(contribution=None)

    def among(self, files):
        """Those of `files` (iterable of Attachment) that are still so."""
        return self.filter(pk__in=[one.pk for one in files])

    def in_quarantine(self):
        return self.filter(image=None, document=None, media=None, left_at=None)


class Attachment(models.Model):
    """`name` is the file's in the quarantine, and what a form that is not sent yet carries of it.

    `label` is what its sender's device called it, made harmless; `notes` are keys of core.files.notes. Once
    accepted it is one of `image`, `document`, `media`, and nothing is left in the quarantine.
    """

    contribution = models.ForeignKey(Contribution, null=True, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=32, unique=True, default=random_name, editable=False)
    label = models.CharField(_("nom"), max_length=120)
    kind = models.CharField(_("sorte"), max_length=8)
    size = models.BigIntegerField(_("taille"))
    #: SHA-256 of what came, by which a second click is known.
    digest = models.CharField(max_length=64, editable=False)
    notes = models.JSONField(default=list)
    received_at = models.DateTimeField(_("reçu le"), default=timezone.now)
    image = models.ForeignKey(SiteImage, null=True, on_delete=models.SET_NULL, related_name="+")
    document = models.ForeignKey(SiteDocument, null=True, on_delete=models.SET_NULL, related_name="+")
    media = models.ForeignKey(SiteMedia, null=True, on_delete=models.SET_NULL, related_name="+")
    #: When it went to the library.
    left_at = models.DateTimeField(null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["received_at", "pk"]
        verbose_name = _("fichier")
        verbose_name_plural = _("fichiers")

    def __str__(self):
        return self.label

    @property
    def type(self):
        """Its row of the table (core.files.types.FileType)."""
        return TYPES[self.kind]

    @property
    def path(self):
        """Where it is while in quarantine (Path)."""
        return settings.QUARANTINE_ROOT / self.name

    @property
    def in_library(self):
        """What it became (SiteImage, SiteDocument or SiteMedia), or None."""
        return self.image or self.document or self.media

    @property
    def warnings(self):
        """What moderators are told of it (list of str)."""
        return [NOTES[note] for note in self.notes if note in NOTES]

    @property
    def is_risky(self):
        return bool(RISKY & set(self.notes))
