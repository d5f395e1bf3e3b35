"""A cache elsewhere is asked to forget what changed: here, a small server that writes down what it is asked."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from threading import enumerate as threads

import pytest
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage
from core.front_cache import purging
from core.front_cache.settings import front_cache_settings
from resources.models import ResourceIndexPage
from tests.factories import make_article

PAGE = "/reflexions/un-papier/"
LISTS = {"/", "/reflexions/"}


class Asked(BaseHTTPRequestHandler):
    def do_PURGE(self):  # noqa: N802 -- as HTTP writes it
        self.server.purged.append((self.headers["Host"], self.path))
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, *said):
        pass


@pytest.fixture
def front():
    """A cache (server) whose `purged` says what it was asked to forget: pairs of host and path."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        server.purged, server.answer = [], 200
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def site(front, db, settings, monkeypatch, django_capture_on_commit_callbacks):
    """What is done by it (function of a function) is committed; gives what was purged at once, and a moment later."""
    waits = []
    monkeypatch.setattr(purging.time, "sleep", waits.append)
    page = make_article("Un papier")
    settings.WAGTAILFRONTENDCACHE = front_cache_settings(
        Environment(FRONT_CACHE_URL=f"http://127.0.0.1:{front.server_port}")
    )["WAGTAILFRONTENDCACHE"]

    def do(gesture):
        front.purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            gesture(page)
            assert not front.purged, "asked before it is committed"
        for thread in threads():
            if getattr(thread, "_target", None) is purging._purge:
                thread.join()
        assert {host for host, _path in front.purged} <= {"testserver"}
        return {path for _host, path in front.purged}, len(front.purged)

    do.waits = waits
    return do


class Environment(dict):
    def str(self, name, default):
        return self.get(name, default)


def rename(page):
    page.slug = "un-carnet"
    page.save_revision().publish()


def move(page):
    page.move(ResourceIndexPage.objects.get(), pos="last-child")


def hide_its_section(page):
    PageViewRestriction.objects.create(page=ArticleIndexPage.objects.get(), restriction_type="login")


#: What is done → what is purged.
GESTURES = {
    "published": (lambda page: page.save_revision().publish(), {PAGE} | LISTS),
    "withdrawn": (lambda page: page.unpublish(), {PAGE} | LISTS),
    "deleted": (lambda page: page.delete(), {PAGE} | LISTS),
    "renamed": (rename, {PAGE, "/reflexions/un-carnet/"} | LISTS),
    "moved": (move, {PAGE, "/ressources/"} | LISTS),
    "made private with its section": (hide_its_section, {PAGE} | LISTS),
    "a draft": (lambda page: page.save_revision(), set()),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_what_readers_no_longer_see_is_purged_once_it_is_committed(site, gesture):
    do, wanted = GESTURES[gesture]
    purged, times = site(do)
    assert purged == wanted
    assert times >= 2 * len(wanted), "again, once every process of the site knows"


def test_it_is_purged_again_a_second_later(site):
    site(lambda page: page.unpublish())
    assert site.waits == [0, 1]


@pytest.mark.parametrize("answer", [405, 500])
def test_a_cache_that_refuses_does_not_stop_who_publishes(site, front, answer, caplog):
    front.answer = answer
    purged, _times = site(lambda page: page.save_revision().publish())
    assert purged == {PAGE} | LISTS
    assert "was not purged (HTTPError)" in caplog.text


def test_nor_does_one_that_is_not_there(site, front, caplog):
    front.server_close()
    site(lambda page: page.save_revision().publish())
    assert "was not purged (URLError)" in caplog.text


def test_without_such_a_cache_nobody_is_asked(site, front, settings, django_assert_num_queries):
    settings.WAGTAILFRONTENDCACHE = front_cache_settings(Environment())["WAGTAILFRONTENDCACHE"]
    assert site(lambda page: page.save_revision().publish()) == (set(), 0)
    with django_assert_num_queries(0):
        purging.forget(ArticleIndexPage.objects.all())
