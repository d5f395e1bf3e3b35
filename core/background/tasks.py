"""TASKS: who does background tasks, the process that asks or workers. Read before Django is set up."""

from functools import partial

from django.conf import settings
from django.db import transaction

_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "core.background.workers.WorkersBackend",
}


def task_backends(name):
    """The setting TASKS (dict) for `name` (str): « immediate » or « database ».

    Raises SystemExit, with a sentence, for anything else.
    """
    if name not in _BACKENDS:
        raise SystemExit(f"TASKS ne se comprend pas : écrivez {' ou '.join(_BACKENDS)} (voir docs/exploitation.md).")
    return {"default": {"BACKEND": _BACKENDS[name]}}


def workers_do():
    """Whether workers do the tasks (bool): what is asked is done after the answer."""
    return settings.TASKS["default"]["BACKEND"] == _BACKENDS["database"]


def enqueue_when_written(task, *arguments):
    """Has `task` (django_tasks.Task) done once what is being written is committed, and not if it is not.

    The row of a worker's task is written with the rest: killed in between, one has written both or neither.
    """
    if workers_do():
        task.enqueue(*arguments)
    else:
        transaction.on_commit(partial(task.enqueue, *arguments), robust=True)
