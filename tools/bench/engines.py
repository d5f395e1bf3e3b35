"""What is asked of each engine, in the site's own process: its first answers, and how long they take."""

import time
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.search.utils import parse_query_string

from core.models import ContentPage
from core.ordering import in_order
from search.search_filter import SearchFilter
from tools.bench.measures import DEPTH

HOME = "FR"
#: Answers on a page.
SHOWN = 12


def addresses(contents):
    """The ends of the addresses (list of str) of pages: the same on every database."""
    return [content.slug for content in contents]


def our_answers(text):
    """The first answers (list of str) of the search page, in its order."""
    asked = SearchFilter(QueryDict(urlencode({"q": text})), HOME)
    return addresses(in_order(asked.contents, asked.results()[:DEPTH]))


def stock_answers(text):
    """The first answers (list of str) of Wagtail's search, called as its documentation says; none for an error."""
    return addresses(_stock_search(text)[:DEPTH])


def _stock_search(text):
    _filters, query = parse_query_string(text, operator="and")
    return ContentPage.objects.live().search(query)


def our_page(text):
    """Asks for a whole page of results as a browser does: seconds (float). Raises AssertionError for another answer."""
    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})
    address, asked = reverse("search"), {"q": text}
    start = time.perf_counter()
    response = client.get(address, asked, secure=True)
    seconds = time.perf_counter() - start
    if response.status_code != 200:
        raise AssertionError(f"{address} answered {response.status_code} to {text!r}")
    return seconds


def stock_query(text):
    """Asks Wagtail's search for the first page and the number of answers, and nothing else: seconds (float)."""
    start = time.perf_counter()
    found = _stock_search(text)
    list(found[:SHOWN])
    found.count()
    return time.perf_counter() - start


@contextmanager
def at_most(seconds):
    """Interrupts the database after `seconds`; raises DatabaseError then."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        until = time.monotonic() + seconds
        connection.connection.set_progress_handler(lambda: time.monotonic() > until, 10_000)
        try:
            yield
        finally:
            connection.connection.set_progress_handler(None, 0)
        return
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = %s", [int(seconds * 1000)])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")


def within(seconds, measure, text):
    """What `measure(text)` gives, or None where the database takes longer than `seconds` or refuses the question."""
    try:
        with at_most(seconds):
            return measure(text)
    except DatabaseError:
        return None
