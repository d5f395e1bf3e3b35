"""Who asks, told apart for a day without an address kept, and how often they may.

Counts are in the cache alone (DESIGN §6.10): the default one is of each process, CACHE_URL makes them common.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

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
        return count(own, self.seconds) <= self.most and count(all_together, self.seconds) <= self.most * self.everybody


def sender_key(request):
    """What tells senders apart for a day (str). Its salt is in the cache alone, and goes with the day."""
    return key_of_the_day(_address(request))


def key_of_the_day(words):
    """What stands for `words` (str) in the cache until tomorrow (str): an account, an address, a source."""
    salt = cache.get_or_set(f"limit:salt:{timezone.localdate()}", lambda: secrets.token_hex(16), DAY)
    return hmac.digest(salt.encode(), words.encode(), hashlib.sha256).hex()[:24]


def count(key, seconds):
    """How many times (int) `key` was counted in its `seconds`, this one included."""
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # it has just expired
        cache.set(key, 1, seconds)
        return 1


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
