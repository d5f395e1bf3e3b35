"""A member sees where their account is open, and closes it."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.access.open_sessions import browser_in_words
from members.groups import ADMINISTRATION
from members.models import OpenSession
from tests.factories import make_member
from tests.members.conftest import PASSWORD, come_in, is_inside

pytestmark = pytest.mark.django_db

MINE = "/admin/account/acces/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"


@pytest.fixture
def phone(someone, member):
    browser = someone(headers={"user-agent": PHONE})
    come_in(browser, "ana")
    return browser


@pytest.fixture
def computer(someone, member):
    browser = someone(headers={"user-agent": FIREFOX})
    come_in(browser, "ana")
    return browser


def closable(client):
    """What one may close from here (list of str)."""
    return re.findall(r'name="close" value="(\w+)"', client.get(MINE).content.decode())


def test_it_works(phone, computer):
    screen = computer.get(MINE).content.decode()
    assert "Firefox sur Linux" in screen and "Chrome sur Android" in screen
    assert screen.count(">celle-ci<") == 1
    reference = closable(computer)[0]
    computer.post(MINE, {"close": reference})
    assert is_inside(computer) and not is_inside(phone)
    assert "Chrome sur Android" not in computer.get(MINE).content.decode()


def test_all_others_are_closed_at_once(phone, computer, someone):
    third = someone()
    come_in(third, "ana")
    computer.post(MINE, {"close": "others"})
    assert is_inside(computer) and not is_inside(phone) and not is_inside(third)


def test_no_key_of_a_session_is_in_the_page(phone, computer):
    screen = computer.get(MINE).content.decode()
    assert not [key for key in Session.objects.values_list("pk", flat=True) if key in screen]


def test_nobody_closes_the_session_of_somebody_else(phone, client):
    client.force_login(make_member("bea"))
    client.get("/admin/")
    key = OpenSession.objects.get(member__username="ana").pk
    for wanted in (closable(phone)[:1] or ["x"])[0], key, "others":
        client.post(MINE, {"close": wanted})
    assert is_inside(phone)


def test_what_is_kept_is_a_browser_in_words_and_a_day(phone):
    kept = OpenSession.objects.values().get()
    assert kept.keys() == {"session_id", "member_id", "opened_at", "last_used", "browser"}
    assert "127.0.0.1" not in str(kept) and "Mozilla" not in str(kept)


def test_the_day_of_last_use_is_written_once_a_day(phone, later):
    phone.get("/admin/account/")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            phone.get("/admin/account/")
        return [query["sql"] for query in queries if "opensession" in query["sql"]]

    assert asked() == []
    later(24 * 3600)
    assert asked()
    assert asked() == []


def test_changing_the_password_closes_the_others(phone, computer):
    fields = {
        "password-old_password": PASSWORD,
        "password-new_password1": "une phrase entière et neuve",
        "password-new_password2": "une phrase entière et neuve",
        "name_email-display_name": "Ana",
        "name_email-email": "ana@example.org",
        "locale-current_time_zone": "Europe/Paris",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    answer = computer.post("/admin/account/", fields)
    assert answer.status_code == 302, answer.context["panels_by_tab"]
    assert is_inside(computer) and not is_inside(phone)
    assert closable(computer) == []


def test_an_administrator_closes_them_all(phone, computer, someone):
    admin = someone()
    admin.force_login(make_member("admin", ADMINISTRATION))
    member = OpenSession.objects.filter(member__username="ana").first().member
    assert "2 sessions ouvertes" in admin.get(f"/admin/membres/{member.pk}/acces/").content.decode()
    admin.post(f"/admin/membres/{member.pk}/acces/", {"close": "1"})
    assert not is_inside(phone) and not is_inside(computer)
    assert is_inside(admin)


def test_a_session_that_is_over_is_not_shown_and_goes(phone, computer, later):
    later(15 * 24 * 3600)
    assert not is_inside(phone)
    come_in(computer, "ana")
    assert closable(computer) == []
    call_command("clearsessions")
    assert OpenSession.objects.count() == 1


def test_signing_out_forgets_the_session(phone):
    phone.post("/admin/logout/")
    assert not OpenSession.objects.exists()


def test_readers_have_no_session(client):
    client.get("/")
    assert not client.cookies


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, "Firefox sur Linux"),
        (PHONE, "Chrome sur Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari sur iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge sur Windows"),
        ("<script>alert(1)</script>", "Navigateur inconnu"),
        ("", "Navigateur inconnu"),
    ],
)
def test_browsers_are_said_in_words(said, words):
    assert browser_in_words(said) == words
