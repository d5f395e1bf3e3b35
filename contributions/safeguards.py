"""Against programs that send, without a stranger in the page nor an address kept: a signed form, a trap, a daily limit.

Nothing that a person wrote is thrown away for it: what looks like a program's waits in a pile of its own.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils import timezone

#: Nobody reads a form, writes and chooses in less.
FASTEST = 4
#: A form left open for longer is signed again.
LONGEST_OPEN = 2 * 24 * 3600
_SALT = "contributions.form"
#: Ends the seed of a form that comes back filled: nobody need take their time twice.
_AGAIN = "~"
DAY = 24 * 3600


@dataclass(frozen=True)
class Limit:
    """`most` times in `seconds`, by sender; `everybody` together have as many times more."""

    name: str
    most: int
    seconds: int
    everybody: int = 50

    def allows(self, request):
        """Counts one try, and says whether it is allowed (bool); what is refused to one weighs on nobody else."""
        own, all_together = f"limit:{self.name}:{sender_key(request)}", f"limit:{self.name}"
        return (
            _count(own, self.seconds) <= self.most and _count(all_together, self.seconds) <= self.most * self.everybody
        )


SENDING = Limit("send", 10, 3600)
#: Of files, ahead of their form or with it: to look into one takes seconds.
FILES = Limit("file", 100, 3600)
#: Fifty milliseconds of computation each.
CODES = Limit("code", 30, 600)


@dataclass(frozen=True)
class OpenForm:
    """A form as it was given: the `seed` (str) that is its own, and for how many seconds it has been open."""

    seed: str
    age: float

    @property
    def is_hasty(self):
        return self.age < FASTEST and not self.seed.endswith(_AGAIN)


def sign_form(*, is_again=False):
    """What a form carries (str), to be read by `read_form`; `is_again` where it was filled before it was given."""
    return signing.TimestampSigner(salt=_SALT).sign(secrets.token_urlsafe(16) + (_AGAIN if is_again else ""))


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
    """What tells senders apart for a day (str). Its salt is in the cache alone, and goes with the day."""
    salt = cache.get_or_set(f"limit:salt:{timezone.localdate()}", lambda: secrets.token_hex(16), DAY)
    return hmac.digest(salt.encode(), _address(request).encode(), hashlib.sha256).hex()[:24]


def _address(request):
    """Where who asks is (str); behind a front server, the last address of its header, which it writes itself.

    Of an IPv6 address, the half that one household or one machine has (RFC 6177).
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((known, 64), strict=False)) if known.version == 6 else address


def _count(key, seconds):
    """How many times (int) `key` was counted in its `seconds`, this one included."""
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # it has just expired
        cache.set(key, 1, seconds)
        return 1
