"""One page, sent whole in the best encoding, or not at all to who has it."""

import gzip
import time

import brotli
import pytest
import time_machine
from django.utils.http import http_date

from core.page_cache.answers import Answer, encoding_for

TEXT = ("<p>" + "salarié·es " * 200 + "</p>").encode()
HTML = [("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", "default-src 'none'")]


def made(body=TEXT, headers=HTML, **options):
    return Answer("token", time.time() + 60, headers, body, **options)


def asked(answer, **environ):
    """The status, the headers (dict) and the body (bytes) of an answer."""
    status, headers, body = answer.reply({"REQUEST_METHOD": "GET"} | environ)
    assert len(dict(headers)) == len(headers)
    return status, dict(headers), b"".join(body)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.1, gzip;q=0.9", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("identity", ""),
        ("gzip;q=rien, br;q=", ""),
        ("", ""),
    ],
)
def test_the_best_encoding_that_a_reader_accepts(accepted, encoding):
    assert encoding_for(accepted) == encoding


@pytest.mark.parametrize(
    ("accepted", "read"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes), (None, bytes)]
)
def test_whatever_the_encoding_it_is_the_same_page_with_its_headers(accepted, read):
    status, headers, body = asked(made(), **({"HTTP_ACCEPT_ENCODING": accepted} if accepted else {}))
    assert status == "200 OK" and read(body) == TEXT
    assert headers["Content-Length"] == str(len(body)) and headers["Vary"] == "Accept-Encoding"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert headers.get("Content-Encoding", "identity") == (accepted or "identity")


def test_what_is_short_or_no_text_is_sent_as_it_is():
    for answer in (made(b"User-agent: *"), made(bytes(5000), [("Content-Type", "image/png")])):
        _status, headers, _body = asked(answer, HTTP_ACCEPT_ENCODING="br")
        assert "Content-Encoding" not in headers and "Vary" not in headers


def test_each_encoding_has_its_own_mark():
    marks = {asked(made(), HTTP_ACCEPT_ENCODING=one)[1]["ETag"] for one in ("br", "gzip", "identity")}
    assert len(marks) == 3


@pytest.mark.parametrize("said", ["{}", "W/{}", '"autre", {}', "*"])
def test_who_has_it_is_told_so(said):
    answer = made()
    mark = asked(answer, HTTP_ACCEPT_ENCODING="br")[1]["ETag"]
    status, headers, body = asked(answer, HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=said.format(mark))
    assert status == "304 Not Modified" and not body
    assert {"ETag", "Vary", "Content-Security-Policy"} <= headers.keys()
    assert not {"Content-Length", "Content-Encoding", "Content-Type"} & headers.keys()


def test_who_has_another_one_is_sent_it():
    answer = made()
    assert asked(answer, HTTP_IF_NONE_MATCH='"autre"')[0] == "200 OK"
    # A mark that is not the same counts more than a date that is (RFC 9110 §13.1.3).
    later = http_date(time.time() + 60)
    assert asked(answer, HTTP_IF_NONE_MATCH='"autre"', HTTP_IF_MODIFIED_SINCE=later)[0] == "200 OK"


def test_a_date_is_enough_to_know_it():
    answer = made()
    assert asked(answer, HTTP_IF_MODIFIED_SINCE=answer.modified)[0] == "304 Not Modified"
    assert asked(answer, HTTP_IF_MODIFIED_SINCE=http_date(0))[0] == "200 OK"
    assert asked(answer, HTTP_IF_MODIFIED_SINCE="hier")[0] == "200 OK"


def test_its_date_is_that_of_what_it_says_not_of_when_it_was_made_again():
    old = made(headers=[*HTML, ("Last-Modified", http_date(1_000_000_000))])
    assert old.modified == http_date(1_000_000_000)
    assert made(former=old).modified == old.modified
    assert made(TEXT + b".", former=old).modified != old.modified


def test_a_feed_without_its_last_entry_has_changed_since():
    def feed(day, entries, **options):
        return made(entries, [*HTML, ("Last-Modified", http_date(day))], **options)

    withdrawn = feed(1_000_000_000, b"one", former=feed(1_700_000_000, b"one, two"))
    assert asked(withdrawn, HTTP_IF_MODIFIED_SINCE=http_date(1_700_000_000))[0] == "200 OK"


def test_its_headers_alone():
    status, headers, body = asked(made(), REQUEST_METHOD="HEAD")
    assert status == "200 OK" and not body and headers["Content-Length"] == str(len(TEXT))


def test_it_holds_for_one_generation_until_its_moment():
    with time_machine.travel(90, tick=False):
        answer = Answer("token", 100, HTML, TEXT)
    assert answer.answers("token", 90) and answer.answers("token", 99)
    assert not answer.answers("token", 100)
    assert not answer.answers("other", 99)
    assert not answer.answers("token", 89), "the clock was set back: it is of a day to come"
