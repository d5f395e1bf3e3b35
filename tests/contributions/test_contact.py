"""Writing to the collective: it is kept on the desk whatever mail does, and no address is shown to anybody."""

import re
from smtplib import SMTPAuthenticationError, SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.mail import BadHeaderError, EmailMessage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from contributions.models import Act, Contribution, Mail
from contributions.safeguards import SENDING
from core.models import SiteSettings
from members.groups import MODERATION, REDACTION
from tests.contributions.conftest import carried, code_in, proved
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

CONTACT, FOLLOW_UP, DESK = "/contact/", "/contribuer/suivi/", "/admin/contributions/contribution/"
ADDRESSES = {"La modération": "moderation@secret.example", "La technique": "technique@secret.example"}
WRITTEN = {"subject": "Une page à retirer", "text": "Elle parle de moi.\n\nMerci."}


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done within is committed: mails leave."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def recipients():
    """The identifier (str) of each label that readers choose among."""
    settings = SiteSettings.for_site(Site.objects.get())
    settings.contact_recipients = [
        ("recipient", {"label": label, "address": address}) for label, address in ADDRESSES.items()
    ]
    settings.save()
    return {block.value["label"]: block.id for block in SiteSettings.objects.get().contact_recipients}


@pytest.fixture
def write(client, committed):
    """Opens the form, takes a minute to write, and sends it."""

    def write(opened=None, seconds=60, **fields):
        with time_machine.travel("2026-11-21 12:00", tick=False) as present, committed():
            opened = opened or carried(client.get(CONTACT).content.decode())
            proof = proved(opened)
            present.shift(seconds)
            return client.post(CONTACT, WRITTEN | {"formulaire": opened, "preuve": proof} | fields)

    return write


@pytest.fixture
def desk(client):
    make_member("sacha", MODERATION)
    browser = Client()
    browser.login(username="sacha", password=PASSWORD)
    return browser


@pytest.fixture
def do(desk, committed):
    def do(contribution, gesture, **words):
        with committed():
            said = {f"{gesture}-{name}": value for name, value in words.items()}
            return desk.post(screen_of(contribution), {"geste": gesture} | said)

    return do


def screen_of(contribution):
    return reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])


def break_mail(monkeypatch, error):
    def refuse(self, fail_silently=False):
        raise error

    monkeypatch.setattr(EmailMessage, "send", refuse)


def test_a_message_arrives_on_the_desk_and_at_the_one_who_was_chosen(recipients, write, desk):
    response = write(recipient=recipients["La technique"], email="ana@example.org")
    assert response.status_code == 200 and len(code_in(response).split()) == 6
    contribution = Contribution.objects.get()
    assert (contribution.kind, contribution.title) == ("message", "Une page à retirer")
    (sent,) = mail.outbox
    assert (sent.to, sent.cc, sent.bcc) == (["technique@secret.example"], [], [])
    assert sent.reply_to == ["ana@example.org"] and sent.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert sent.subject.startswith("[") and sent.subject.endswith("] Une page à retirer")
    assert "Elle parle de moi.\n\nMerci." in sent.body and f"n° {contribution.pk}," in sent.body.replace("\xa0", " ")
    assert screen_of(contribution) in sent.body
    assert sent.message()["Reply-To"] == "ana@example.org"
    html = desk.get(screen_of(contribution)).content.decode()
    assert "Elle parle de moi." in html and "La technique" in html and "ana@example.org" in html
    assert "parti" in html and "Renvoyer" not in html and "Une page à retirer" in desk.get(DESK).content.decode()


def test_a_message_without_an_address_is_mailed_without_one(recipients, write):
    write(recipient=recipients["La modération"])
    (sent,) = mail.outbox
    assert sent.reply_to == [] and "n’a pas laissé d’adresse" in sent.body


def test_addresses_are_shown_nowhere(client, recipients, write, desk):
    code = code_in(write(recipient=recipients["La technique"]))
    contribution = Contribution.objects.get()
    shown = [client.get(address) for address in ("/", CONTACT, "/contribuer/", FOLLOW_UP, "/.well-known/security.txt")]
    shown += [write(recipient="inconnu"), client.post(FOLLOW_UP, {"code": code})]
    shown += [desk.get(DESK), desk.get(screen_of(contribution))]
    for response in shown:
        assert "secret.example" not in response.content.decode()
    rows = [*Contribution.objects.values_list(), *Mail.objects.values_list(), *Act.objects.values_list()]
    assert "secret.example" not in str(rows)
    for name, key in recipients.items():
        assert f'value="{key}"' in shown[1].content.decode() and name in shown[1].content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"recipient": ""}, "Choisissez à qui vous écrivez."),
        ({"recipient": "technique@secret.example"}, "choisissez-en une autre"),
        ({"recipient": "\x00"}, "choisissez-en une autre"),
        ({"subject": " "}, "quelques mots suffisent"),
        ({"subject": "a" * 151}, "150"),
        ({"text": "\n"}, "Écrivez votre message."),
        ({"text": "a" * 20_001}, "20000"),
        ({"email": "ana@"}, "nom@exemple.org"),
        ({"email": "ana@example.org\r\nBcc: tous@example.org"}, "nom@exemple.org"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(recipients, write, fields, said):
    response = write(**{"recipient": recipients["La technique"], "text": "Je tiens à ces mots."} | fields)
    html = response.content.decode()
    assert response.status_code == 422 and said in html and "tout le reste est gardé" in html
    assert "text" in fields or "Je tiens à ces mots." in html
    assert "recipient" in fields or re.search(r'value="[^"]+"[^>]* checked', html)
    assert not Contribution.objects.exists() and not mail.outbox


INJECTIONS = ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b", "%0d%0a", "\\r\\n"]


@pytest.mark.parametrize("newline", INJECTIONS)
def test_a_subject_adds_no_header(recipients, write, newline):
    write(recipient=recipients["La technique"], subject=f"Bonjour{newline}Bcc: tous@example.org")
    (sent,) = mail.outbox
    assert sent.recipients() == ["technique@secret.example"]
    assert sent.message()["Bcc"] is None and len(sent.subject.splitlines()) == 1


def test_where_nobody_is_named_messages_are_kept_and_mailed_to_nobody(client, write, desk):
    assert "À qui écrivez-vous" not in client.get(CONTACT).content.decode().replace("\xa0", " ")
    assert write(recipient="encore ouvert").status_code == 200
    assert not mail.outbox and not Mail.objects.exists()
    assert "Aucun" in desk.get(screen_of(Contribution.objects.get())).content.decode()


def test_one_recipient_alone_is_chosen_already(client, recipients):
    settings = SiteSettings.objects.get()
    del settings.contact_recipients[1]
    settings.save()
    assert re.search(r'value="[^"]+"[^>]* checked', client.get(CONTACT).content.decode())


def test_two_clicks_write_once(client, recipients, write):
    with time_machine.travel("2026-11-21 12:00", tick=False):
        opened = carried(client.get(CONTACT).content.decode())
    answers = [write(opened=opened, recipient=recipients["La technique"]) for _click in range(2)]
    assert code_in(answers[0]) == code_in(answers[1])
    assert (Contribution.objects.count(), Act.objects.count(), len(mail.outbox)) == (1, 1, 1)
    other = write(opened=opened, recipient=recipients["La modération"])
    assert other.status_code == 422 and "Votre premier envoi est bien arrivé" in other.content.decode()


ERRORS = [
    (ConnectionRefusedError("127.0.0.1"), "ne répond pas (ConnectionRefusedError)"),
    (TimeoutError(), "n’a pas répondu à temps"),
    (SMTPAuthenticationError(535, b"ana@example.org"), "refuse notre mot de passe (SMTPAuthenticationError 535)"),
    (SMTPRecipientsRefused({"technique@secret.example": (550, b"no")}), "refuse cette adresse"),
    (BadHeaderError("ana@example.org"), "ne peut pas être écrit (BadHeaderError)"),
]


@pytest.mark.parametrize(("error", "said"), ERRORS)
def test_a_mail_that_fails_loses_nothing_and_is_sent_again(
    recipients, write, desk, do, monkeypatch, caplog, error, said
):
    with monkeypatch.context() as broken:
        break_mail(broken, error)
        response = write(recipient=recipients["La technique"], email="ana@example.org")
    assert response.status_code == 200 and code_in(response)
    contribution = Contribution.objects.get()
    html = desk.get(screen_of(contribution)).content.decode()
    assert said in html and "Renvoyer le courriel" in html and "Elle parle de moi." in html
    assert "example.org" not in Mail.objects.get().failure + caplog.text and "secret" not in caplog.text
    for query in ("", "?pile=courriel"):
        assert 'class="unsent"' in desk.get(f"{DESK}{query}").content.decode()
    for _click in range(2):
        do(contribution, "renvoyer")
    assert [sent.to for sent in mail.outbox] == [["technique@secret.example"]]
    assert 'class="unsent"' not in desk.get(DESK).content.decode()
    assert "Renvoyer le courriel" not in desk.get(screen_of(contribution)).content.decode()
    assert [act.verb for act in contribution.acts.all()] == ["received", "remailed"]


def test_what_fails_again_says_why_again(recipients, write, desk, do, monkeypatch):
    break_mail(monkeypatch, TimeoutError())
    write(recipient=recipients["La technique"])
    break_mail(monkeypatch, SMTPAuthenticationError(535, b""))
    do(Contribution.objects.get(), "renvoyer")
    assert "refuse notre mot de passe" in desk.get(screen_of(Contribution.objects.get())).content.decode()


def test_a_site_that_stops_before_the_mail_leaves_says_so(recipients, write, desk, do, monkeypatch):
    with monkeypatch.context() as stopped:
        stopped.setattr("contributions.mailing._send", lambda key: None)
        write(recipient=recipients["La technique"])
    contribution = Contribution.objects.get()
    Mail.objects.update(tried_at=timezone.now())
    assert "Renvoyer" not in desk.get(screen_of(contribution)).content.decode()
    do(contribution, "renvoyer")
    assert not mail.outbox
    Mail.objects.update(tried_at=timezone.now() - timezone.timedelta(minutes=6))
    html = desk.get(screen_of(contribution)).content.decode()
    assert "pas encore parti" in html and "Renvoyer" in html
    do(contribution, "renvoyer")
    assert len(mail.outbox) == 1 and Mail.objects.get().state == "sent"


def test_a_recipient_who_is_no_more_in_the_list_is_said(recipients, write, desk, do, monkeypatch):
    break_mail(monkeypatch, TimeoutError())
    write(recipient=recipients["La technique"])
    SiteSettings.objects.update(contact_recipients=[])
    do(Contribution.objects.get(), "renvoyer")
    html = desk.get(screen_of(Contribution.objects.get())).content.decode()
    assert "n’est plus dans les réglages" in html and "La technique" in html


def test_what_looks_like_a_program_is_mailed_once_somebody_says_that_it_is_none(recipients, write, desk, do):
    write(recipient=recipients["La technique"], site_web="https://spam.example/")
    contribution = Contribution.objects.get()
    assert contribution.is_doubtful and not mail.outbox
    assert "retenu" in desk.get(screen_of(contribution)).content.decode()
    do(contribution, "remettre")
    assert len(mail.outbox) == 1


def test_limits_are_those_of_contributions(client, recipients, write):
    for number in range(SENDING.most):
        assert write(recipient=recipients["La technique"], text=f"Message {number}").status_code == 200
    answer = write(recipient=recipients["La technique"], text="Le onzième")
    assert answer.status_code == 422 and "Le onzième" in answer.content.decode() and len(mail.outbox) == SENDING.most


def test_a_message_is_answered_with_its_code_then_seen_to(client, recipients, write, desk, do):
    code = code_in(write(recipient=recipients["La technique"], email="ana@example.org"))
    contribution = Contribution.objects.get()
    do(contribution, "demander", text="Laquelle ?")
    assert mail.outbox[-1].to == ["ana@example.org"] and "Laquelle" not in mail.outbox[-1].body
    html = client.post(FOLLOW_UP, {"code": code}).content.decode()
    assert "Laquelle ?" in html and "une réponse vous attend" in html and "Une page à retirer" in html
    client.post(FOLLOW_UP, {"code": code, "geste": "repondre", "text": "La deuxième."})
    assert "La deuxième." in desk.get(screen_of(contribution)).content.decode()
    contribution.refresh_from_db()
    do(contribution, "traiter", text="C’est retiré.")
    contribution.refresh_from_db()
    assert contribution.state == "closed" and len(mail.outbox) == 3
    html = client.post(FOLLOW_UP, {"code": code}).content.decode()
    assert "traité" in html and "C’est retiré." in html and "<textarea" not in html
    assert [act.verb for act in contribution.acts.all()] == ["received", "replied", "answered", "closed"]
    assert "Une page à retirer" in desk.get(f"{DESK}?pile=fini&sorte=message").content.decode()
    assert "Une page à retirer" not in desk.get(DESK).content.decode()


def test_it_is_seen_to_without_a_word_and_nobody_is_written_to(recipients, write, do):
    write(recipient=recipients["La technique"], email="ana@example.org")
    do(Contribution.objects.get(), "traiter", text="")
    assert Contribution.objects.get().state == "closed" and len(mail.outbox) == 1


@pytest.mark.parametrize("gesture", ["accepter", "refuser"])
def test_no_page_is_made_of_a_message(recipients, write, desk, do, gesture):
    pages = Page.objects.count()
    write(recipient=recipients["La technique"])
    contribution = Contribution.objects.get()
    html = desk.get(screen_of(contribution)).content.decode()
    assert "Accepter" not in html and "Refuser" not in html and "C’est traité" in html and "Indésirable" in html
    do(contribution, gesture, text="Oui")
    contribution.refresh_from_db()
    assert (contribution.state, Page.objects.count()) == ("received", pages)


def test_news_that_could_not_be_mailed_is_said_on_the_screen(recipients, write, desk, do, monkeypatch):
    write(recipient=recipients["La technique"], email="ana@example.org")
    with monkeypatch.context() as broken:
        break_mail(broken, TimeoutError())
        do(Contribution.objects.get(), "traiter", text="C’est retiré.")
    contribution = Contribution.objects.get()
    html = desk.get(screen_of(contribution)).content.decode()
    assert "il y a du nouveau" in html and "n’a pas répondu à temps" in html
    do(contribution, "renvoyer")
    assert mail.outbox[-1].to == ["ana@example.org"] and len(mail.outbox) == 2


def test_writers_read_no_message(client, recipients, write):
    write(recipient=recipients["La technique"])
    make_member("camille", REDACTION)
    client.login(username="camille", password=PASSWORD)
    for address in (DESK, f"{DESK}?pile=courriel", screen_of(Contribution.objects.get())):
        assert "Elle parle de moi." not in client.get(address, follow=True).content.decode()
    assert client.post(screen_of(Contribution.objects.get()), {"geste": "renvoyer"}).status_code == 302


@pytest.mark.parametrize(("day", "kept"), [("2027-01-20 11:59", True), ("2027-01-20 12:01", False)])
def test_a_message_that_was_seen_to_is_erased_after_sixty_days(recipients, write, day, kept):
    write(recipient=recipients["La technique"], email="ana@example.org")
    with time_machine.travel("2026-11-21 12:00", tick=False):
        Contribution.objects.update(state="closed", changed_at=timezone.now(), reason="C’est retiré.")
    with time_machine.travel(day, tick=False):
        call_command("purge_contributions", verbosity=0)
    contribution = Contribution.objects.get()
    assert bool(contribution.answers) == bool(contribution.email) == bool(contribution.reason) == kept
    assert Mail.objects.exists() == kept


def test_one_takes_a_message_back(client, recipients, write):
    code = code_in(write(recipient=recipients["La technique"]))
    html = client.post(FOLLOW_UP, {"code": code, "geste": "confirmer"}).content.decode()
    assert "la boîte de qui l’a reçu le garde" in html
    html = client.post(FOLLOW_UP, {"code": code, "geste": "retirer"}).content.decode()
    assert "Il ne reste rien" in html and not Contribution.objects.exists() and not Mail.objects.exists()


def test_the_page_is_found_from_everywhere_and_is_none_of_the_kinds(client):
    assert client.get("/contribuer/message/").status_code == 404
    for address in ("/", "/contribuer/", FOLLOW_UP, "/recherche/"):
        assert f'href="{CONTACT}"' in client.get(address).content.decode(), address
    html = client.get(CONTACT).content.decode()
    assert "60\xa0jours" in html.replace(" ", "\xa0") and "noindex" not in html
    assert 'rel="canonical" href="http://testserver/contact/"' in html


def test_it_stays_open_where_contributions_are_closed(client, write):
    Page.objects.get(slug="contribuer").unpublish()
    assert client.get(CONTACT).status_code == 200 and write().status_code == 200


def test_a_form_of_another_site_is_refused(recipients):
    assert Client(enforce_csrf_checks=True).post(CONTACT, WRITTEN).status_code == 403


@pytest.mark.parametrize("word", ["<script>alert(1)</script>", "{{ settings.SECRET_KEY }}", "' OR 1=1 --"])
def test_hostile_words_are_words(client, recipients, write, desk, word):
    code = code_in(write(recipient=recipients["La technique"], subject=word, text=word))
    pages = [desk.get(DESK), desk.get(screen_of(Contribution.objects.get())), client.post(FOLLOW_UP, {"code": code})]
    assert not any("<script>alert" in page.content.decode() for page in pages)
    assert mail.outbox[0].body.count(word) == 1 and mail.outbox[0].content_subtype == "plain"
