"""Where a member is signed in: noted when it opens and once a day, shown to the member, closed by them."""

import re
from datetime import datetime

from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.db import IntegrityError, OperationalError
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import OpenSession

#: In the session: « day key » of what was written last, and when the member came in.
_NOTED, _OPENED = "members.noted", "members.opened"

#: The first that is found says which; programs name those that they descend from as well.
_BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/|Opera", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS|Chromium", "Chrome"),
    ("Safari", "Safari"),
]
_MACHINES = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X|Macintosh", "Mac"),
    ("Linux|X11", "Linux"),
]


def browser_in_words(user_agent):
    """A family of browsers and a kind of machine (str), shared by millions, of its own header (str)."""
    browser = _first(_BROWSERS, user_agent) or _("Navigateur inconnu")
    machine = _first(_MACHINES, user_agent)
    return _("%(browser)s sur %(machine)s") % {"browser": browser, "machine": machine} if machine else browser


def _first(names, user_agent):
    return next((name for pattern, name in names if re.search(pattern, user_agent)), None)


@receiver(user_logged_in)
def note_opening(sender, request, user, **kwargs):
    request.session[_OPENED] = timezone.now().isoformat()
    note_use(request, user)


def note_use(request, member):
    """Writes that `member` uses this session today, unless it is written: a row a day, or a new key of the session."""
    session, today = request.session, timezone.localdate()
    noted = f"{today} {session.session_key}"
    if session.get(_NOTED) == noted or not Session.objects.filter(pk=session.session_key).exists():
        return
    row = {
        "member": member,
        "opened_at": datetime.fromisoformat(session.setdefault(_OPENED, timezone.now().isoformat())),
        "last_used": today,
        "browser": browser_in_words(request.headers.get("User-Agent", "")),
    }
    try:
        OpenSession.objects.update_or_create(session_id=session.session_key, defaults=row)
    except IntegrityError:  # closed from elsewhere at this instant
        pass
    except OperationalError:  # full, or locked: one reads all the same, and the next screen notes it
        return
    session[_NOTED] = noted


def sessions_of(member, but=None):
    """The OpenSessions of `member` (QuerySet) that have not expired, without the one whose key is `but` (str)."""
    found = OpenSession.objects.of(member).filter(session__expire_date__gt=timezone.now())
    return found.exclude(pk=but) if but else found
