"""What workers leave: cut short, failed, finished long ago."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.background.sweeping import DONE_KEPT, FAILED_KEPT, LONGEST, MOST_TRIES, PATIENCE, sweep, waits_too_long
from tests.core.background.jobs import fail, write_down

pytestmark = pytest.mark.django_db

SOON = timedelta(seconds=1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "written"


def killed(**changes):
    """The task that waits, as a worker that was killed leaves it."""
    task = DBTaskResult.objects.get()
    task.claim("killed")
    DBTaskResult.objects.filter(pk=task.pk).update(**changes)
    return task


def test_a_task_that_was_cut_short_is_done_again_once_its_worker_must_be_dead(work, path):
    write_down.enqueue(str(path), "1")
    task = killed()
    assert sweep(task.started_at + LONGEST - SOON).again == 0
    work()
    assert not path.exists()
    assert sweep(task.started_at + LONGEST + SOON).again == 1
    work()
    assert path.read_text() == "1\n" and sweep(task.started_at + 2 * LONGEST).again == 0


def test_a_task_that_kills_its_worker_each_time_is_given_up_and_named_without_what_it_was_given(work, path, caplog):
    write_down.enqueue(str(path), "Odile Tremblay")
    for number in range(MOST_TRIES):
        assert DBTaskResult.objects.get().status == "READY", number
        killed(started_at=timezone.now() - LONGEST - SOON)
        with caplog.at_level(logging.ERROR):
            swept = sweep()
    assert (swept.again, swept.given_up) == (0, 1)
    assert DBTaskResult.objects.get().status == "FAILED" and sweep().again == 0
    [said] = [record.getMessage() for record in caplog.records]
    assert "tests.core.background.jobs.write_down" in said and "Tremblay" not in said


def test_a_task_that_fails_is_tried_three_times_in_all(work):
    fail.enqueue("again")
    for _time in range(5):
        work()
        sweep()
    task = DBTaskResult.objects.get()
    assert (task.status, len(task.worker_ids)) == ("FAILED", MOST_TRIES)


def test_a_slow_worker_that_ends_what_was_swept_is_believed(work, path):
    write_down.enqueue(str(path), "1")
    task = killed()
    sweep(task.started_at + LONGEST + SOON)
    task.set_successful(None)
    work()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL" and not path.exists()


def test_results_are_forgotten_those_of_failures_later(work, path):
    fail.enqueue("again")
    write_down.enqueue(str(path), "1")
    for _time in range(MOST_TRIES):
        work()
        sweep()
    now = timezone.now()
    assert sweep(now + DONE_KEPT - SOON).forgotten == 0
    assert sweep(now + DONE_KEPT + SOON).forgotten == 1
    assert sweep(now + FAILED_KEPT + SOON).forgotten == 1
    assert not DBTaskResult.objects.exists()


def test_what_waits_for_its_hour_or_for_no_time_is_not_late(work, path):
    assert not waits_too_long()
    write_down.enqueue(str(path), "1")
    now = timezone.now()
    assert not waits_too_long(now + PATIENCE - SOON)
    assert waits_too_long(now + PATIENCE + SOON)
    write_down.using(run_after=now + timedelta(days=1)).enqueue(str(path), "2")
    work()
    assert not waits_too_long(now + PATIENCE + SOON)


def test_a_task_that_nobody_sweeps_is_late(work, path):
    write_down.enqueue(str(path), "1")
    task = killed()
    assert not waits_too_long(task.started_at + LONGEST + SOON)
    assert waits_too_long(task.started_at + LONGEST + PATIENCE + SOON)


def test_the_command_says_what_it_did(work, path, capsys):
    write_down.enqueue(str(path), "1")
    killed(started_at=timezone.now() - LONGEST - SOON)
    call_command("sweep_tasks")
    assert (
        capsys.readouterr().out == "Tâches à refaire\u00a0: 1\u202f; abandonnées\u00a0: 0\u202f; oubliées\u00a0: 0.\n"
    )
