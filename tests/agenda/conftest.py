"""The day on which calendars are read in these tests, and their words without typography."""

import re

import pytest
import time_machine


@pytest.fixture
def in_november():
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        yield


def plain(text):
    """`text` with ordinary spaces only (str)."""
    return re.sub("[\u00a0\u202f]", " ", str(text))
