"""What a member proves besides the password: a telephone that shows codes, or a code kept on paper.

django-otp computes, compares, and remembers what was used. What the database holds is of no use without SECRET_KEY.
"""

import secrets

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

#: Without the letters and digits that look like others.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
RECOVERY_CODES = 10


class _Discreet(models.Model):
    """A device of django-otp that keeps the day of its last use, not the hour, and leaves waits to members.throttle."""

    class Meta:
        abstract = True

    def set_last_used_timestamp(self, commit=True):
        self.last_used_at = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        if commit:
            self.save(update_fields=["last_used_at"])

    def get_throttle_factor(self):
        return 0

    def __str__(self):
        return self.name


class Phone(_Discreet, TOTPDevice):  # noqa: DJ008 -- _Discreet names it
    """A program that shows a code every thirty seconds (RFC 6238); `key` is a seed, the secret comes of it."""

    class Meta:
        proxy = True

    @property
    def bin_key(self):
        """The secret (20 bytes), which the database does not hold."""
        return salted_hmac("members.phone", self.key, algorithm="sha256").digest()[:20]


class RecoveryCodes(_Discreet, StaticDevice):  # noqa: DJ008 -- _Discreet names it
    """Codes on paper, each good for once, kept as hashes."""

    class Meta:
        proxy = True

    @classmethod
    def renew(cls, member):
        """Ten new codes (list of str) of `member`, which nothing shows again; those before are worth nothing."""
        with transaction.atomic():
            cls.objects.filter(user=member).delete()
            device = cls.objects.create(user=member, name="papier", confirmed=True)
            codes = [_new_code() for _ in range(RECOVERY_CODES)]
            device.token_set.bulk_create(device.token_set.model(device=device, token=device._hash(c)) for c in codes)
        return codes

    def verify_token(self, token):
        return super().verify_token(self._hash(token))

    def _hash(self, code):
        letters = "".join(character for character in code.lower() if character.isalnum())
        return salted_hmac("members.recovery", f"{self.user_id}:{letters}", algorithm="sha256").hexdigest()[:16]


def _new_code():
    letters = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"
