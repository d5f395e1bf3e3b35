"""Passkey: a key that a member's device keeps; the site has its public half (W3C Web Authentication, Level 3)."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from webauthn.helpers import bytes_to_base64url

#: Bytes of a user handle; the standard has 64 at most, that say nothing of anybody (§14.6.1).
HANDLE_BYTES = 32


class Passkey(models.Model):
    """What is needed to recognise it, and to tell one from another: no make of the device, no hour, no attestation."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(_("nom"), max_length=60)
    # base64url: 1,023 bytes at most (§5.8.3), which a browser chose.
    credential_id = models.CharField(max_length=1364, unique=True, editable=False)
    #: What the device knows its member by (base64url): the same for all the keys of a member, and nothing else.
    handle = models.CharField(max_length=86, editable=False)
    public_key = models.BinaryField(_("clé publique (COSE)"))
    # 32 bits without a sign: more than PositiveIntegerField holds on PostgreSQL.
    sign_count = models.PositiveBigIntegerField(_("compteur"), default=0, editable=False)
    transports = models.JSONField(default=list, editable=False)
    added_on = models.DateField(_("ajoutée"), default=timezone.localdate, editable=False)
    last_used = models.DateField(_("utilisée pour la dernière fois"), null=True, editable=False)

    class Meta:
        verbose_name = _("clé d’accès")
        verbose_name_plural = _("clés d’accès")
        ordering = ["added_on", "pk"]

    def __str__(self):
        return self.name

    @classmethod
    def handle_of(cls, member):
        """The handle (str, base64url) of `member`'s keys, made now if there is none yet."""
        known = cls.objects.filter(member=member).values_list("handle", flat=True).first()
        return known or bytes_to_base64url(secrets.token_bytes(HANDLE_BYTES))

    def note_use(self, sign_count):
        self.sign_count, self.last_used = sign_count, timezone.localdate()
        self.save(update_fields=["sign_count", "last_used"])
