"""ImportedEvent: what a calendar file said of a rendezvous when it was brought here, to know it again."""

import hashlib

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

#: RFC 7986 §5.3 asks for no more; a longer identifier is kept by its fingerprint.
LONGEST_UID = 255


class ImportedEvent(models.Model):
    """`fields` are those of EventPage as the file gave them: what members changed since is theirs, and stays.

    Without a `page`, it came and somebody deleted it: that is worth remembering too.
    """

    uid = models.CharField(_("identifiant"), max_length=LONGEST_UID, unique=True)
    digest = models.CharField(max_length=64)
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    page = models.ForeignKey(
        "agenda.EventPage", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    imported_at = models.DateTimeField(_("importé le"), auto_now=True)

    #: No page « uses » it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rendez-vous importé")
        verbose_name_plural = _("rendez-vous importés")

    def __str__(self):
        return self.uid


def kept_uid(uid):
    """What of a UID (str) is kept: itself, or its fingerprint where it is too long (str)."""
    return uid if len(uid) <= LONGEST_UID else f"sha256:{hashlib.sha256(uid.encode()).hexdigest()}"
