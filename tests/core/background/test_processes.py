"""Workers and timers in processes of their own, as systemd starts them, two at a time, killed."""

import subprocess
import sys

import pytest

from tests.core.backup.sites import ROOT, site

pytestmark = pytest.mark.xdist_group("backup")

JOBS = "from tests.core.background.jobs import die_the_first_time, write_down;"
MINUTES_AGO = """
from datetime import timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=16))
"""
WORKER = ("manage.py", "db_worker", "--batch", "--interval=0.1", "--no-reload", "--no-startup-delay", "-v0")
RING = ("-m", "tests.core.background.ring")


@pytest.fixture
def here(blank, tmp_path):
    """A site (Site) whose tasks are done by workers."""
    with site(tmp_path / "site", "background", like=blank) as made:
        made.environment["TASKS"] = "database"
        yield made


def together(site, *arguments):
    """What two processes say (list of str) that do the same at the same time."""
    command = [sys.executable, *map(str, arguments)]
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    return said


def test_of_two_hundred_tasks_two_workers_lose_none_and_do_none_twice(here, tmp_path):
    written = tmp_path / "written"
    here.managed(
        "shell", "-v0", "-c", f"{JOBS} [write_down.enqueue({str(written)!r}, number) for number in range(200)]"
    )
    together(here, *WORKER)
    assert sorted(map(int, written.read_text().split())) == list(range(200))


def test_a_worker_that_is_killed_leaves_a_task_that_the_sweep_gives_to_the_next(here, tmp_path):
    written = tmp_path / "written"
    here.managed("shell", "-v0", "-c", f"{JOBS} die_the_first_time.enqueue({str(written)!r})")
    assert here.run(*WORKER).returncode == -9
    assert here.run(*WORKER).returncode == 0
    assert written.read_text().split() == ["begun"]
    here.managed("shell", "-v0", "-c", MINUTES_AGO)
    assert "Tâches à refaire\u00a0: 1" in here.managed("timed", "sweep_tasks")
    assert here.run(*WORKER).returncode == 0
    assert written.read_text().split() == ["begun", "begun", "done"]


def test_two_machines_that_ring_at_once_do_the_job_once_and_a_third_finds_it_done(here, tmp_path):
    written = tmp_path / "written"
    assert sorted(together(here, *RING, written)) == ["BUSY", "DONE"]
    assert here.run(*RING, str(written)).stdout == "EARLY\n"
    assert written.read_text().split() == ["begun"]


def test_a_machine_that_dies_in_the_middle_of_a_job_stops_nobody(here, tmp_path):
    written = tmp_path / "written"
    assert here.run(*RING, str(written), "dies").returncode == -9
    assert here.run(*RING, str(written)).stdout == "DONE\n"
    assert written.read_text().split() == ["begun", "begun"]
