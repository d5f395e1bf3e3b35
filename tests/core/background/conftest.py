"""Workers, in this process: what they do is in the transaction of the test."""

import pytest
from django_tasks_db.management.commands import db_worker

from core.background.tasks import task_backends


@pytest.fixture
def work(db, settings, monkeypatch):
    """A function: a worker does all that waits, and stops."""
    settings.TASKS = task_backends("database")
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    options = {"queue_names": ["default"], "excluded_queue_names": [], "backend_name": "default", "max_tasks": None}
    return lambda: db_worker.Worker(**options, worker_id="one", interval=0, batch=True, startup_delay=False).run()
