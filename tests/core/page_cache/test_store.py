"""So many bytes, the longest unread gone first; one page for all the addresses that ask for the same thing."""

from types import SimpleNamespace

import pytest

from core.page_cache.store import MOST_ADDRESSES, Store, asked_of

PAGE = ("https", "nebuleuses.example.org", "/reflexions/")


def answer(size):
    return SimpleNamespace(size=size)


def test_the_longest_unread_goes_first():
    store = Store(1000)
    for name in "abcdefgh":
        store.keep(name, answer(110))
    store.find("a")
    store.keep("i", answer(120))
    store.keep("j", answer(120))
    assert store.find("a") and store.find("j") and not store.find("b")
    assert store.size <= 1000


def test_what_is_compressed_since_weighs_more():
    store, grown = Store(1000), answer(100)
    store.keep("a", grown)
    store.keep("b", answer(100))
    grown.size = 990
    store.find("a")
    assert store.size == 990 and not store.find("b")


def test_what_would_take_most_of_the_room_is_not_kept():
    store = Store(1000)
    store.keep("a", answer(400))
    assert store.find("a") is None and store.size == 0


def test_another_takes_its_place():
    store = Store(1000)
    store.keep("a", answer(100))
    store.keep("a", answer(50))
    assert store.size == 50
    store.keep("a", answer(400))  # what was there is not the page any more
    assert store.find("a") is None and store.size == 0


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("theme=soin", (("theme", "soin"),)),
        ("utm_source=x&theme=soin", (("theme", "soin"),)),
        ("page=2&theme=soin", (("page", "2"), ("theme", "soin"))),
        ("theme=soin&page=2", (("page", "2"), ("theme", "soin"))),
        ("theme=b&theme=a", (("theme", "b"), ("theme", "a"))),
        ("theme=", (("theme", ""),)),
        ("fbclid=1", ()),
    ],
)
def test_what_counts_of_an_address(query, asked):
    assert asked_of(query, {"theme", "page"}) == asked


def test_an_address_with_parameters_is_known_once_its_page_has_said_which_count():
    store = Store(1000)
    assert store.key_of(PAGE, "") == (PAGE, ())
    assert store.key_of(PAGE, "theme=soin") is None
    store.learn(PAGE, frozenset({"theme"}))
    assert store.key_of(PAGE, "utm_source=x") == store.key_of(PAGE, "")
    assert store.key_of(PAGE, "theme=soin") != store.key_of(PAGE, "")


def test_addresses_that_nobody_asks_for_twice_are_not_remembered_without_end():
    store = Store(1000)
    for number in range(MOST_ADDRESSES + 10):
        store.learn((*PAGE, number), frozenset())
    assert store.key_of((*PAGE, 1), "x=1") is None
    assert store.key_of((*PAGE, MOST_ADDRESSES + 9), "x=1") is not None
