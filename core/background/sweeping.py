"""What workers leave: tasks of one that was killed, tasks that failed, results that nobody reads."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

#: The longest task, all the pictures of a long page, takes a minute or two: after this, its worker was killed.
LONGEST = timedelta(minutes=15)
#: Times that a task is begun at the most.
MOST_TRIES = 3
#: How long a task may wait for a worker before `/sante.json` says so.
PATIENCE = timedelta(minutes=5)
DONE_KEPT = timedelta(days=1)
FAILED_KEPT = timedelta(days=14)


@dataclass
class Swept:
    """How many tasks (int each) are to be done again, will not be any more, are forgotten."""

    again: int = 0
    given_up: int = 0
    forgotten: int = 0


def sweep(now=None):
    """Has the tasks that were cut short at `now` (aware datetime, default the present), or failed, done again (Swept).

    After MOST_TRIES they have failed for good. Results are forgotten.
    """
    now, swept = now or timezone.now(), Swept()
    for task in _cut_short(now) | DBTaskResult.objects.failed():
        if len(task.worker_ids) < MOST_TRIES:
            swept.again += _becomes(task, status=TaskResultStatus.READY, started_at=None, finished_at=None)
        elif task.status == TaskResultStatus.RUNNING:
            swept.given_up += _becomes(task, status=TaskResultStatus.FAILED, finished_at=now)
            logger.error("Task %s (%s) is given up: its worker was killed each time.", task.pk, task.task_path)
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - DONE_KEPT)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_KEPT)
    swept.forgotten, _by_model = DBTaskResult.objects.filter(done | failed).delete()
    return swept


def waits_too_long(now=None):
    """Whether a task waits for a worker, or for the sweep, for too long at `now` (aware datetime) (bool). One query."""
    now = now or timezone.now()
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - PATIENCE)
    return (waiting | _cut_short(now - PATIENCE)).exists()


def _cut_short(now):
    return DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST)


def _becomes(task, **changes):
    """1 if `task` was still as it was read, and is as `changes` say; 0 if a slow worker has just ended it."""
    return DBTaskResult.objects.filter(pk=task.pk, status=task.status, started_at=task.started_at).update(**changes)


@receiver(pre_save, sender=DBTaskResult)
def keep_no_words_of_errors(sender, instance, **kwargs):
    """They may quote what somebody wrote (core.logs). The name of the error is kept; the journal has where it was."""
    instance.traceback = ""
