"""Against programs that send, without a stranger in the page nor an address kept: a signed form, a trap, a daily limit.

Nothing that a person wrote is thrown away for it: what looks like a program's waits in a pile of its own.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils import timezone

#: Nobody reads a form, writes and chooses in less.
FASTEST = 4
#: A form left open for longer is signed again.
LONGEST_OPEN = 2 * 24 * 3600
_SALT = "contributions.form"
DAY = 24 * 3600


@dataclass(frozen=True)
class Limit:
    """`most` times in `seconds`, by sender; `everybody` together have as many times more."""

    name: str
    most: int
    seconds: int
    everybody: int = 20

    def allows(self, request):
        """Counts one try, and says whether it is allowed (bool)."""
        keys = {f"limit:{self.name}:{sender_key(request)}": self.most, f"limit:{self.name}": self.most * self.everybody}
        return all([_count(key, self.seconds) <= most for key, most in keys.items()])


SENDING = Limit("send", 10, 3600)
#: Fifty milliseconds of computation each.
CODES = Limit("code", 10, 600)


@dataclass(frozen=True)
class OpenForm:
    """A form as it was given: the `seed` (str) that is its own, and for how many seconds it has been open."""

    seed: str
    age: float

    @property
    def is_hasty(self):
        return self.age < FASTEST


def sign_form():
    """What a form carries (str), to be read by `read_form`."""
    return signing.TimestampSigner(salt=_SALT).sign(secrets.token_urlsafe(16))


def read_form(carried):
    """The OpenForm of what came back (str), or None where it is not of this site, or too old."""
    signer = signing.TimestampSigner(salt=_SALT)
    try:
        seed = signer.unsign(carried, max_age=LONGEST_OPEN)
    except signing.BadSignature:
        return None
    moment = signing.b62_decode(carried.rsplit(":", 2)[1])
    return OpenForm(seed, timezone.now().timestamp() - moment)


def sender_key(request):
    """What tells senders apart for a day (str): nobody goes back from it to an address, not even who runs the site."""
    salt = cache.get_or_set(f"limit:salt:{timezone.localdate()}", lambda: secrets.token_hex(16), DAY)
    return hmac.digest(salt.encode(), _address(request).encode(), hashlib.sha256).hex()[:24]


def _address(request):
    """The address of who asks (str); behind a front server, the last one of its header, which it writes itself."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def _count(key, seconds):
    """How many times (int) `key` was counted in its `seconds`, this one included."""
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # it has just expired
        cache.set(key, 1, seconds)
        return 1
