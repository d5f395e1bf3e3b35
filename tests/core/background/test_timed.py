"""Jobs at their hour: whoever rings second finds it done, and nobody is stopped by somebody who died."""

import re
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django.utils import timezone

from core.background.alone import alone_on_the_site
from core.background.timed import APART, Outcome, do_once
from core.models import TimedJob

ROOT = Path(settings.BASE_DIR)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the locks of SQLite are: the database of the tests is in memory."""
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "site.sqlite3"))


@pytest.fixture
def done():
    return []


def ring(done, name="update_index"):
    return do_once(name, lambda: done.append(name))


def test_each_job_is_a_command_and_is_in_the_documentation():
    document = Path(ROOT, "docs", "exploitation.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `manage\.py (\w+)[^`]*` \|.*\| (.+) \|$", document, re.MULTILINE)
    assert {name for name, pace in rows if re.match("(chaque (jour|matin|nuit|semaine)|toutes les)", pace)} == set(
        APART
    )
    assert set(APART) <= set(get_commands())


def test_machines_that_ring_for_the_same_hour_do_it_once_and_again_the_next(done):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert [ring(done), ring(done)] == [Outcome.DONE, Outcome.EARLY]
        clock.shift(APART["update_index"] + timedelta(seconds=1))
        assert ring(done) is Outcome.DONE
    assert len(done) == 2


def test_what_rang_late_one_day_is_done_at_its_hour_the_next(done):
    """A machine that was off, or somebody who wanted to see: a night without a copy is a day that may be lost."""
    with time_machine.travel(datetime(2026, 11, 22, 20, 30, tzinfo=ZoneInfo("Europe/Paris")), tick=False) as clock:
        assert [ring(done, "backup"), ring(done, "backup")] == [Outcome.DONE, Outcome.EARLY]
        clock.shift(timedelta(hours=7, minutes=10))
        assert [ring(done, "backup"), ring(done, "backup")] == [Outcome.DONE, Outcome.EARLY]


def test_jobs_do_not_wait_for_each_other(done):
    assert [ring(done), ring(done, "clearsessions")] == [Outcome.DONE] * 2


def test_what_failed_is_done_by_whoever_rings_next(done):
    with pytest.raises(ZeroDivisionError):
        do_once("update_index", lambda: 1 / 0)
    assert ring(done) is Outcome.DONE


def test_nobody_does_what_somebody_is_doing(done):
    with alone_on_the_site("update_index"):
        assert ring(done) is Outcome.BUSY
        assert ring(done, "clearsessions") is Outcome.DONE
    assert ring(done) is Outcome.DONE


def test_a_clock_that_was_years_ahead_stops_nothing(done):
    TimedJob.objects.create(name="update_index", began_at=timezone.now() + timedelta(days=4000))
    assert ring(done) is Outcome.DONE


def test_the_command_does_another_with_its_arguments_and_says_when_it_does_not():
    said = StringIO()
    call_command("timed", "extend_occurrences", "--all", stdout=said)
    call_command("timed", "extend_occurrences", stdout=said)
    assert said.getvalue().splitlines() == [
        "0 contenus datés relus.",
        "extend_occurrences\u00a0: déjà fait, par cette machine ou par une autre.",
    ]


def test_the_command_fails_with_the_other(tmp_path):
    with pytest.raises(CommandError, match="dossier du site"):
        call_command("timed", "backup", str(settings.MEDIA_ROOT))
    assert not TimedJob.objects.exists()


def test_the_command_takes_no_other_than_those_of_the_timers():
    with pytest.raises(CommandError, match="flush"):
        call_command("timed", "flush")
