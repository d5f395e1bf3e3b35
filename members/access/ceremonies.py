"""What was asked of a browser for a passkey, kept in its session until the answer comes: once, and not for long."""

import json
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

_HELD = "members.ceremony"
#: Seconds that a challenge is good for: what the password is, while one looks for one's key.
LONGEST = 10 * 60

ADD, PROVE, ENTER = "add", "prove", "enter"


@dataclass(frozen=True)
class Ceremony:
    """The `challenge` (str) that was given, and what was `said` (dict) when it was."""

    challenge: str
    said: dict


def begin(request, purpose, member, options, **said):
    """Keeps the challenge of `options` (str, JSON) for this `purpose` of this `member` (or None); gives `options`."""
    asked = json.loads(options)
    if purpose == ADD:
        said["handle"] = asked["user"]["id"]
    request.session[_HELD] = {
        "challenge": asked["challenge"],
        "purpose": purpose,
        "member": member and member.pk,
        "since": timezone.now().timestamp(),
        "said": said,
    }
    return options


def take(request, purpose, member):
    """The Ceremony that was begun in this session for `purpose` and `member`; raises ValidationError without one.

    It is gone by then, whatever comes of it: of two answers that arrive together, the second waits for the row of the
    session, and finds nothing there.
    """
    held = _popped(request)
    wanted = (purpose, member and member.pk)
    if not held or (held["purpose"], held["member"]) != wanted or _age(held) > LONGEST:
        raise ValidationError(_("Cette demande n’est plus valable. Recommencez."), code="late")
    return Ceremony(held["challenge"], held["said"])


def _age(held):
    return timezone.now().timestamp() - held["since"]


def _popped(request):
    with transaction.atomic():
        row = Session.objects.select_for_update().filter(pk=request.session.session_key).first()
        if row is None:
            return None
        held = row.get_decoded().get(_HELD)
        request.session.pop(_HELD, None)
        if held:
            request.session.save()
        return held
