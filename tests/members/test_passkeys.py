"""Passkeys: added, named, removed; after the password or alone; what a browser cannot do wrong is done wrong here."""

import html
import json
import logging
import re

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from members.access.attempts import PASSKEYS_ASKED
from members.access.passkeys import MOST, are_possible
from members.access.second_factor import check_code, codes_left, has_one, phone_to_confirm
from members.groups import ADMINISTRATION, MODERATION
from members.models import OpenSession, Passkey
from tests.factories import make_member
from tests.members.authenticator import PRESENT, Authenticator, to_bytes, to_text
from tests.members.conftest import PASSWORD, come_in, errors_of, is_inside, shown_by

pytestmark = pytest.mark.django_db

SITE = "https://nebuleuses.example.org"
CODE, ALONE = "/admin/login/code/", "/admin/login/cle/"
ADD, SET_UP = "/admin/login/second-facteur/cle/", "/admin/login/second-facteur/"
MINE = "/admin/account/acces/"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def device():
    return Authenticator(SITE)


def asked(answer):
    """What a page asks of the browser (dict)."""
    found = re.search(r'data-passkey="(.*?)"', answer.content.decode())
    return json.loads(html.unescape(found[1]))


def start_adding(client, name="Ordinateur", **fields):
    return asked(client.post(ADD, {"name": name, "password": PASSWORD} | fields))


def add(client, device, name="Ordinateur", **lies):
    """The answer to a new passkey, of somebody who is signed in."""
    return client.post(ADD, {"credential": device.make(start_adding(client, name), **lies)})


def prove(client, device, **lies):
    """The answer to a passkey presented after the password."""
    return client.post(CODE, {"credential": device.prove(asked(client.get(CODE)), **lies)})


def enter(client, device, next_address="/admin/", **lies):
    """The answer to a passkey presented without a word of who one is."""
    options = asked(client.post(ALONE, {"next": next_address}))
    return client.post(ALONE, {"credential": device.prove(options, **lies), "next": next_address})


@pytest.fixture
def keeper(someone, member, device):
    """A member (Member) who has a passkey in `device` and ten codes on paper, as `.paper`; signed in nowhere."""
    client = someone()
    come_in(client, "ana")
    member.paper = re.findall(r"<li><code>(.*?)</code>", add(client, device).content.decode())
    client.post("/admin/logout/")
    return member


# --- Added ----------------------------------------------------------------------------------------


def test_it_works(client, someone, member, device):
    elsewhere = someone()
    come_in(elsewhere, "ana")
    come_in(client, "ana")
    answer = add(client, device, "Téléphone d’Ana")
    assert len(set(re.findall(r"<li><code>(.*?)</code>", answer.content.decode()))) == 10
    assert is_inside(client) and not is_inside(elsewhere)
    screen = client.get(MINE).content.decode()
    assert "Téléphone d’Ana" in screen and "pas encore utilisée" in screen
    client.post("/admin/logout/")
    assert come_in(client, "ana").url == CODE
    assert not is_inside(client)
    assert prove(client, device).url == "/admin/"
    assert is_inside(client)
    assert "pas encore utilisée" not in client.get(MINE).content.decode()


def test_the_browser_is_told_no_more_than_it_needs(client, member):
    come_in(client, "ana")
    options = start_adding(client)
    assert options["rp"] == {"id": "nebuleuses.example.org", "name": "Nébuleuses"}
    assert options["attestation"] == "none"
    assert options["user"]["name"] == "ana" and "ana@example.org" not in json.dumps(options)
    handle = to_bytes(options["user"]["id"])
    assert len(handle) == 32 and b"ana" not in handle and str(member.pk).encode() != handle
    assert options["authenticatorSelection"]["userVerification"] == "preferred"
    assert len(to_bytes(options["challenge"])) >= 32


def test_a_second_one_has_the_same_handle_and_gives_no_codes(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    options = start_adding(client, "Clé de sécurité")
    assert [one["id"] for one in options["excludeCredentials"]] == [to_text(device.identifier)]
    assert options["user"]["id"] == device.handle
    other = Authenticator(SITE)
    assert client.post(ADD, {"credential": other.make(options)}).url == MINE
    assert keeper.passkeys.count() == 2 and codes_left(keeper) == 10
    assert check_code(keeper, keeper.paper[0])


def test_what_is_kept_says_nothing_of_the_device(keeper, device):
    kept = Passkey.objects.values().get()
    assert kept.keys() == {
        *("id", "member_id", "name", "credential_id", "handle", "public_key"),
        *("sign_count", "transports", "added_on", "last_used"),
    }
    assert kept["transports"] == ["internal"]


@pytest.mark.parametrize("fields", [{"password": "autre"}, {"password": ""}, {"name": ""}, {"name": "a" * 61}])
def test_nothing_is_asked_without_a_name_and_the_password(client, member, fields):
    come_in(client, "ana")
    answer = client.post(ADD, {"name": "Ordinateur", "password": PASSWORD} | fields)
    assert "data-passkey=" not in answer.content.decode()
    assert answer.status_code == 200


WRONG_MAKING = [
    {"origin": "https://autre.example.org"},
    {"origin": "http://nebuleuses.example.org"},
    {"site": "autre.example.org"},
    {"challenge": to_text(b"\1" * 64)},
    {"kind": "webauthn.get"},
    {"flags": 0},
]


@pytest.mark.parametrize("lies", WRONG_MAKING, ids=str)
def test_a_wrong_answer_adds_nothing(client, member, device, lies):
    come_in(client, "ana")
    assert "n’a pas pu être vérifiée" in errors_of(add(client, device, **lies))
    assert not has_one(member)


def test_an_answer_is_good_once(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    answer = {"credential": Authenticator(SITE).make(start_adding(client))}
    client.post(ADD, answer)
    assert "n’est plus valable" in errors_of(client.post(ADD, answer))
    assert keeper.passkeys.count() == 2


def test_an_answer_that_comes_too_late_adds_nothing(client, member, device, later):
    come_in(client, "ana")
    options = start_adding(client)
    later(601)
    assert "n’est plus valable" in errors_of(client.post(ADD, {"credential": device.make(options)}))
    assert not has_one(member)


def test_the_key_of_somebody_is_not_added_to_somebody_else(client, keeper, device):
    make_member("bea")
    come_in(client, "bea")
    assert "déjà enregistrée" in errors_of(add(client, device))
    assert Passkey.objects.get().member == keeper


def test_there_is_an_end_to_them(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    row = Passkey.objects.get()
    for number in range(MOST - 1):
        row.pk, row.credential_id = None, f"autre-{number}"
        row.save()
    answer = client.post(ADD, {"name": "De trop", "password": PASSWORD})
    assert "Retirez-en une" in answer.content.decode() and "data-passkey=" not in answer.content.decode()


def test_who_has_a_factor_adds_none_with_a_password_alone(client, protected, device):
    come_in(client, "ana")
    assert client.get(ADD).url == CODE
    assert client.post(ADD, {"name": "Autre"}).url == CODE
    assert client.post(ADD, {"credential": "{}"}).url == CODE
    client.force_login(protected)  # a session that has proved a password alone
    assert client.get(ADD).url == MINE
    assert client.post(ADD, {"name": "Autre", "password": PASSWORD}).url == MINE


def test_a_telephone_and_a_key_live_together(client, protected, device):
    come_in(client, "ana")
    client.post(CODE, {"code": shown_by(protected.phone)})
    assert add(client, device).url == MINE
    client.post("/admin/logout/")
    come_in(client, "ana")
    screen = client.get(CODE).content.decode()
    assert "six chiffres" in screen and "data-passkey=" in screen
    assert client.post(CODE, {"code": protected.paper[0]}).url == "/admin/"
    client.post(MINE, {"gesture": "remove", "password": PASSWORD})
    assert has_one(protected) and codes_left(protected) == 9
    assert is_inside(client)


def test_a_member_with_a_key_sets_a_telephone_up_too(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    code = shown_by(phone_to_confirm(keeper), steps=-1)
    assert client.post(SET_UP, {"code": code, "password": PASSWORD}).url == MINE
    assert check_code(keeper, keeper.paper[0])


# --- After the password ---------------------------------------------------------------------------

WRONG_PROOF = [
    {"origin": "https://autre.example.org"},
    {"origin": SITE + ":8443"},
    {"site": "autre.example.org"},
    {"challenge": to_text(b"\1" * 64)},
    {"kind": "webauthn.create"},
    {"flags": 0},
    {"key": ec.generate_private_key(ec.SECP256R1())},
    {"handle": to_text(b"\1" * 32)},
]


@pytest.mark.parametrize("lies", WRONG_PROOF, ids=lambda lies: next(iter(lies)))
@pytest.mark.parametrize("gesture", [prove, enter])
def test_a_wrong_answer_opens_nothing_and_does_not_say_why(client, keeper, device, gesture, lies):
    come_in(client, "ana")
    assert (
        errors_of(gesture(client, device, **lies)) == "Cette clé d’accès n’ouvre rien ici. A-t-elle été retirée\u202f?"
    )
    assert not is_inside(client)


def test_an_answer_opens_once(client, someone, keeper, device):
    """Replayed, with the counter as it was before, as a key that has none would leave it."""
    come_in(client, "ana")
    answer = {"credential": device.prove(asked(client.get(CODE)))}
    assert client.post(CODE, answer).status_code == 302
    Passkey.objects.update(sign_count=0)
    client.post("/admin/logout/")
    come_in(client, "ana")
    assert "n’est plus valable" in errors_of(client.post(CODE, answer))
    asked(client.get(CODE))
    assert "n’ouvre rien ici" in errors_of(client.post(CODE, answer))
    assert not is_inside(client)


def test_what_was_answered_elsewhere_opens_nothing_here(client, someone, keeper, device):
    """An assertion is for the browser that was asked: whoever listens cannot use it in another."""
    other = someone()
    come_in(client, "ana")
    come_in(other, "ana")
    answer = {"credential": device.prove(asked(client.get(CODE)))}
    other.get(CODE)
    assert errors_of(other.post(CODE, answer)) and not is_inside(other)
    assert client.post(CODE, answer).url == "/admin/"


def test_what_was_asked_for_one_thing_does_not_serve_another(client, keeper, device):
    come_in(client, "ana")
    answer = {"credential": device.prove(asked(client.get(CODE)))}
    assert "n’est plus valable" in errors_of(client.post(ALONE, answer))
    assert not is_inside(client)


def test_the_key_of_somebody_else_opens_nothing(client, someone, keeper, device):
    theirs, browser = Authenticator(SITE), someone()
    make_member("bea")
    come_in(browser, "bea")
    add(browser, theirs)
    come_in(client, "ana")
    assert "n’ouvre rien ici" in errors_of(prove(client, theirs))
    assert not is_inside(client)


def test_what_was_asked_is_good_for_ten_minutes(client, keeper, device, later):
    options = asked(client.post(ALONE))
    later(601)
    client.post(ALONE, {"credential": device.prove(options)})
    assert not is_inside(client)


def test_of_two_answers_that_come_at_once_the_second_waits_for_the_first(client, keeper, device):
    come_in(client, "ana")
    answer = {"credential": device.prove(asked(client.get(CODE)))}
    with CaptureQueriesContext(connection) as queries:
        client.post(CODE, answer)
    locked = " ".join(query["sql"] for query in queries if "FOR UPDATE" in query["sql"])
    tables = ('FROM "django_session"', 'FROM "members_passkey"')
    assert all(table in locked for table in tables) or not connection.features.has_select_for_update


def test_a_counter_that_goes_back_is_refused_and_told(
    client, someone, keeper, device, mailoutbox, django_capture_on_commit_callbacks
):
    come_in(client, "ana")
    device.count = 7
    prove(client, device)
    thief = someone()
    come_in(thief, "ana")
    device.count = 3
    with django_capture_on_commit_callbacks(execute=True):
        answer = prove(thief, device)
    assert "comme si elle avait été copiée" in errors_of(answer)
    assert not is_inside(thief)
    assert Passkey.objects.get().sign_count == 8
    assert ModelLogEntry.objects.filter(action="members.passkey_copied", object_id=str(keeper.pk)).exists()
    assert "comme si elle avait été copiée" in mailoutbox[0].body


def test_a_wrong_signature_is_no_copy(client, keeper, device):
    come_in(client, "ana")
    device.count = 7
    prove(client, device)
    client.post("/admin/logout/")
    come_in(client, "ana")
    device.count = 3
    assert "n’ouvre rien" in errors_of(prove(client, device, key=ec.generate_private_key(ec.SECP256R1())))


def test_a_counter_holds_thirty_two_bits(client, keeper, device):
    come_in(client, "ana")
    device.count = 2**32 - 2
    assert prove(client, device).status_code == 302


def test_keys_that_do_not_count_are_taken(client, someone):
    make_member("bea")
    synced = Authenticator(SITE, counts=False)
    come_in(client, "bea")
    add(client, synced)
    for _time in range(2):
        browser = someone()
        come_in(browser, "bea")
        assert prove(browser, synced).url == "/admin/"


def test_after_the_password_a_key_that_makes_sure_of_nobody_is_enough(client, keeper, device):
    come_in(client, "ana")
    assert prove(client, device, flags=PRESENT).url == "/admin/"


def test_codes_on_paper_open_when_the_key_is_lost(client, keeper):
    come_in(client, "ana")
    assert client.post(CODE, {"code": keeper.paper[0]}).url == "/admin/"


@pytest.mark.parametrize("gesture", [prove, enter])
def test_keys_are_tried_no_faster_than_codes(client, keeper, device, gesture):
    come_in(client, "ana")
    for _time in range(21):
        answer = gesture(client, device, flags=0)
    assert "Trop d’essais" in errors_of(answer)
    assert "Trop d’essais" in errors_of(gesture(client, device))
    assert not is_inside(client)


HOSTILE = [
    "",
    "{}",
    "[]",
    "null",
    "1",
    '"é"',
    "[" * 19_000,
    "{" * 19_000,
    "a" * 20_001,
    "\x00",
    '{"id": 1}',
    json.dumps({"id": "a", "rawId": "é", "type": "public-key", "response": {}}),
    json.dumps(
        {
            **{"id": "a", "rawId": "a", "type": "public-key"},
            "response": {"clientDataJSON": "é", "authenticatorData": "a", "signature": "a", "userHandle": "é"},
        }
    ),
    json.dumps(
        {
            **{"id": "YQ", "rawId": "YQ", "type": "public-key"},
            "response": {"clientDataJSON": "e30", "authenticatorData": "", "signature": "", "userHandle": "a"},
        }
    ),
    json.dumps(
        {
            **{"id": "YQ", "rawId": "YQ", "type": "public-key"},
            "response": {"clientDataJSON": "e30", "attestationObject": "gICAgA", "transports": [[], {}, 3]},
        }
    ),
]


@pytest.mark.parametrize("answer", HOSTILE, ids=lambda answer: answer[:12])
def test_what_is_no_answer_is_refused_in_words(client, keeper, device, answer):
    come_in(client, "ana")
    asked(client.get(CODE))
    assert client.post(CODE, {"credential": answer}).status_code == 200
    client.post(ALONE)
    assert client.post(ALONE, {"credential": answer}).status_code == 200
    come_in(client, "ana")
    prove(client, device)
    start_adding(client)
    assert client.post(ADD, {"credential": answer}).status_code == 200
    assert keeper.passkeys.count() == 1


def test_each_part_of_an_answer_spoiled_is_refused_in_words(client, keeper, device):
    """Every text of a good answer, cut, emptied or of another kind: refused, never an error of the server."""
    come_in(client, "ana")
    prove(client, device)
    for name in ("clientDataJSON", "attestationObject", "transports"):
        for spoiled in ("", "AAAA", "é", None, 3, [], {}, ["usb", 3], "cut"):
            good = json.loads(Authenticator(SITE).make(start_adding(client)))
            whole = good["response"][name]
            good["response"][name] = whole[: len(whole) // 2] if spoiled == "cut" else spoiled
            assert client.post(ADD, {"credential": json.dumps(good)}).status_code in (200, 302), (name, spoiled)


# --- Alone ----------------------------------------------------------------------------------------


def test_a_key_alone_opens(client, keeper, device):
    answer = enter(client, device, "/admin/pages/")
    assert answer.url == "/admin/pages/"
    assert is_inside(client)
    assert client.get(ADD).status_code == 200, "it counts as a second factor"
    assert OpenSession.objects.filter(member=keeper).count() == 1


def test_the_session_is_another_once_one_is_in(client, keeper, device):
    options = asked(client.post(ALONE))
    before = client.session.session_key
    client.post(ALONE, {"credential": device.prove(options)})
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_nothing_is_named_before_one_is_in(client, keeper):
    answer = client.post(ALONE)
    options = asked(answer)
    assert options["allowCredentials"] == [] and options["userVerification"] == "required"
    assert "no-store" in answer["Cache-Control"]
    assert client.get(ALONE).url == "/admin/login/"


def test_alone_the_device_must_make_sure_of_who_holds_it(client, keeper, device):
    assert errors_of(enter(client, device, flags=PRESENT))
    assert not is_inside(client)


@pytest.mark.parametrize("handle", [None, to_text(b"\1" * 32)])
def test_alone_the_handle_must_be_the_member_s(client, keeper, device, handle):
    assert errors_of(enter(client, device, handle=handle))
    assert not is_inside(client)


def test_a_key_that_nobody_knows_is_answered_as_any_other(client, someone, keeper, device):
    unknown = Authenticator(SITE)
    unknown.handle = device.handle
    known = enter(someone(), device, flags=0)
    assert errors_of(enter(client, unknown)) == errors_of(known) != ""


def test_a_closed_account_stays_closed(client, keeper, device):
    keeper.is_active = False
    keeper.save()
    assert "n’ouvre rien ici" in errors_of(enter(client, device))


def test_one_is_remembered_if_one_asks(client, keeper, device):
    options = asked(client.post(ALONE, {"remember": "on"}))
    client.post(ALONE, {"credential": device.prove(options), "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


@pytest.mark.parametrize("next_address", ["https://autre.example.org/", "//autre.example.org", "javascript:alert(1)"])
def test_it_leads_nowhere_else(client, keeper, device, next_address):
    assert enter(client, device, next_address).url == "/admin/"


def test_a_source_does_not_fill_the_table_of_sessions(client, db):
    for _time in range(PASSKEYS_ASKED.most):
        client.cookies.clear()
        client.post(ALONE)
    client.cookies.clear()
    assert client.post(ALONE).url == "/admin/login/"
    assert Session.objects.count() == PASSKEYS_ASKED.most


def test_who_is_signed_in_and_asks_is_not_any_more(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    client.post(ALONE)
    assert not is_inside(client)


# --- Required -------------------------------------------------------------------------------------


def test_a_key_is_what_a_role_requires(client, device, settings):
    settings.SECOND_FACTOR_REQUIRED = [MODERATION]
    make_member("chloe", MODERATION)
    assert come_in(client, "chloe").url == SET_UP
    assert ADD in client.get(SET_UP).content.decode()
    assert "rien d’autre ne s’ouvre avant" in client.get(ADD).content.decode()
    options = asked(client.post(ADD, {"name": "Téléphone"}))
    assert not is_inside(client)
    answer = client.post(ADD, {"credential": device.make(options)})
    assert len(re.findall(r"<li><code>", answer.content.decode())) == 10
    assert is_inside(client)
    client.post("/admin/logout/")
    assert enter(client, device).url == "/admin/"
    assert is_inside(client)


def test_a_session_of_before_is_led_to_it_too(client, device, settings):
    make_member("chloe", MODERATION)
    come_in(client, "chloe")
    settings.SECOND_FACTOR_REQUIRED = [MODERATION]
    assert client.get("/admin/pages/").url == SET_UP
    add(client, device)
    assert is_inside(client)


# --- Renamed and removed ---------------------------------------------------------------------------


def remove(client, key, password=PASSWORD):
    return client.post(MINE, {"gesture": "remove-passkey", "passkey": key.pk, "password": password})


def test_it_is_renamed(client, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    key = Passkey.objects.get()
    client.post(MINE, {"rename": key.pk, "name": "Bureau"})
    assert "Bureau" in client.get(MINE).content.decode()
    client.post(MINE, {"rename": key.pk, "name": ""})
    key.refresh_from_db()
    assert key.name == "Bureau"
    assert client.post(MINE, {"rename": "²", "name": "x"}).status_code == 404


def test_it_is_removed_with_the_password(client, someone, keeper, device):
    come_in(client, "ana")
    prove(client, device)
    key = Passkey.objects.get()
    remove(client, key, "autre")
    assert has_one(keeper)
    remove(client, key)
    assert not has_one(keeper) and codes_left(keeper) == 0
    assert come_in(someone(), "ana").url == "/admin/"
    assert errors_of(enter(someone(), device))


def test_nobody_touches_the_key_of_somebody_else(client, keeper, device):
    make_member("bea")
    come_in(client, "bea")
    add(client, Authenticator(SITE))
    key = keeper.passkeys.get()
    assert remove(client, key).status_code == 200
    assert client.post(MINE, {"rename": key.pk, "name": "Volée"}).status_code == 404
    client.post(f"/admin/membres/{keeper.pk}/acces/", {"forget-passkey": key.pk})
    key.refresh_from_db()
    assert key.name == "Ordinateur"


def test_an_administrator_takes_one_off_or_all(client, someone, keeper, device):
    browser, other = someone(), Authenticator(SITE)
    come_in(browser, "ana")
    prove(browser, device)
    add(browser, other, "Clé de sécurité")
    client.force_login(make_member("admin", ADMINISTRATION))
    address = f"/admin/membres/{keeper.pk}/acces/"
    assert "Clé de sécurité" in client.get(address).content.decode()
    client.post(address, {"forget-passkey": keeper.passkeys.get(name="Clé de sécurité").pk})
    assert has_one(keeper) and codes_left(keeper) == 10
    assert ModelLogEntry.objects.filter(action="members.passkey_removed", user__username="admin").exists()
    client.post(address, {"forget": "1"})
    assert not has_one(keeper)


def test_each_of_these_is_told_by_mail(client, member, device, mailoutbox, django_capture_on_commit_callbacks):
    come_in(client, "ana")
    with django_capture_on_commit_callbacks(execute=True):
        add(client, device)
    with django_capture_on_commit_callbacks(execute=True):
        add(client, Authenticator(SITE), "Seconde")
    with django_capture_on_commit_callbacks(execute=True):
        remove(client, member.passkeys.get(name="Seconde"))
    with django_capture_on_commit_callbacks(execute=True):
        remove(client, member.passkeys.get())
    said = [" ".join(mail.body.split()) for mail in mailoutbox]
    assert ["ajoutée" in words for words in said] == [True, True, False, False]
    assert "une clé d’accès en a été retirée" in said[2]
    assert "Le mot de passe suffit" in said[3]
    assert not any("Ordinateur" in words or "Seconde" in words for words in said)


# --- Where they are possible -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "possible"),
    [
        (SITE, True),
        ("https://nebuleuses.example.org:8443", True),
        ("http://localhost:8000", True),
        ("http://nebuleuses.example.org", False),
        ("http://127.0.0.1:8000", False),
        ("https://192.0.2.1", False),
        ("https://[2001:db8::1]", False),
    ],
)
def test_browsers_take_them_where_there_is_a_name_and_https(client, member, settings, address, possible):
    settings.SITE_URL = address
    assert are_possible() == possible
    assert ("Entrer avec une clé d’accès" in client.get("/admin/login/").content.decode()) == possible
    assert client.post(ALONE).status_code == (200 if possible else 302)
    come_in(client, "ana")
    assert ("Ajouter une clé d’accès" in client.get(MINE).content.decode()) == possible
    assert client.get(ADD).status_code == (200 if possible else 302)


def test_a_host_that_lies_changes_nothing(client, keeper, settings):
    settings.ALLOWED_HOSTS = ["*"]
    options = asked(client.post(ALONE, headers={"host": "autre.example.org"}))
    assert options["rpId"] == "nebuleuses.example.org"


def test_the_screens_say_what_to_do_without_a_script(client, keeper):
    assert "demande JavaScript" in client.post(ALONE).content.decode()
    come_in(client, "ana")
    screen = client.get(CODE).content.decode()
    assert "demande JavaScript" in screen and 'name="code"' in screen


def test_no_one_is_named_in_the_journal_of_the_server(client, keeper, device, caplog):
    caplog.set_level(logging.DEBUG)
    come_in(client, "ana")
    prove(client, device, flags=0)
    enter(client, device)
    said = caplog.text
    assert "ana@example.org" not in said and to_text(device.identifier) not in said
