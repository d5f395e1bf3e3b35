"""Between the password and the second factor: nobody is signed in yet, so that every door is shut.

What the session holds meanwhile names a member and opens nothing; it is over after ten minutes, or when the password
changes.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from members.access.attempts import PASSWORD, Attempt
from members.access.second_factor import has_one, is_required

_WAITING = "members.waiting"
#: Time enough to find one's telephone.
LONGEST_WAIT = 10 * 60
#: In the session of who proved both.
VERIFIED = "members.second_factor"


@dataclass(frozen=True)
class Waiting:
    """A `member` whose password was right, whether they want to be remembered, and where they were going (str)."""

    member: object
    remember: bool
    next: str


def needs_more(member):
    return has_one(member) or is_required(member)


def begin_waiting(request, member, remember, next_address):
    """Whoever was signed in here is not any more; `member` has only the password proved."""
    request.session.flush()
    request.session[_WAITING] = {
        "member": member.pk,
        "hash": member.get_session_auth_hash(),
        "remember": bool(remember),
        "next": next_address,
        "since": timezone.now().timestamp(),
    }
    request.session.set_expiry(LONGEST_WAIT)


def read_waiting(request):
    """The Waiting of this session, or None."""
    held = request.session.get(_WAITING)
    if not held or timezone.now().timestamp() - held["since"] > LONGEST_WAIT:
        return None
    member = get_user_model().objects.filter(pk=held["member"], is_active=True).first()
    if member is None or not constant_time_compare(held["hash"], member.get_session_auth_hash()):
        return None
    return Waiting(member, held["remember"], held["next"])


def finish(request, waiting):
    """`waiting` is signed in, the second factor proved."""
    request.session.pop(_WAITING, None)
    login(request, waiting.member)
    request.session[VERIFIED] = True
    remember_for(request, waiting.remember)
    Attempt(request, waiting.member.get_username(), PASSWORD).know_source()


def remember_for(request, remember):
    """The cookie lasts for SESSION_COOKIE_AGE, or goes with the browser's window."""
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
