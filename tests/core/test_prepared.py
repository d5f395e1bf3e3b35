"""Queries that are written in SQL once answer as those that are written each time."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from agenda.models import Occurrence
from articles.models import ArticlePage
from core.models import ContentPage, Place
from core.prepared import Prepared, PreparedByKeys
from tests.factories import make_article, make_event, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    return [make_article(f"Un article, {number}") for number in range(30)]


def test_each_value_takes_the_place_of_its_own(articles):
    asked = Prepared(
        lambda most, title: ArticlePage.objects.filter(title=title, pk__lte=most) | ArticlePage.objects.filter(pk=most),
        int,
        str,
    )
    for first, second in [(articles[9], articles[3]), (articles[0], articles[7]), (articles[9], articles[3])]:
        found = asked(first.pk, second.title)
        assert {page.pk for page in found} == {page.pk for page in (first, second) if page.pk <= first.pk}


def test_what_is_found_is_whole_and_new_each_time(articles):
    asked = Prepared(lambda key: ArticlePage.objects.select_related("image", "place").filter(pk=key), int)
    (one,), (other,) = asked(articles[0].pk), asked(articles[0].pk)
    assert one == other == articles[0] and one is not other
    one.title = "Autre"
    assert asked(articles[0].pk)[0].title == articles[0].title


def test_it_costs_its_query(articles, django_assert_num_queries):
    asked = Prepared(lambda key: ContentPage.objects.published().prefetch_related("themes").filter(pk=key), int)
    for page in articles[:3]:
        with django_assert_num_queries(2):
            assert [found.pk for found in asked(page.pk)] == [page.pk]


def test_moments_and_days_are_given_as_the_database_takes_them():
    make_event(start_date=date(2026, 12, 5))
    asked = Prepared(lambda now, today: Occurrence.objects.upcoming(now, today), datetime, date)
    for day, expected in [(4, 1), (5, 1), (6, 0), (4, 1)]:
        now = datetime(2026, 12, day, 12, tzinfo=UTC)
        assert len(asked(now, timezone.localdate(now))) == expected


@pytest.mark.parametrize(
    "build",
    [
        lambda number, _word: ArticlePage.objects.filter(pk__gt=abs(number)),
        lambda number, word: ArticlePage.objects.filter(pk=number, title=word).exclude(pk__gt=abs(number)),
        lambda number, word: ArticlePage.objects.filter(pk=number, title=word, summary__contains=word),
        lambda number, word: ArticlePage.objects.filter(pk=number, title=word)[: abs(number)],
    ],
)
def test_what_is_not_simply_a_parameter_is_refused(build):
    with pytest.raises(ValueError, match="parameters"):
        Prepared(build, int, str)(5, "cinq")


def test_so_is_another_number_of_values():
    with pytest.raises(ValueError, match="zip"):
        Prepared(lambda key: ArticlePage.objects.filter(pk=key), int)(1, 2)


@pytest.mark.django_db(transaction=True)
def test_no_connection_outlives_its_thread():
    asked, seen = Prepared(lambda key: Place.objects.filter(pk=key), int), []

    def ask():
        seen.append(weakref.ref(connections["default"]))
        asked(1)
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    gc.collect()
    assert seen[0]() is None


@pytest.mark.parametrize("number", [0, 1, 3, 4, 5, 13, 30])
def test_keys_are_as_many_as_they_are(articles, number, django_assert_num_queries):
    asked = PreparedByKeys(lambda keys: ContentPage.objects.filter(pk__in=keys).order_by("pk"))
    keys = [page.pk for page in articles[:number]]
    for _time in range(2):
        with django_assert_num_queries(1 if number else 0):
            assert [found.pk for found in asked(set(keys))] == keys


def test_more_keys_than_were_thought_of(articles):
    asked = PreparedByKeys(lambda keys: ContentPage.objects.filter(pk__in=keys))
    every = {page.pk for page in articles}
    assert {found.pk for found in asked([*every, *range(10_000_000, 10_000_200)])} == every


@pytest.mark.django_db(transaction=True)
def test_threads_ask_by_their_own_connections():
    places = [make_place(f"Lieu {number}") for number in range(8)]
    asked = Prepared(lambda key: Place.objects.filter(pk=key), int)

    def read(place):
        try:
            return [asked(place.pk)[0].name for _time in range(20)] == [place.name] * 20
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as readers:
        assert all(readers.map(read, places))
