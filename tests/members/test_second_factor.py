"""A second factor: nothing opens before it, a code opens once, and a role can require one."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver
from django_otp.plugins.otp_static.models import StaticToken
from wagtail.models import ModelLogEntry

from members.access.second_factor import check_code, codes_left, confirm, first_codes, has_one, phone_to_confirm
from members.groups import ADMINISTRATION, MODERATION
from members.models import Phone
from tests.factories import make_member
from tests.members.conftest import PASSWORD, come_in, errors_of, is_inside, shown_by

pytestmark = pytest.mark.django_db

CODE = "/admin/login/code/"
SET_UP = "/admin/login/second-facteur/"
NEW_PASSKEY = "/admin/login/second-facteur/cle/"
MINE = "/admin/account/acces/"
#: What answers to who must have a second factor and has none yet.
OPEN_BEFORE = (SET_UP, NEW_PASSKEY, "/admin/logout/")


def prove(client, code, **headers):
    return client.post(CODE, {"code": code}, **headers)


def admin_addresses():
    """Every address under /admin/ (list of str), with any number or word where one is awaited."""
    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            address = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                found.append("/" + address)
            else:
                walk(pattern.url_patterns, address)

    walk([pattern for pattern in get_resolver().url_patterns if str(pattern.pattern).startswith("admin/")], "")
    addresses = [re.sub(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)", "1", address) for address in found]
    return sorted({re.sub(r"[\^$\\]", "", address).replace("(?:", "") for address in addresses})


# --- In use ---------------------------------------------------------------------------------------


def test_it_works(client, protected):
    answer = come_in(client, "ana")
    assert answer.url == CODE
    assert not is_inside(client)
    answer = prove(client, shown_by(protected.phone))
    assert answer.url == "/admin/"
    assert is_inside(client)


def test_a_code_written_with_a_space_is_the_same(client, protected):
    come_in(client, "ana")
    code = shown_by(protected.phone)
    assert prove(client, f"{code[:3]} {code[3:]}").status_code == 302


def test_after_the_password_alone_nothing_of_the_admin_answers(client, someone, protected):
    come_in(client, "ana")
    stranger = someone()
    addresses = admin_addresses()
    assert len(addresses) > 250
    for address in addresses:
        if address not in (CODE, SET_UP, NEW_PASSKEY):
            here, there = client.get(address), stranger.get(address)
            assert (here.status_code, here.get("Location")) == (there.status_code, there.get("Location")), address


def test_who_has_one_does_not_set_another_up_with_a_password_alone(client, protected):
    come_in(client, "ana")
    assert client.get(SET_UP).url == CODE
    assert client.post(SET_UP, {"code": "123456", "password": PASSWORD}).url == CODE


def test_there_is_no_code_to_give_without_a_password(client, protected):
    assert client.get(CODE).url.startswith("/admin/login/")
    assert prove(client, shown_by(protected.phone)).url.startswith("/admin/login/")
    assert not is_inside(client)


def test_the_password_is_good_for_ten_minutes(client, protected, later):
    come_in(client, "ana")
    later(601)
    assert prove(client, shown_by(protected.phone)).url.startswith("/admin/login/")


def test_a_password_changed_meanwhile_is_asked_again(client, protected):
    come_in(client, "ana")
    protected.set_password("un tout autre mot de passe")
    protected.save()
    prove(client, shown_by(protected.phone))
    assert not is_inside(client)


def test_a_code_opens_once(client, someone, protected):
    code = shown_by(protected.phone)
    come_in(client, "ana")
    assert prove(client, code).status_code == 302
    other = someone()
    come_in(other, "ana")
    assert "déjà servi" in errors_of(prove(other, code))
    assert not is_inside(other)


@pytest.mark.parametrize("on_paper", [False, True])
def test_of_two_codes_that_come_at_once_the_second_waits_for_the_first(protected, on_paper):
    """What a code is compared with is read under a lock: on SQLite, one process writes at a time (BEGIN IMMEDIATE)."""
    with CaptureQueriesContext(connection) as asked:
        assert check_code(protected, protected.paper[0] if on_paper else shown_by(protected.phone))
    read = next(query["sql"] for query in asked if query["sql"].startswith("SELECT"))
    assert "FOR UPDATE" in read or not connection.features.has_select_for_update


def test_the_code_of_somebody_else_opens_nothing(client, protected):
    bea = make_member("bea")
    phone = phone_to_confirm(bea)
    assert confirm(bea, shown_by(phone, steps=-1))
    paper = first_codes(bea)
    come_in(client, "ana")
    assert errors_of(prove(client, shown_by(phone)))
    assert errors_of(prove(client, paper[0]))
    assert not is_inside(client)


def test_codes_are_guessed_no_faster_than_passwords(client, someone, protected):
    come_in(client, "ana")
    for _time in range(5):
        answer = prove(client, "000000")
    assert "30 secondes" in errors_of(answer)
    assert "Trop d’essais" in errors_of(prove(client, shown_by(protected.phone)))
    come_in(client, "ana")  # the password again does not give tries back
    assert "Trop d’essais" in errors_of(prove(client, shown_by(protected.phone)))


@pytest.mark.parametrize(
    "typed", ["", " ", "abc", "٣٣٣٣٣٣", "９９９９９９", "1" * 41, "1" * 4000, "' OR 1=1", "\x00", "-12345"]
)
def test_what_is_no_code_is_refused_in_words(client, protected, typed):
    come_in(client, "ana")
    answer = prove(client, typed)
    assert answer.status_code == 200
    assert not is_inside(client)


# --- Paper ----------------------------------------------------------------------------------------


def test_a_recovery_code_opens_once(client, someone, protected):
    come_in(client, "ana")
    assert prove(client, f" {protected.paper[3].upper()} ").status_code == 302
    assert codes_left(protected) == 9
    other = someone()
    come_in(other, "ana")
    assert errors_of(prove(other, protected.paper[3]))
    assert prove(other, protected.paper[4]).status_code == 302


def test_the_database_holds_neither_secret_nor_codes(protected):
    phone = Phone.objects.get()
    assert phone.key != phone.bin_key.hex()
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert not kept & {code.replace("-", "") for code in protected.paper} | kept & set(protected.paper)


def test_the_day_of_last_use_is_kept_not_the_hour(client, protected):
    check_code(protected, shown_by(protected.phone))
    used = Phone.objects.get().last_used_at.astimezone()
    assert (used.minute, used.second) == (0, 0)


# --- Setting it up and taking it off ---------------------------------------------------------------


def set_up(client, member, **fields):
    return client.post(SET_UP, {"code": shown_by(phone_to_confirm(member)), "password": PASSWORD} | fields)


def test_a_member_sets_it_up_and_sees_ten_codes_once(client, someone, member):
    elsewhere = someone()
    come_in(elsewhere, "ana")
    come_in(client, "ana")
    screen = client.get(SET_UP).content.decode()
    assert "<svg" in screen and "otpauth://totp/" in screen
    assert "no-store" in client.get(SET_UP)["Cache-Control"]
    answer = set_up(client, member)
    codes = re.findall(r"<li><code>(.*?)</code>", answer.content.decode())
    assert len(set(codes)) == 10
    assert is_inside(client)
    assert not is_inside(elsewhere)
    assert not any(code in client.get(MINE).content.decode() for code in codes)
    assert check_code(member, codes[0])


@pytest.mark.parametrize("wrong", [{"code": "000000"}, {"password": "autre"}, {"password": ""}, {"code": ""}])
def test_it_is_not_set_up_without_a_right_code_and_the_password(client, member, wrong):
    come_in(client, "ana")
    assert set_up(client, member, **wrong).status_code == 200
    assert not has_one(member)


def test_it_is_taken_off_with_the_password(client, protected):
    come_in(client, "ana")
    prove(client, shown_by(protected.phone))
    client.post(MINE, {"gesture": "remove", "password": "autre"})
    assert has_one(protected)
    client.post(MINE, {"gesture": "remove", "password": PASSWORD})
    assert not has_one(protected)
    assert ModelLogEntry.objects.filter(action="members.second_factor_removed", user=protected).exists()


def test_new_codes_end_the_old_ones(client, protected):
    come_in(client, "ana")
    prove(client, shown_by(protected.phone))
    answer = client.post(MINE, {"gesture": "renew", "password": PASSWORD})
    new = re.findall(r"<li><code>(.*?)</code>", answer.content.decode())
    assert not check_code(protected, protected.paper[0])
    assert check_code(protected, new[0])


# --- Required --------------------------------------------------------------------------------------


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = [MODERATION, ADMINISTRATION]


@pytest.mark.parametrize(
    ("group", "fields"), [(MODERATION, {}), (ADMINISTRATION, {}), (None, {"is_superuser": True})], ids=str
)
def test_whose_role_requires_one_is_led_to_set_it_up_and_to_nothing_else(client, someone, required, group, fields):
    chloe = make_member("chloe", group, **fields)
    assert come_in(client, "chloe").url == SET_UP
    stranger = someone()
    for address in admin_addresses():
        if address not in (CODE, SET_UP, NEW_PASSKEY):
            assert client.get(address).status_code == stranger.get(address).status_code, address
    assert "rien d’autre ne s’ouvre avant" in client.get(SET_UP).content.decode()
    answer = client.post(SET_UP, {"code": shown_by(phone_to_confirm(chloe))})
    assert len(re.findall(r"<li><code>", answer.content.decode())) == 10
    assert is_inside(client)


def test_once_proved_it_costs_no_query(client, protected, settings):
    come_in(client, "ana")
    prove(client, shown_by(protected.phone))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/account/")
        return len(queries)

    client.get("/admin/account/")
    without = asked()
    settings.SECOND_FACTOR_REQUIRED = ["Rédaction"]
    assert asked() == without


def test_whose_role_does_not_comes_in_as_before(client, member, required):
    assert come_in(client, "ana").url == "/admin/"


def test_a_session_opened_before_is_led_to_set_it_up_too(client, settings):
    make_member("chloe", MODERATION)
    come_in(client, "chloe")
    assert is_inside(client)
    settings.SECOND_FACTOR_REQUIRED = [MODERATION]
    addresses = [address for address in admin_addresses() if address not in (CODE, *OPEN_BEFORE)]
    for address in addresses:
        assert client.get(address).get("Location") == SET_UP, address
        assert client.post(address).get("Location") == SET_UP, address
    assert client.get(SET_UP).status_code == 200


def test_who_takes_it_off_must_set_another_up(client, protected, settings):
    settings.SECOND_FACTOR_REQUIRED = ["Rédaction"]
    come_in(client, "ana")
    prove(client, shown_by(protected.phone))
    client.post(MINE, {"gesture": "remove", "password": PASSWORD})
    assert client.get("/admin/pages/").url == SET_UP


# --- A lost telephone ------------------------------------------------------------------------------


def test_an_administrator_takes_it_off(client, protected):
    client.force_login(make_member("admin", ADMINISTRATION))
    address = f"/admin/membres/{protected.pk}/acces/"
    assert "Assurez-vous de vive voix" in client.get(address).content.decode()
    assert address in client.get("/admin/users/").content.decode()
    client.post(address, {"forget": "1"})
    assert not has_one(protected)
    entry = ModelLogEntry.objects.get(action="members.second_factor_removed")
    assert (entry.object_id, entry.user.username) == (str(protected.pk), "admin")


@pytest.mark.parametrize("group", ["Rédaction", MODERATION])
def test_nobody_else_does(client, protected, group):
    client.force_login(make_member("autre", group))
    client.post(f"/admin/membres/{protected.pk}/acces/", {"forget": "1"})
    assert has_one(protected)


def test_the_one_of_a_superuser_is_for_superusers(client, protected):
    protected.is_superuser = True
    protected.save()
    client.force_login(make_member("admin", ADMINISTRATION))
    client.post(f"/admin/membres/{protected.pk}/acces/", {"forget": "1"})
    assert has_one(protected)


def test_the_command_takes_it_off_and_says_so(client, protected, capsys):
    call_command("forget_second_factor", "ana")
    assert "le mot de passe suffit" in capsys.readouterr().out
    assert not has_one(protected)
    assert ModelLogEntry.objects.filter(action="members.second_factor_removed").exists()
    with pytest.raises(CommandError, match="Aucun compte"):
        call_command("forget_second_factor", "personne")
