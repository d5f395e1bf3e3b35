"""What must never be read in a log; tests/outages/test_journal.py reads a whole one."""

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
    record = logging.LogRecord("core", logging.WARNING, "", 0, written, None, None)
    assert AnonymousFormatter("{message}", style="{").format(record) == read


def test_addresses_in_a_traceback_are_struck_out():
    try:
        raise ValueError("ana@exemple.org")
    except ValueError as error:
        record = logging.LogRecord("core", logging.ERROR, "", 0, "x", None, (type(error), error, error.__traceback__))
    assert "ana@" not in AnonymousFormatter("{message}", style="{").format(record)


@pytest.mark.parametrize(
    ("name", "message", "arguments", "read"),
    [
        ("core.sending", "Contribution %s: %s", (12, "too late"), "Contribution 12: too late"),
        ("django.request", "%s: %s", ("Not Found", "/lea/"), "…: …"),
        ("wagtail.images", "Filled already with Léa", (), "test_logs, line 7"),
        ("another", "%d of %s, %.1f and %r", (3, "Léa", 1.5, {"name": "Léa"}), "3 of …, 1.5 and …"),
        ("another", "%(name)s is known", ({"name": "Léa"},), "%(name)s is known"),
        ("another", "%s and %s", ("Léa",), "test_logs, line 7"),
        ("_granian", "Error handling request %s", ("/lea/",), "Error handling request …"),
        ("_granian", "Léa was there", (), "test_logs, line 7"),
    ],
)
def test_what_others_write_is_kept_without_what_fills_it(name, message, arguments, read):
    record = logging.LogRecord(name, logging.WARNING, "/tests/test_logs.py", 7, message, arguments, None)
    assert AnonymousFormatter("{message}", style="{").format(record) == read


def test_errors_say_where_they_happened_and_not_what_they_quote():
    try:
        try:
            {}["Léa"]
        except KeyError as error:
            raise ValueError("Léa") from error
    except ValueError as error:
        record = logging.LogRecord("core", logging.ERROR, "", 0, "x", None, (type(error), error, error.__traceback__))
    told = AnonymousFormatter("{message}", style="{").format(record)
    assert "builtins.KeyError" in told and "builtins.ValueError" in told and "test_logs.py" in told
    assert "Léa" not in told.replace('{}["Léa"]', "").replace('ValueError("Léa")', "")


def test_who_writes_the_code_reads_everything():
    record = logging.LogRecord("another", logging.WARNING, "", 0, "%s of %s", ("Léa", "ana@exemple.org"), None)
    assert AnonymousFormatter("{message}", style="{", whole=True).format(record) == "Léa of [courriel]"
