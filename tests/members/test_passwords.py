"""Passwords that are worth something, and another one by mail when one is forgotten."""

import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.mail.backends.base import BaseEmailBackend

from members.access.attempts import HERE, RESETS_ASKED
from members.access.lost_password import Ask
from members.groups import ADMINISTRATION
from members.models import Member
from tests.factories import make_member
from tests.members.conftest import PASSWORD, come_in, errors_of, is_inside

pytestmark = pytest.mark.django_db

ASK = "/admin/password_reset/"
NEW = "une phrase entière et neuve"


def ask(client, email="ana@example.org", **headers):
    return client.post(ASK, {"email": email}, **headers)


def link_in(mail):
    return re.search(r"http://testserver(\S+)", mail.body)[1]


def choose(client, link, password=NEW):
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, {"new_password1": password, "new_password2": password})


@pytest.mark.parametrize("password", [PASSWORD, NEW, "correct-horse-battery"])
def test_a_long_password_is_taken(password):
    validate_password(password, Member(username="ana", email="ana@example.org"))


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("onze lettre", "trop court"),
        ("123456789012", "num"),
        ("telechargement", "courant"),
        ("anastasia.morel", "nom d’utilisateur"),
        ("Ana la navigatrice", "nom affiché"),
        ("naviguer@example", "e-mail|électronique|courriel|email"),
    ],
)
def test_a_weak_one_is_refused_in_french(password, reason):
    member = Member(username="anastasia.morel", email="naviguer@example.org", display_name="Ana la Navigatrice")
    with pytest.raises(ValidationError) as refused:
        validate_password(password, member)
    assert re.search(reason, " ".join(refused.value.messages)), refused.value.messages


@pytest.mark.parametrize(("password", "taken"), [("trop court", False), ("telechargement", False), (NEW, True)])
def test_an_administrator_gives_no_weak_one_either(client, password, taken):
    client.force_login(make_member("admin", ADMINISTRATION))
    fields = {"username": "nouvelle", "email": "n@example.org", "password1": password, "password2": password}
    client.post("/admin/users/new/", fields)
    assert Member.objects.filter(username="nouvelle").exists() == taken


def test_it_works(client, someone, member, mailoutbox):
    elsewhere = someone()
    come_in(elsewhere, "ana")
    ask(client)
    link = link_in(mailoutbox[0])
    assert client.get(link, follow=True).status_code == 200
    assert is_inside(elsewhere), "a link that is only looked at changes nothing"
    assert choose(client, link).status_code == 302
    assert not is_inside(elsewhere)
    assert come_in(client, "ana", NEW).status_code == 302


def test_the_mail_says_what_it_must_in_french(client, member, mailoutbox):
    member.display_name = "Ana"
    member.save()
    ask(client)
    mail = mailoutbox[0]
    assert mail.subject == "Nébuleuses\u00a0: choisir un nouveau mot de passe"
    assert "pendant vingt-quatre heures" in mail.body and "ana" in mail.body
    assert "Ana" not in mail.body and "ana@example.org" not in mail.body and "127.0.0.1" not in mail.body


def test_the_link_serves_once(client, someone, member, mailoutbox):
    ask(client)
    link = link_in(mailoutbox[0])
    choose(client, link)
    choose(someone(), link, "une troisième phrase entière")
    member.refresh_from_db()
    assert member.check_password(NEW)
    assert "non valide" in someone().get(link, follow=True).content.decode().replace("invalide", "non valide")


def test_the_link_is_over_after_a_day(client, member, mailoutbox, later):
    ask(client)
    later(24 * 3600 + 60)
    choose(client, link_in(mailoutbox[0]))
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


def test_a_weak_password_is_not_taken_by_the_link_either(client, member, mailoutbox):
    ask(client)
    choose(client, link_in(mailoutbox[0]), "trop court")
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


def test_a_host_that_lies_does_not_reach_the_mail(client, member, mailoutbox):
    ask(client, HTTP_HOST="localhost")
    assert "http://testserver/" in mailoutbox[0].body and "localhost" not in mailoutbox[0].body


def test_known_or_not_the_answer_is_the_same(client, someone, member, mailoutbox):
    known, unknown = ask(client), ask(someone(), "personne@example.org", REMOTE_ADDR="192.0.2.9")
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)
    assert len(mailoutbox) == 1


class NoServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_a_mail_server_that_fails_changes_nothing_in_the_answer(client, member, settings, caplog):
    settings.EMAIL_BACKEND = "tests.members.test_passwords.NoServer"
    assert ask(client).status_code == 302
    assert "ana@example.org" not in caplog.text


def test_mail_is_made_when_the_answer_is_closed(rf, member, mailoutbox):
    request = rf.post(ASK, {"email": "ana@example.org"})
    request._dont_enforce_csrf_checks = True
    answer = Ask.as_view()(request)
    assert answer.status_code == 302 and mailoutbox == []
    answer.close()
    assert len(mailoutbox) == 1


def test_a_mailbox_is_not_flooded_and_nobody_learns_it(someone, member, mailoutbox):
    answers = [ask(someone(), REMOTE_ADDR=f"198.51.100.{number}") for number in range(10)]
    assert len(mailoutbox) == 3
    assert {answer.url for answer in answers} == {"/admin/password_reset/done/"}


def test_a_source_that_asks_too_often_waits(client, member):
    for number in range(RESETS_ASKED.free):
        ask(client, f"personne{number}@example.org")
    assert "Trop d’essais" in ask(client, "autre@example.org").content.decode()


def test_a_reset_ends_the_wait_of_mistakes(client, member, mailoutbox):
    for _mistake in range(HERE.free + 1):
        answer = come_in(client, "ana", "oubliée")
    assert "Trop d’essais" in errors_of(answer)
    ask(client)
    choose(client, link_in(mailoutbox[0]))
    assert come_in(client, "ana", NEW).status_code == 302


def test_a_reset_does_not_replace_the_second_factor(client, protected, mailoutbox):
    ask(client)
    choose(client, link_in(mailoutbox[0]))
    assert come_in(client, "ana", NEW).url == "/admin/login/code/"
    assert not is_inside(client)


def test_an_account_that_is_closed_gets_no_mail(client, mailoutbox):
    make_member("partie", is_active=False)
    ask(client, "partie@example.org")
    assert mailoutbox == []
