"""How often an account may be tried, by whom; what is refused says nothing of whether the account exists.

Three counts, each of a day (docs/decisions.md): an account from a source, which stops whoever guesses; a source, which
stops one password tried on all accounts; an account from everywhere, far looser, from which the sources where the
account was opened today are exempt: an attacker does not shut its member out.
"""

from django.core.cache import cache

from members.senders import DAY, Limit, key_of_the_day, sender_key
from members.throttle import Throttle

HERE = Throttle("here", free=5, first=30, longest=3600)
SOURCE = Throttle("source", free=20, first=30, longest=3600)
EVERYWHERE = Throttle("everywhere", free=50, first=60, longest=900)
#: Mails that a source may ask for, and that an address may receive.
RESETS_ASKED = Throttle("resets-asked", free=5, first=300, longest=6 * 3600)
RESETS_SENT = Throttle("resets-sent", free=3, first=3600, longest=6 * 3600)
#: Requests of a source to come in with a passkey alone: each writes a session.
PASSKEYS_ASKED = Limit("passkeys-asked", most=120, seconds=3600)

PASSWORD, CODE, PASSKEY = "password", "code", "passkey"


class Attempt:
    """One try to prove that one is `account` (str: what was typed, or the name of the account), by `means`."""

    def __init__(self, request, account, means=PASSWORD):
        source, self.account = sender_key(request), key_of_the_day(account.strip().casefold())
        self.known = f"throttle:known:{self.account}:{source}"
        self.counts = [(HERE, f"{means}:{self.account}:{source}"), (SOURCE, f"{means}:{source}")]
        if not cache.get(self.known):
            self.counts.append((EVERYWHERE, f"{means}:{self.account}"))

    def wait(self):
        """Seconds (int) to wait before this try; 0 when it may be made, and it is counted then."""
        waits = [throttle.remaining(key) for throttle, key in self.counts]
        if any(waits):
            return max(waits)
        return max(throttle.begin(key) for throttle, key in self.counts)

    def remaining(self):
        """Seconds (int) before the next try, this one having failed."""
        return max(throttle.remaining(key) for throttle, key in self.counts)

    def succeeded(self):
        """The person is who they say: their mistakes are forgotten, and so are others' where they are."""
        for throttle, key in self.counts:
            throttle.forget(key) if throttle is HERE else throttle.give_back(key)

    def know_source(self):
        """The account is open here: until tomorrow, what others try elsewhere does not make one wait here."""
        HERE.forget(self.counts[0][1])
        cache.set(self.known, True, DAY)


class AnybodysAttempt(Attempt):
    """One try to come in without saying who one is, counted by source alone: there is no account to guess at."""

    def __init__(self, request):
        self.counts = [(SOURCE, f"{PASSKEY}:{sender_key(request)}")]
