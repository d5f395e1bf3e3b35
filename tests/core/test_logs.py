"""What must never be read in a log."""

import logging

import pytest

from core.logs import AnonymousFormatter


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Failed to send to ana@exemple.org", "Failed to send to [courriel]"),
        ("Invalid request from ip=203.0.113.7", "Invalid request from ip=[adresse]"),
        ("client 2001:db8::8a2e:370:7334 refused", "client [adresse] refused"),
        ("1.2.3.4:5678 reset", "[adresse]:5678 reset"),
        ("network 2001:db8:: and ::1", "network [adresse] and [adresse]"),
        ("wagtail 7.4.4, django 5.2.19", "wagtail 7.4.4, django 5.2.19"),
        ("12:30:05 12 pages", "12:30:05 12 pages"),
    ],
)
def test_addresses_are_struck_out(written, read):
    record = logging.LogRecord("site", logging.WARNING, "", 0, written, None, None)
    assert AnonymousFormatter("{message}", style="{").format(record) == read


def test_addresses_in_a_traceback_are_struck_out():
    try:
        raise ValueError("ana@exemple.org")
    except ValueError as error:
        record = logging.LogRecord("site", logging.ERROR, "", 0, "x", None, (type(error), error, error.__traceback__))
    assert "ana@" not in AnonymousFormatter("{message}", style="{").format(record)
