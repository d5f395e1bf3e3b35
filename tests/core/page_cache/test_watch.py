"""Several times a second, and not more, the database is asked which generation it is."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection

from core.models import Generation
from core.page_cache import changes, watch
from core.page_cache.changes import tell
from core.page_cache.watch import Watch
from tests.databases import SQLITE, engine


class Database:
    def __init__(self):
        self.token, self.times, self.seconds, self.is_away = "first", 0, 0, False

    def __call__(self):
        self.times += 1
        time.sleep(self.seconds)
        if self.is_away:
            raise OperationalError
        return self.token


@pytest.fixture
def database(monkeypatch):
    monkeypatch.setattr(changes, "owed", False)
    return Database()


def test_it_is_asked_seldom(database):
    watched = Watch(database)
    assert {watched.look().token for _time in range(100)} == {"first"}
    assert database.times <= 2  # once, and once more if a second begins meanwhile


def test_what_changed_is_seen_soon(database):
    watched = Watch(database)
    watched.look()
    database.token = "second"
    until = time.monotonic() + 1
    while watched.look().token != "second":
        assert time.monotonic() < until
        time.sleep(0.01)


def test_while_it_is_away_what_was_known_is_shown_and_it_is_not_asked_again(database, monkeypatch):
    monkeypatch.setattr(watch, "EVERY", 0)
    watched = Watch(database)
    watched.look()
    database.is_away = True
    assert [watched.look().token for _time in range(10)] == ["first"] * 10
    assert database.times == 2


def test_a_database_that_never_answers_does_not_hold_readers(database):
    watched = Watch(database)
    watched.look()
    time.sleep(2.1 * watch.EVERY)
    database.seconds = 3
    with ThreadPoolExecutor(4) as readers:
        readers.submit(watched.look)
        time.sleep(0.05)
        start = time.monotonic()
        assert watched.look().token == "first"
        assert time.monotonic() - start < 1.5


def test_a_site_that_was_never_known_keeps_nothing(database):
    database.is_away = True
    assert Watch(database).look().token is None


def test_maintenance_is_seen(database, settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    assert not Watch(database).look().is_closed
    settings.MAINTENANCE_FILE.touch()
    assert Watch(database).look().is_closed


@pytest.mark.django_db
def test_what_could_not_be_told_is_told_first(database, monkeypatch):
    tell()
    former = Generation.objects.get().token
    monkeypatch.setattr(changes, "owed", True)
    assert Watch(database).look().token == "first"
    assert Generation.objects.get().token != former and not changes.owed


@pytest.mark.django_db
def test_nothing_is_kept_while_it_cannot_be_told(database, monkeypatch):
    monkeypatch.setattr(changes, "owed", True)
    monkeypatch.setattr(Generation, "change", _fails)
    assert Watch(database).look().token is None


def _fails():
    raise OperationalError


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_is_asked_by_a_connection_of_its_own():
    tell()
    watched = Watch()
    first = watched.look().token
    assert first and watched.look().token == first
    tell()
    watched.look_now()
    assert watched.look().token not in {None, first}
    watched._connection.close()


@pytest.mark.skipif(engine() == SQLITE, reason="a file has no server that starts again")
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_is_opened_again_at_once():
    """The database has started again: what was withdrawn meanwhile is not shown for five seconds more."""
    tell()
    watched = Watch()
    first = watched.look().token
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [watched._connection.connection.get_backend_pid()])
    tell()
    watched.look_now()
    assert watched.look().token not in {None, first}
    watched._connection.close()


def test_it_is_asked_again_shortly_after_a_second_begins():
    """From then on, what is known was asked in that same second: a front server may keep it to its end."""
    watch_, until = Watch(ask=lambda: "token"), time.monotonic() + 2.2
    while time.monotonic() < until:
        second = int(time.time() - watch.BEGINNING)
        assert watch_.look().second >= second
        time.sleep(0.003)
