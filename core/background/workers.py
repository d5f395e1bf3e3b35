"""Tasks that workers do (`manage.py db_worker`): rows of the database, that they see once committed."""

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db import DatabaseBackend

#: Tasks on which whoever asks relies: what shows a file decides whether it is kept, and a file withdrawn is gone.
AT_ONCE = {"wagtail.tasks.update_reference_index_task", "wagtail.tasks.delete_file_from_storage_task"}


class WorkersBackend(DatabaseBackend):
    """As django-tasks-db's, but for the tasks AT_ONCE, which the process that asks does.

    Any other may be done twice, by a worker that was killed and by the next (core.background.sweeping).
    """

    def __init__(self, alias, params):
        super().__init__(alias, params)
        self._immediate = ImmediateBackend(alias, params)

    def enqueue(self, task, args, kwargs):
        backend = self._immediate if task.module_path in AT_ONCE else super()
        return backend.enqueue(task, args, kwargs)
