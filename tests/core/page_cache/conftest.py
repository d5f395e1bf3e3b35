"""A reader of a site whose pages are kept."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from core.page_cache import watch
from core.page_cache.changes import tell
from tests.core.page_cache.reader import Reader


@pytest.fixture
def reader(db, monkeypatch):
    monkeypatch.setattr(watch, "EVERY", 0)
    tell()
    # Each test is one transaction, which the end of a request would close.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Reader()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
