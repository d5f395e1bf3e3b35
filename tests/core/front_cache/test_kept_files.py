"""What nginx keeps on this machine goes with each change; tests/deploy looks at a real nginx."""

import pytest

from core.checks import what_nginx_keeps_can_go
from core.front_cache import kept_files
from core.front_cache.kept_files import forget_kept_files
from tests.factories import make_article

PAGE = "4556238e034c74b62da3f7649e02565a"


@pytest.fixture
def folder(tmp_path, settings, monkeypatch):
    """The folder (Path) of nginx; what is to be done a second later is done when its `later` is called."""
    monkeypatch.setattr(kept_files, "Timer", Later)
    settings.FRONT_CACHE_FOLDER = tmp_path
    (tmp_path / PAGE).touch()
    return tmp_path


class Later:
    waiting = []

    def __init__(self, seconds, act, arguments):
        self.act = lambda: act(*arguments)

    def start(self):
        self.waiting.append(self)

    def cancel(self):
        self.waiting.remove(self)


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch):
    monkeypatch.setattr(Later, "waiting", [])
    monkeypatch.setattr(kept_files, "_again", None)


def test_a_publication_takes_it_away(folder, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_article("Une nouveauté")
    assert not list(folder.iterdir())


def test_a_draft_leaves_it(folder, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = make_article("Une nouveauté")
    (folder / PAGE).touch()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision()
    assert (folder / PAGE).exists()


def test_what_a_process_answered_before_it_knew_goes_too(folder):
    forget_kept_files()
    forget_kept_files()
    (folder / PAGE).touch()
    assert len(Later.waiting) == 1, "once for all that changed in that second"
    Later.waiting[0].act()
    assert not (folder / PAGE).exists()


def test_what_nginx_is_writing_and_what_is_not_its_own_stay(folder):
    others = {f"{PAGE}.0000000012", "lisez-moi"}
    for name in others:
        (folder / name).touch()
    forget_kept_files()
    assert {path.name for path in folder.iterdir()} == others


def test_a_folder_that_is_not_there_is_written_down_and_stops_nobody(folder, settings, caplog):
    settings.FRONT_CACHE_FOLDER = folder / "absent"
    forget_kept_files()
    assert "could not be removed" in caplog.text


def test_a_folder_that_the_site_may_not_change_is_said_before_it_matters(folder, settings):
    assert what_nginx_keeps_can_go(None) == []
    settings.FRONT_CACHE_FOLDER = folder / "absent"
    assert [said.id for said in what_nginx_keeps_can_go(None)] == ["nebuleuses.W003"]
    settings.FRONT_CACHE_FOLDER = None
    assert what_nginx_keeps_can_go(None) == []
