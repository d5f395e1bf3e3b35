"""ImportedEvent: what a calendar file said of a rendezvous when it was brought here, to know it again."""

import hashlib
import json

from django.db import models
from django.utils.translation import gettext_lazy as _

#: RFC 7986 §5.3 asks for no more; a longer identifier is kept by its fingerprint.
LONGEST_UID = 255


class ImportedEvent(models.Model):
    """`fingerprints` are those of the fields of EventPage as the file gave them (dict: name → fingerprint), which tell
    what it changes and not what it said; what members changed since is theirs, and stays. `when` is that of all it
    says of when, whatever dates that gives today.

    Without a `page`, it came and somebody deleted it: that is worth remembering too.
    """

    uid = models.CharField(_("identifiant"), max_length=LONGEST_UID, unique=True)
    digest = models.CharField(max_length=64)
    when = models.CharField(max_length=64)
    fingerprints = models.JSONField(default=dict)
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


def fingerprint(value):
    """What tells a JSON value from another and does not say it (64 hexadecimal characters)."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def kept_uid(uid):
    """What of a UID (str) is kept: itself, or its fingerprint where it is too long (str)."""
    return uid if len(uid) <= LONGEST_UID else f"sha256:{hashlib.sha256(uid.encode()).hexdigest()}"
