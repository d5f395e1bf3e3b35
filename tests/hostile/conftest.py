"""A site in folders of its own, a stranger and a moderator who ask it for things."""

import tempfile

import pytest
from django.test import Client

from contributions import proof
from members.groups import MODERATION
from tests.factories import make_member
from tests.hostile.doors import People
from tests.hostile.visitor import in_process


@pytest.fixture(autouse=True)
def _folders(tmp_path, settings, monkeypatch):
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.FILE_UPLOAD_TEMP_DIR = settings.QUARANTINE_ROOT / "arrivals"
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in (settings.FILE_UPLOAD_TEMP_DIR, settings.MEDIA_ROOT, tmp_path / "tmp"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(proof, "MOST_TRIES", 20)


@pytest.fixture
def people(db):
    """A stranger, and a moderator who has come in."""
    browser = Client()
    browser.force_login(make_member("sacha", MODERATION))
    return People(in_process(Client()), in_process(browser))
