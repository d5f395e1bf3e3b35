"""What stands before Django: kept answers for readers, Django for everybody else, and never twice the same work."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.utils import timezone

from core.page_cache import front
from core.page_cache.environ import KEEPING, OUTAGE
from core.page_cache.front import PageCache
from core.page_cache.watch import Seen

HTML = ("Content-Type", "text/html; charset=utf-8")


def in_seconds(number):
    return timezone.now() + timedelta(seconds=number)


class Body(list):
    is_closed = False

    def close(self):
        self.is_closed = True


class Site:
    """A WSGI application that counts what it is asked; what it answers next is in its attributes."""

    def __init__(self):
        self.asked, self.bodies = [], []
        self.status, self.headers, self.is_kept, self.parameters, self.is_out = (
            "200 OK",
            [HTML],
            True,
            frozenset(),
            False,
        )
        self.words = "Une page"
        self.waits = None

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        if self.waits:
            self.waits.wait(5)
        if self.is_kept and KEEPING in environ:
            environ[KEEPING].allow(self.parameters)
        if self.is_out:
            environ[OUTAGE] = True
        start_response(self.status, list(self.headers))
        self.bodies.append(Body([self.words.encode()]))
        return self.bodies[-1]


class Reader:
    def __init__(self, cache):
        self.cache = cache

    def get(self, path="/", query="", method="GET", **environ):
        said = {}

        def start_response(status, headers, exc_info=None):
            said.update(status=int(status[:3]), headers=dict(headers))

        asked = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "wsgi.url_scheme": "https"}
        body = self.cache(asked | {"HTTP_HOST": "nebuleuses.example.org"} | environ, start_response)
        said["text"] = b"".join(body).decode()
        return said


class Generations:
    def __init__(self):
        self.seen = Seen("first", False)

    def look(self):
        return self.seen


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def generations():
    return Generations()


@pytest.fixture
def reader(site, generations, monkeypatch):
    monkeypatch.setattr(front, "next_change", lambda: in_seconds(60))
    return Reader(PageCache(site, 1_000_000, generations))


def test_a_page_is_made_once(reader, site):
    assert [reader.get()["text"] for _time in range(3)] == ["Une page"] * 3
    assert len(site.asked) == 1 and site.bodies[0].is_closed


def test_another_generation_is_another_page(reader, site, generations):
    reader.get()
    site.words, generations.seen = "Une autre page", Seen("second", False)
    assert reader.get()["text"] == "Une autre page"


@pytest.mark.parametrize("asked", [{}, {"method": "HEAD"}, {"HTTP_IF_NONE_MATCH": "*"}])
def test_a_front_server_keeps_it_until_the_end_of_the_second_when_it_was_known_to_hold(reader, generations, asked):
    for second in (1_800_000_000, 1_800_000_001):
        generations.seen = Seen("first", False, second + 0.6)
        assert reader.get(**asked)["headers"]["X-Accel-Expires"] == f"@{second}"


def test_it_is_shown_there_for_less_than_a_second_whenever_it_was_known(reader, generations):
    """nginx shows it to the end of the second that it is told, at 23:59:59.99 too; what is over, it asks again."""
    for hundredths in range(100):
        known = 1_800_000_000 + hundredths / 100
        generations.seen = Seen("first", False, known)
        until = int(reader.get()["headers"]["X-Accel-Expires"].removeprefix("@")) + 1
        assert until - known <= 0.85 and until >= 1_800_000_000


def test_what_is_kept_for_nobody_says_nothing_to_a_front_server(reader, site):
    site.is_kept = False
    assert "X-Accel-Expires" not in reader.get()["headers"]


@pytest.mark.parametrize(
    ("status", "takes_its_place"),
    [
        ("404 Not Found", True),
        ("410 Gone", True),
        ("301 Moved Permanently", True),
        ("302 Found", True),
        ("400 Bad Request", False),
        ("429 Too Many Requests", False),
        ("503 Service Unavailable", False),
    ],
)
def test_a_front_server_forgets_the_page_that_went_away(reader, site, generations, status, takes_its_place):
    generations.seen = Seen("first", False, 1_800_000_000)
    site.is_kept, site.status = False, status
    for method in ("GET", "HEAD"):
        assert ("X-Accel-Expires" in reader.get(method=method)["headers"]) is takes_its_place


def test_a_page_that_changes_by_itself_is_made_again(reader, site, monkeypatch):
    monkeypatch.setattr(front, "next_change", lambda: in_seconds(-1))
    reader.get()
    site.words = "Le lendemain"
    assert reader.get()["text"] == "Le lendemain"


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "POST"},
        {"HTTP_COOKIE": "csrftoken=a; sessionid=b"},
        {"HTTP_COOKIE": "messages=c"},
        {"path": "/admin/"},
        {"path": "/documents/1/a.pdf"},
    ],
)
def test_what_is_somebody_s_own_is_asked_of_django_each_time(reader, site, asked):
    reader.get()
    site.words = "À moi"
    assert [reader.get(**asked)["text"] for _time in range(2)] == ["À moi"] * 2
    assert all(KEEPING not in environ for environ in site.asked[1:])
    assert reader.get()["text"] == "Une page"


def test_who_has_opened_a_form_reads_what_all_read(reader, site):
    reader.get()
    reader.get(HTTP_COOKIE="csrftoken=a")
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "other", [{"path": "/autre/"}, {"HTTP_HOST": "autre.example.org"}, {"wsgi.url_scheme": "http"}]
)
def test_another_address_is_another_page(reader, site, other, settings):
    settings.SECURE_PROXY_SSL_HEADER = None
    reader.get()
    site.words = "Une autre page"
    assert reader.get(**other)["text"] == "Une autre page"


def test_what_the_page_does_not_read_does_not_make_another(reader, site):
    site.parameters = frozenset({"theme"})
    for query in ("", "utm_source=a", "fbclid=1&utm_source=b"):
        reader.get(query=query)
    assert len(site.asked) == 1
    site.words = "Un thème"
    assert reader.get(query="theme=soin")["text"] == "Un thème"
    assert reader.get(query="utm_source=c&theme=soin")["text"] == "Un thème"
    assert len(site.asked) == 2


def test_where_nobody_said_which_parameters_count_the_bare_address_alone_is_kept(reader, site):
    site.parameters = None
    for _time in range(2):
        reader.get()
        reader.get(query="a=1")
    assert len(site.asked) == 3


def test_what_django_does_not_give_to_all_is_not_kept(reader, site):
    site.is_kept, site.status = False, "404 Not Found"
    assert [reader.get()["status"] for _time in range(2)] == [404, 404]
    assert len(site.asked) == 2


def test_the_whole_page_is_asked_for_whoever_has_it_already(reader, site):
    answer = reader.get(HTTP_IF_NONE_MATCH='"ancienne"', method="HEAD")
    assert answer["status"] == 200 and not answer["text"]
    assert site.asked[0]["REQUEST_METHOD"] == "GET" and "HTTP_IF_NONE_MATCH" not in site.asked[0]
    again = reader.get(HTTP_IF_NONE_MATCH=answer["headers"]["ETag"])
    assert again["status"] == 304 and len(site.asked) == 1


def test_a_head_of_what_is_not_kept_has_no_body(reader, site):
    site.is_kept = False
    assert reader.get(method="HEAD")["text"] == "" and site.bodies[0].is_closed


@pytest.mark.parametrize("seen", [Seen(None, False), Seen("first", True)])
def test_nothing_is_kept_while_one_does_not_know_or_the_site_is_closed(reader, site, generations, seen):
    reader.get()
    site.words, generations.seen = "Fermé", seen
    assert reader.get()["text"] == "Fermé"


def test_without_its_database_the_site_shows_what_it_showed(reader, site, generations, monkeypatch):
    monkeypatch.setattr(front, "next_change", lambda: in_seconds(-1))
    reader.get()
    site.words, site.status, site.is_kept, site.is_out = "En panne", "503 Service Unavailable", False, True
    assert reader.get() | {"headers": None} == {"status": 200, "text": "Une page", "headers": None}
    assert reader.get("/jamais-lue/")["status"] == 503
    generations.seen = Seen("second", False)  # it may have been withdrawn since
    assert reader.get()["status"] == 503


def test_all_who_ask_at_once_wait_for_one(reader, site):
    site.waits = Event()
    with ThreadPoolExecutor(8) as readers:
        answers = [readers.submit(reader.get) for _reader in range(8)]
        time.sleep(0.2)
        site.waits.set()
        assert {answer.result()["text"] for answer in answers} == {"Une page"}
    assert len(site.asked) == 1


def test_nobody_waits_for_what_is_of_no_use_to_others(reader, site):
    site.is_kept = False
    reader.get()
    site.waits = Event()
    with ThreadPoolExecutor(3) as readers:
        answers = [readers.submit(reader.get) for _reader in range(3)]
        time.sleep(0.2)
        assert len(site.asked) == 4
        site.waits.set()
        assert all(answer.result()["status"] == 200 for answer in answers)


def test_who_asks_for_a_page_that_fails_is_told_and_the_next_one_asks_again(reader, site, monkeypatch):
    def fails(environ, start_response):
        raise RuntimeError

    monkeypatch.setattr(reader.cache, "application", fails)
    with pytest.raises(RuntimeError):
        reader.get()
    monkeypatch.setattr(reader.cache, "application", site)
    assert reader.get()["text"] == "Une page"


def test_what_is_of_no_use_at_an_address_is_one_question_and_not_the_others(reader, site):
    """A search that finds nothing is not kept; all who ask another at once wait for one."""
    site.parameters = frozenset("q")
    reader.get(query="q=logement")
    site.is_kept = False
    reader.get(query="q=introuvable")
    site.is_kept, site.waits, before = True, Event(), len(site.asked)
    with ThreadPoolExecutor(8) as readers:
        answers = [readers.submit(reader.get, query="q=accueil") for _reader in range(8)]
        time.sleep(0.2)
        site.waits.set()
        assert {answer.result()["text"] for answer in answers} == {"Une page"}
    assert len(site.asked) == before + 1


@pytest.mark.parametrize("asked", [{"path": f"/{'a' * 1000}/"}, {"query": f"q={'%F0%9F%98%80' * 90}"}])
def test_an_endless_address_is_answered_and_not_kept(reader, site, asked):
    """What is kept is counted without its address."""
    site.parameters = frozenset("q")
    reader.get(query="q=a")
    kept = reader.cache.store.size
    assert [reader.get(**asked)["text"] for _time in range(2)] == ["Une page"] * 2
    assert reader.cache.store.size == kept and not reader.cache._of_no_use


def test_addresses_of_no_use_are_not_remembered_without_end(reader, site, monkeypatch):
    monkeypatch.setattr(front, "MOST_OF_NO_USE", 3)
    site.is_kept = False
    for number in range(10):
        reader.get(f"/{number}/")
    assert len(reader.cache._of_no_use) <= 3
