"""Whoever takes an account over cannot change it in silence: its member is written to, and nothing fails of it."""

import re

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from members.access.second_factor import phone_to_confirm
from members.groups import ADMINISTRATION
from tests.factories import make_member
from tests.members.conftest import PASSWORD, come_in, is_inside, shown_by

pytestmark = pytest.mark.django_db

MINE = "/admin/account/acces/"
ACCOUNT = "/admin/account/"
SET_UP = "/admin/login/second-facteur/"
NEW = "une phrase entière et neuve"
#: What the screen of one's account sends besides.
PREFERENCES = {
    "name_email-display_name": "Ana",
    "name_email-email": "ana@example.org",
    "locale-current_time_zone": "Europe/Paris",
    "theme-theme": "system",
    "theme-contrast": "system",
    "theme-density": "default",
    "theme-keyboard_shortcuts": "on",
}
NEW_PASSWORD = {
    "password-old_password": PASSWORD,
    "password-new_password1": NEW,
    "password-new_password2": NEW,
}


@pytest.fixture
def mails(mailoutbox, django_capture_on_commit_callbacks):
    """A function that does something (callable), and gives the mails (list) that leave once it is written."""

    def left_by(gesture):
        before = len(mailoutbox)
        with django_capture_on_commit_callbacks(execute=True):
            gesture()
        return mailoutbox[before:]

    return left_by


@pytest.fixture
def inside(client, protected):
    """The browser of a member who has proved password and code."""
    come_in(client, "ana")
    client.post("/admin/login/code/", {"code": shown_by(protected.phone)})
    return client


def said(mail):
    return " ".join(mail.body.split())


def test_it_works(client, member, mails):
    come_in(client, "ana")
    (mail,) = mails(lambda: client.post(ACCOUNT, PREFERENCES | NEW_PASSWORD))
    assert mail.to == ["ana@example.org"]
    assert mail.subject == "Nébuleuses\u00a0: votre compte a changé"
    assert "son mot de passe a changé" in said(mail)
    assert "http://testserver/admin/password_reset/" in mail.body
    assert ModelLogEntry.objects.filter(action="members.password_changed", object_id=str(member.pk)).exists()


def test_the_mail_says_neither_from_where_nor_any_code(client, member, mails):
    come_in(client, "ana", REMOTE_ADDR="192.0.2.7")
    code = shown_by(phone_to_confirm(member))
    gesture = {"code": code, "password": PASSWORD}
    (mail,) = mails(lambda: client.post(SET_UP, gesture, REMOTE_ADDR="192.0.2.7"))
    assert "les codes d’un téléphone" in said(mail)
    body = mail.body
    assert "192.0.2.7" not in body and code not in body and "ana" not in body and PASSWORD not in body
    assert not re.search(r"[a-z2-9]{5}-[a-z2-9]{5}", body), "a recovery code"
    assert mail.alternatives == []


def test_another_address_is_told_to_both(client, member, mails):
    come_in(client, "ana")
    fields = PREFERENCES | {"name_email-email": "ailleurs@example.org"}
    left = mails(lambda: client.post(ACCOUNT, fields))
    assert sorted(mail.to for mail in left) == [["ailleurs@example.org"], ["ana@example.org"]]
    for mail in left:
        assert "son adresse de courriel a changé" in said(mail)
        assert "ailleurs@" not in mail.body, "who reads the old mailbox does not learn the new one"


def test_whoever_changes_address_and_password_at_once_is_told_of_at_the_old_one(client, member, mails):
    come_in(client, "ana")
    fields = PREFERENCES | NEW_PASSWORD | {"name_email-email": "ailleurs@example.org"}
    left = mails(lambda: client.post(ACCOUNT, fields))
    to_the_old = " ".join(said(mail) for mail in left if mail.to == ["ana@example.org"])
    assert "son adresse de courriel a changé" in to_the_old
    assert any("mot de passe a changé" in said(mail) for mail in left)


def test_a_password_chosen_by_mail_is_told(client, member, mails, mailoutbox):
    client.post("/admin/password_reset/", {"email": "ana@example.org"})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    address = client.get(link, follow=True).redirect_chain[-1][0]
    (mail,) = mails(lambda: client.post(address, {"new_password1": NEW, "new_password2": NEW}))
    assert "son mot de passe a changé" in said(mail)


def test_what_an_administrator_changes_is_told(client, member, mails):
    client.force_login(make_member("admin", ADMINISTRATION))
    fields = {
        **{"username": "ana", "email": "nouvelle@example.org", "display_name": "Ana", "is_active": "on"},
        **{"password1": NEW, "password2": NEW},
    }
    left = mails(lambda: client.post(f"/admin/users/edit/{member.pk}/", fields))
    assert {mail.to[0] for mail in left} == {"ana@example.org", "nouvelle@example.org"}
    assert len(left) == 4


@pytest.mark.parametrize(
    ("gesture", "words"),
    [
        ({"gesture": "renew"}, "de nouveaux codes de secours"),
        ({"gesture": "remove"}, "son second facteur a été retiré"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_one_does_with_one_s_factor_is_told(inside, mails, gesture, words):
    (mail,) = mails(lambda: inside.post(MINE, gesture | {"password": PASSWORD}))
    assert words in said(mail)


def test_what_administrators_and_the_command_take_off_is_told(client, protected, mails):
    client.force_login(make_member("admin", ADMINISTRATION))
    (mail,) = mails(lambda: client.post(f"/admin/membres/{protected.pk}/acces/", {"forget-phone": "1"}))
    assert mail.to == ["ana@example.org"] and "retiré" in said(mail)
    phone_to_confirm(protected)
    (mail,) = mails(lambda: call_command("forget_second_factor", "ana"))
    assert "retiré" in said(mail)


def test_nothing_is_told_of_what_opens_no_account(client, member, mails):
    come_in(client, "ana")
    assert mails(lambda: client.post(ACCOUNT, PREFERENCES | {"name_email-display_name": "Ana B."})) == []
    assert mails(lambda: make_member("bea")) == []


def test_a_hash_made_stronger_is_no_change(client, member, mails, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS]
    before = member.password
    assert mails(lambda: come_in(client, "ana")) == []
    member.refresh_from_db()
    assert member.password != before


def test_what_is_undone_is_told_to_nobody(member, mailoutbox):
    member.set_password(NEW)
    member.save()
    assert mailoutbox == [], "the transaction of this test is not committed"


class NoServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError(f"no way to {messages[0].to}")


def test_a_mail_server_that_fails_undoes_nothing(client, member, mails, settings, caplog):
    settings.EMAIL_BACKEND = "tests.members.test_account_mails.NoServer"
    come_in(client, "ana")
    answers = []
    mails(lambda: answers.append(client.post(ACCOUNT, PREFERENCES | NEW_PASSWORD)))
    assert answers[0].status_code == 302
    assert is_inside(client)
    member.refresh_from_db()
    assert member.check_password(NEW)
    assert "ana@example.org" not in caplog.text and "ConnectionRefusedError" in caplog.text


def test_who_has_no_address_is_not_written_to(member, mails):
    member.email = ""
    member.save()

    def change():
        member.set_password(f"{NEW} {timezone.now()}")
        member.save()

    assert mails(change) == []
