"""Jobs at their hour: each machine has the same timers, and each job is done once."""

from datetime import timedelta
from enum import Enum

from django.utils import timezone

from core.background.alone import alone_on_the_site
from core.backup.alone import Busy
from core.models import TimedJob

_MINUTE = timedelta(minutes=1)
#: Done once each day of the site: what rang late one day is done at its hour the next.
DAILY = None
#: Jobs, and how far apart machines may ring for the same one: what comes later is the next (docs/exploitation.md).
APART = {
    "publish_scheduled": _MINUTE,
    "sweep_tasks": _MINUTE,
    "backup": DAILY,
    "clearsessions": DAILY,
    "erase_files": DAILY,
    "extend_occurrences": DAILY,
    "purge_contributions": DAILY,
    "purge_searches": DAILY,
    "send_digest": DAILY,
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
    now = timezone.now()
    done = TimedJob.objects.filter(name=name).first()
    if done and _is_the_same(now, done.began_at, APART[name]):
        return Outcome.EARLY
    do()
    TimedJob.objects.update_or_create(name=name, defaults={"began_at": now})
    return Outcome.DONE


def _is_the_same(now, then, apart):
    """Whether machines rang for the same job `now` and `then` (aware datetimes), whichever of their clocks is ahead."""
    if apart is DAILY:
        return timezone.localdate(now) == timezone.localdate(then)
    return abs(now - then) <= apart
