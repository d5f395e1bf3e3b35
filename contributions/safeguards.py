"""Against programs that send, without a stranger in the page nor an address kept: a signed form, a trap, a daily limit.

Nothing that a person wrote is thrown away for it: what looks like a program's waits in a pile of its own.
"""

import secrets
from dataclasses import dataclass

from django.core import signing
from django.utils import timezone

from members.senders import Limit

#: Nobody reads a form, writes and chooses in less.
FASTEST = 4
#: A form left open for longer is signed again.
LONGEST_OPEN = 2 * 24 * 3600
_SALT = "contributions.form"
#: Ends the seed of a form that comes back filled: nobody need take their time twice.
_AGAIN = "~"


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
