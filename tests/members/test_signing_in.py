"""Guessing a password takes ever longer, shuts nobody out for ever, and tells nothing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache

from members.access.attempts import EVERYWHERE, HERE
from members.senders import sender_key
from members.throttle import Throttle, in_words
from tests.members.conftest import LOGIN, come_in, errors_of, is_inside

pytestmark = pytest.mark.django_db

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}


def fail(client, username="ana", times=HERE.free, **headers):
    for _time in range(times):
        answer = come_in(client, username, "ce n’est pas celui-là", **headers)
    return answer


def test_it_works(client, member):
    assert come_in(client, "ana").status_code == 302
    assert is_inside(client)


def test_after_five_mistakes_even_the_right_password_waits(client, member, later):
    assert "30 secondes" in errors_of(fail(client))
    answer = come_in(client, "ana")
    assert "Trop d’essais. Vous pourrez réessayer dans" in errors_of(answer)
    assert not is_inside(client)
    later(31)
    assert come_in(client, "ana").status_code == 302


def test_four_mistakes_and_the_right_password_are_forgiven(client, member):
    for _day in range(3):
        fail(client, times=HERE.free - 1)
        assert come_in(client, "ana").status_code == 302
        client.logout()


def test_the_wait_doubles_and_stops_growing(client, member, later):
    fail(client)
    waits = []
    for _mistake in range(9):
        later(3601)
        waits.append(errors_of(fail(client, times=1)))
    assert "1 minute" in waits[0] or "60 secondes" in waits[0]
    assert "60 minutes" in waits[-1]


@pytest.mark.parametrize("times", [1, HERE.free, HERE.free + 1])
def test_an_account_that_does_not_exist_answers_the_same(client, someone, member, times):
    known, unknown = fail(client, times=times), fail(someone(), "personne", times=times, **ELSEWHERE)
    assert errors_of(known) == errors_of(unknown) != ""


def test_who_guesses_elsewhere_does_not_shut_the_member_out(client, someone, member):
    fail(someone(), times=HERE.free + 3, **ELSEWHERE)
    assert come_in(client, "ana").status_code == 302


def test_one_password_tried_on_all_accounts_waits(client, member):
    for number in range(25):
        answer = come_in(client, f"compte{number}", "motdepasse2026")
    assert "Trop d’essais" in errors_of(answer)
    assert "Trop d’essais" in errors_of(come_in(client, "ana"))


def test_guessing_from_many_places_waits_but_not_where_the_member_came_in_today(client, someone, member):
    come_in(client, "ana")
    client.logout()
    for number in range(EVERYWHERE.free):
        fail(someone(), times=1, REMOTE_ADDR=f"198.51.100.{number}")
    assert "Trop d’essais" in errors_of(come_in(someone(), "ana", **ELSEWHERE))
    assert come_in(client, "ana").status_code == 302


def test_a_household_is_one_source(client, someone, member):
    for number in range(HERE.free):
        fail(someone(), times=1, REMOTE_ADDR=f"2001:db8:1:2::{number + 1}")
    assert "Trop d’essais" in errors_of(come_in(someone(), "ana", REMOTE_ADDR="2001:db8:1:2::99"))
    assert come_in(someone(), "ana", REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_neither_address_nor_name_is_in_the_cache(client, member):
    fail(client, "quelqu-une", **ELSEWHERE)
    kept = " ".join(f"{key} {cache._cache[key]!r}" for key in cache._cache)
    assert "throttle:here" in kept
    assert "192.0.2.7" not in kept and "quelqu-une" not in kept


def test_tomorrow_the_same_source_is_another(rf, later):
    request = rf.get("/", **ELSEWHERE)
    today = sender_key(request)
    assert sender_key(request) == today
    later(24 * 3600)
    assert sender_key(request) != today


def test_what_comes_before_the_front_server_s_word_is_not_believed(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    lied = [
        sender_key(rf.get("/", headers={"X-Forwarded-For": f"{lie}, 192.0.2.7"}))
        for lie in ("10.0.0.1", "10.0.0.2", "nobody")
    ]
    assert len(set(lied)) == 1


def test_many_tries_at_once_are_not_many_tries(db):
    throttle = Throttle("rush", free=5, first=30, longest=60)
    with ThreadPoolExecutor(20) as crowd:
        waits = list(crowd.map(lambda _number: throttle.begin("one"), range(100)))
    assert waits.count(0) == 5


def test_the_second_door_of_wagtail_leads_to_the_first(client, member):
    answer = client.post("/_util/login/?next=/", {"username": "ana", "password": "un mot de passe assez long"})
    assert (answer.status_code, answer.url) == (302, f"{LOGIN}?next=/")
    assert not is_inside(client)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 seconde"),
        (30, "30 secondes"),
        (91, "2 minutes"),
        (900, "15 minutes"),
        (21600, "6 heures"),
    ],
)
def test_waits_are_said_as_people_count(seconds, words):
    assert in_words(seconds) == words
