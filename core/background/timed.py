"""Jobs at their hour: each machine has the same timers, and each job is done once."""

from datetime import timedelta
from enum import Enum

from django.utils import timezone

from core.background.alone import alone_on_the_site
from core.backup.alone import Busy
from core.models import TimedJob

_MINUTE, _HALF_A_DAY = timedelta(minutes=1), timedelta(hours=12)
#: Jobs, and how far apart machines may ring for the same one: what comes later is the next (docs/exploitation.md).
APART = {
    "publish_scheduled": _MINUTE,
    "sweep_tasks": _MINUTE,
    "backup": _HALF_A_DAY,
    "clearsessions": _HALF_A_DAY,
    "erase_files": _HALF_A_DAY,
    "extend_occurrences": _HALF_A_DAY,
    "purge_contributions": _HALF_A_DAY,
    "purge_searches": _HALF_A_DAY,
    "send_digest": _HALF_A_DAY,
    "update_index": timedelta(days=3),
}


class Outcome(Enum):
    """What became of a job."""

    DONE = "done"
    BUSY = "somebody else is doing it"
    EARLY = "it has just been done"


def do_once(name, do):
    """Has `do` (function) called, unless the job called `name` (str, of APART) is or was done elsewhere (Outcome).

    What `do` raises passes: a job that fails, or whose machine dies, is to be done by whoever rings next.
    """
    try:
        with alone_on_the_site(name):
            return _do_if_due(name, do)
    except Busy:
        return Outcome.BUSY


def _do_if_due(name, do):
    now, apart = timezone.now(), APART[name]
    # A clock that was wrong for a moment does not stop a job for years.
    if TimedJob.objects.filter(name=name, began_at__range=(now - apart, now + apart)).exists():
        return Outcome.EARLY
    do()
    TimedJob.objects.update_or_create(name=name, defaults={"began_at": now})
    return Outcome.DONE
