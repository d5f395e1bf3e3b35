"""What is done once the answer has left: a mail server that is slow, or silent, makes nobody wait.

The worker's thread is busy meanwhile. Whatever must not be lost is written down first: a process that is stopped there
does it no more.
"""

import logging
from threading import local

from django.core.signals import request_finished, request_started
from django.db import transaction

logger = logging.getLogger(__name__)

_here = local()


def after_answer(work):
    """Calls `work` (callable) once the transaction is over and the answer of this thread's request has left.

    Outside of a request, at the end of the transaction. What it raises is for the journal.
    """
    transaction.on_commit(lambda: _later(work), robust=True)


def _later(work):
    if getattr(_here, "waiting", None) is None:
        _done(work)
    else:
        _here.waiting.append(work)


def _begin(**kwargs):
    _end()  # of a request that never ended
    _here.waiting = []


def _end(**kwargs):
    waiting, _here.waiting = getattr(_here, "waiting", None) or [], None
    for work in waiting:
        _done(work)


def _done(work):
    try:
        work()
    except Exception:  # the answer has left: a journal is all that there is
        logger.exception("What was to be done after an answer failed")


request_started.connect(_begin, dispatch_uid="after_answer")
request_finished.connect(_end, dispatch_uid="after_answer")
