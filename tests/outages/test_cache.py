"""The cache away: refused, silent, gone and back. Nobody gets an error, and nobody may try without end."""

import logging
import shutil
import subprocess
import time
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client

from core import surviving_cache
from core.caching import surviving
from core.surviving_cache import Outage, SurvivingCache
from tests.factories import PASSWORD, make_article, make_image, make_member
from tools.example import free_port
from tools.outages.people import PAGES, Visitor
from tools.outages.relay import Relay


class Raising(LocMemCache):
    """A cache that may be away: every call raises then."""

    state = SimpleNamespace(is_away=True, asked=0)

    def make_and_validate_key(self, key, version=None):
        Raising.state.asked += 1
        if Raising.state.is_away:
            raise ConnectionError(f"Error 111 connecting to lea@203.0.113.9 for {key}")
        return super().make_and_validate_key(key, version)

    def clear(self):
        if not Raising.state.is_away:
            super().clear()


CONFIG = surviving({"BACKEND": f"{__name__}.Raising", "LOCATION": "away"})


@pytest.fixture
def clock(monkeypatch):
    """The seconds (attribute `now`) that the outage counts."""
    now = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(surviving_cache.time, "monotonic", lambda: now.now)
    return now


@pytest.fixture
def away(settings, clock, monkeypatch):
    """The cache of the site is away."""
    monkeypatch.setattr(surviving_cache, "_outages", {})
    monkeypatch.setattr(Raising, "state", SimpleNamespace(is_away=True, asked=0))
    settings.CACHES = {"default": CONFIG}
    caches["default"]._memory.clear()
    caches["default"]._shared._cache.clear()
    return caches["default"]


@pytest.mark.django_db
def test_no_page_form_nor_screen_is_an_error_without_a_cache(away, clock):
    make_article(image=make_image())
    make_member("sacha", is_superuser=True)
    wrong, reader = {}, Client(raise_request_exception=False)
    for path in PAGES:
        clock.now += 100  # each asks the cache again
        status = reader.get(path).status_code
        wrong |= {path: status} if status != 200 else {}
    clock.now += 100
    member = Client(raise_request_exception=False)
    assert member.post("/admin/login/", {"username": "sacha", "password": PASSWORD}).status_code == 302
    for path in (
        "",
        "pages/1/",
        "images/",
        "contributions/contribution/",
        "account/",
        "reports/site-history/",
        "users/",
    ):
        clock.now += 100
        status = member.get(f"/admin/{path}", follow=True).status_code
        wrong |= {path: status} if status != 200 else {}
    assert reader.post("/admin/password_reset/", {"email": "nobody@example.org"}).status_code == 302
    assert Raising.state.asked > 10  # it was asked, and raised
    assert not wrong
    assert reader.get("/sante.json").json() | {"ffmpeg": ""} == {
        "base": "ok",
        "cache": "injoignable",
        "disque": "ok",
        "ffmpeg": "",
        "taches": "ok",
    }


@pytest.mark.django_db
def test_wrong_passwords_wait_without_a_cache(away):
    make_member("sacha")
    said = [
        Client().post("/admin/login/", {"username": "sacha", "password": "faux"}).content.decode() for _time in range(7)
    ]
    assert "Trop d’essais" in said[-1] and "Trop d’essais" not in said[0]


def test_a_cache_that_is_away_is_asked_seldom_and_said_once_a_minute(away, clock, caplog):
    with caplog.at_level(logging.WARNING):
        for _second in range(120):
            for _request in range(10):
                away.get("x")
            clock.now += 1
    assert Raising.state.asked <= 2 * (120 / surviving_cache.REST + 1)
    assert 2 <= len(caplog.records) <= 3
    assert "203.0.113.9" not in caplog.text and "lea@" not in caplog.text and "ConnectionError" in caplog.text


def test_what_was_deleted_meanwhile_does_not_come_back(away, clock):
    Raising.state.is_away = False
    away.set_many({"old": 1, "kept": 2, "many": 3}, 10_000)
    Raising.state.is_away = True
    assert away.get("kept") is None  # nothing is known of it, and that is no error
    away.delete("old")
    away.delete_many(["many"])
    away.set("meanwhile", 4)
    assert away.get("meanwhile") == 4 and away.is_down
    Raising.state.is_away = False
    clock.now += surviving_cache.REST + 1
    assert away.get_many(["old", "kept", "many", "meanwhile"]) == {"kept": 2}
    assert not away.is_down


def test_counts_go_on_in_memory_and_a_missing_key_is_no_outage(away):
    assert away.add("tries", 1) and not away.add("tries", 1)
    assert [away.incr("tries"), away.decr("tries")] == [2, 1]
    assert away.touch("tries") and away.has_key("tries") and away.get_or_set("salt", "a") == "a"
    Raising.state.is_away = False
    other = SurvivingCache("elsewhere", CONFIG)
    with pytest.raises(ValueError, match="not found"):
        other.incr("nothing")
    assert not other.is_down


def test_of_all_threads_one_asks_again(clock):
    outage = Outage()
    outage.begin(ConnectionError())
    clock.now += surviving_cache.REST + 1
    assert [outage.may_ask() for _thread in range(5)] == [True, False, False, False, False]


def test_what_needs_nobody_is_left_as_it_is():
    for backend in ("locmem.LocMemCache", "dummy.DummyCache", "db.DatabaseCache"):
        cache = {"BACKEND": f"django.core.cache.backends.{backend}", "LOCATION": ""}
        assert surviving(cache) == cache


# --- For real ---------------------------------------------------------------------------------------


def test_a_redis_that_never_answers_makes_nobody_wait(site):
    with Relay() as silent, site.served(CACHE_URL=f"rediscache://127.0.0.1:{silent.port}") as address:
        answers = [Visitor(address).get(path) for path in PAGES]
        assert {answer.status for answer in answers} == {200}
        assert sum(answer.seconds > 3 for answer in answers[1:]) == 0
        assert Visitor(address).sign_in().status == 302
    assert site.journal.read_text().count("The cache does not answer (TimeoutError)") == 1


def test_a_redis_that_goes_and_comes_back(site, tmp_path):
    program = shutil.which("redis-server") or pytest.skip("aucun redis-server trouvé")
    port = free_port()
    command = [program, "--port", str(port), "--save", "", "--appendonly", "no", "--dir", str(tmp_path)]

    def start():
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(1)
        return process

    redis = start()
    try:
        with site.served(CACHE_URL=f"rediscache://127.0.0.1:{port}") as address:
            reader = Visitor(address)
            assert '"cache": "ok"' in reader.get("/sante.json").text
            redis.terminate()
            redis.wait()
            assert [reader.get(path).status for path in PAGES] == [200] * len(PAGES)
            assert '"cache": "injoignable"' in reader.get("/sante.json").text
            redis = start()
            for _second in range(40):
                if '"cache": "ok"' in reader.get("/sante.json").text:
                    break
                time.sleep(0.5)
            assert '"cache": "ok"' in reader.get("/sante.json").text
    finally:
        redis.terminate()
        redis.wait()
