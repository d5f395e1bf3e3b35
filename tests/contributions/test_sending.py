"""Somebody sends something: once, whole, without being known."""

import logging

import pytest
import time_machine
from django.test import RequestFactory
from wagtail.models import Page

from contributions.codes import code_hash
from contributions.kinds import KINDS
from contributions.models import Act, Contribution
from contributions.safeguards import SENDING
from tests.contributions.conftest import CHOICES, LEAST, carried, code_in, send

pytestmark = pytest.mark.django_db


def test_the_page_says_what_one_may_send_and_what_is_not_protected(client):
    html = client.get("/contribuer/").content.decode()
    assert all(f'href="/contribuer/{kind.slug}/"' in html for kind in KINDS)
    assert "chiffré de bout en bout" in html and "Tor" in html and "depuis le travail" in html
    assert "60\xa0jours" in html.replace(" ", "\xa0")


def test_nothing_is_set_in_a_browser_before_a_form_is_opened(client):
    assert not client.get("/contribuer/").cookies
    assert set(client.get("/contribuer/texte/").cookies) == {"csrftoken"}


def test_every_kind_has_a_form_a_guide_of_five_questions_and_least_answers(client):
    assert {kind.slug for kind in KINDS} == LEAST.keys()
    for kind in KINDS:
        html = client.get(f"/contribuer/{kind.slug}/").content.decode()
        assert len(kind.guide) == 5 and html.count('type="submit"') == 1
        assert "autofocus" not in html


@pytest.mark.parametrize("kind", LEAST)
def test_the_least_is_enough_and_gives_a_code(client, kind):
    response = send(client, kind)
    assert response.status_code == 200 and response["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    contribution = Contribution.objects.get()
    assert contribution.kind == kind and contribution.answers == {k: v for k, v in LEAST[kind].items()}
    assert contribution.code_hash == code_hash(code_in(response))
    assert [act.verb for act in contribution.acts.all()] == [Act.Verb.RECEIVED]


def test_a_code_is_nowhere_in_the_database(client):
    words = code_in(send(client)).split()
    said = " ".join(str(value) for value in Contribution.objects.values_list().get())
    assert not any(word in said for word in words)


WRONG = [
    ("texte", {"text": ""}, "Ce champ est nécessaire."),
    ("texte", {"text": "a" * 60_001}, "60000"),
    ("texte", {"consent": ""}, "Dites ce que nous pouvons en faire."),
    ("texte", {"licence": "copyright"}, "Votre texte"),
    ("texte", {"email": "ana@"}, "nom@exemple.org"),
    ("texte", {"signed_by": "name"}, "Écrivez la signature"),
    ("texte", {"signature": "Ana"}, "videz ce champ"),
    ("lien", {"link": "n’importe quoi"}, "https://exemple.org/page"),
    ("lien", {"link": "javascript:alert(1)"}, "https://exemple.org/page"),
    ("evenement", {"day": "demain"}, "Écrivez un jour"),
    ("evenement", {"day": "9999-12-31"}, "Cette année n’est pas possible."),
    ("evenement", {"hour": "tard"}, "Écrivez une heure"),
    ("evenement", {"hour": "25h"}, "Écrivez une heure"),
    ("evenement", {"hour": "1" + " " * 20_000 + "x"}, "Écrivez une heure"),
    ("lien", {"link": f"https://exemple.org/{'a' * 200}"}, "200"),
]


@pytest.mark.parametrize(("kind", "fields", "said"), WRONG)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(client, kind, fields, said):
    first = next(iter(LEAST[kind]))
    response = send(client, kind, **({first: LEAST[kind][first]} | {"signature": ""} | fields))
    html = response.content.decode()
    assert response.status_code == 422 and said in html
    assert 'role="alert"' in html and "tout le reste est gardé" in html
    assert not Contribution.objects.exists()


def test_what_was_typed_comes_back(client):
    html = send(client, "initiative", place="Trieste <b>", email="rien").content.decode()
    assert 'value="La Maison commune"' in html and "Trieste &lt;b&gt;" in html and 'value="rien"' in html


def test_two_clicks_send_once_and_say_the_same_code(client):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    first, second = send(client, opened=opened), send(client, opened=opened)
    assert code_in(first) == code_in(second)
    assert Contribution.objects.count() == Act.objects.count() == 1


def test_a_form_that_one_goes_back_to_sends_a_second_thing_when_one_says_so(client):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    send(client, opened=opened)
    answer = send(client, opened=opened, text="Autre chose.")
    html = answer.content.decode()
    assert answer.status_code == 422 and "Votre premier envoi est bien arrivé" in html and "Autre chose." in html
    assert send(client, opened=carried(html), text="Autre chose.").status_code == 200
    assert Contribution.objects.count() == 2


@pytest.mark.parametrize(
    "change",
    [{"consent": "private"}, {"licence": "here"}, {"signed_by": "name", "signature": "Ana"}, {"email": "a@b.fr"}],
)
def test_a_choice_that_is_changed_in_a_second_click_is_not_lost(client, change):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    send(client, opened=opened)
    assert "Votre premier envoi est bien arrivé" in send(client, opened=opened, **change).content.decode()


def test_a_form_that_comes_back_filled_need_not_wait(client):
    with time_machine.travel("2026-11-21 12:00", tick=False) as present:
        opened = carried(client.get("/contribuer/texte/").content.decode())
        present.shift(60)
        send(client, opened=opened)
        send(
            client, opened=carried(send(client, opened=opened, text="Autre chose").content.decode()), text="Autre chose"
        )
    assert list(Contribution.objects.values_list("is_doubtful", flat=True)) == [False, False]


def test_one_sender_closes_nothing_to_others(client, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for _number in range(SENDING.most * SENDING.everybody // 100):
        for _try in range(20):
            SENDING.allows(asking("203.0.113.1"))
    assert not SENDING.allows(asking("203.0.113.1"))
    assert SENDING.allows(asking("203.0.113.2"))
    # What a client says of itself comes before what the front server adds.
    assert not SENDING.allows(asking("198.51.100.9, 203.0.113.1"))
    for number in range(SENDING.most):
        assert SENDING.allows(asking(f"2001:db8:1:1::{number}"))
    assert not SENDING.allows(asking("2001:db8:1:1:ffff::1")) and SENDING.allows(asking("2001:db8:1:2::1"))


def asking(address):
    return RequestFactory().post("/", headers={"x-forwarded-for": address})


@pytest.mark.parametrize("opened", ["", "faux", "a:b:c", "\x00", "x" * 5000])
def test_a_form_that_is_not_ours_is_signed_again_and_keeps_everything(client, opened):
    answer = client.post("/contribuer/texte/", LEAST["texte"] | CHOICES | {"formulaire": opened})
    html = answer.content.decode()
    assert answer.status_code == 422 and "Nous avons rendu les clés." in html
    assert send(client, opened=carried(html)).status_code == 200


def test_a_form_left_open_for_days_keeps_everything(client):
    with time_machine.travel("2026-11-01 12:00", tick=False):
        opened = carried(client.get("/contribuer/texte/").content.decode())
    with time_machine.travel("2026-11-04 12:00", tick=False):
        answer = send(client, opened=opened)
    assert answer.status_code == 422 and "ouvert depuis longtemps" in answer.content.decode()


def test_what_looks_like_a_program_waits_apart_and_is_not_lost(client):
    with time_machine.travel("2026-11-21 12:00", tick=False) as present:
        opened = carried(client.get("/contribuer/texte/").content.decode())
        present.shift(60)
        send(client, opened=opened)
        opened = carried(client.get("/contribuer/texte/").content.decode())
        present.shift(60)
        send(client, opened=opened, site_web="https://spam.example/", text="Piège")
        send(client, text="Hâte")
    assert list(Contribution.objects.order_by("pk").values_list("is_doubtful", flat=True)) == [False, True, True]


def test_too_many_from_one_place_wait_and_keep_what_they_wrote(client):
    for number in range(SENDING.most):
        assert send(client, text=f"Texte {number}").status_code == 200
    answer = send(client, text="Le onzième")
    html = answer.content.decode()
    assert answer.status_code == 422 and "réessayez dans une heure" in html and "Le onzième" in html
    assert send(client, text="Encore", opened=carried(html)).status_code == 422
    filled = LEAST["texte"] | CHOICES | {"formulaire": carried(html)}
    assert client.post("/contribuer/texte/", filled, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_no_address_is_kept_anywhere(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post("/contribuer/texte/", LEAST["texte"] | CHOICES, REMOTE_ADDR="203.0.113.77")
        send(client)
    assert "203.0.113.77" not in caplog.text and "rendu les clés" not in caplog.text
    said = " ".join(str(value) for value in Contribution.objects.values_list().get())
    assert "127.0.0.1" not in said


def test_a_collective_that_closes_the_page_closes_the_forms_and_not_what_was_sent(client):
    code = code_in(send(client))
    Page.objects.get(slug="contribuer").unpublish()
    assert [client.get(address).status_code for address in ("/contribuer/", "/contribuer/texte/")] == [404, 404]
    assert client.post("/contribuer/suivi/", {"code": code}).status_code == 200


@pytest.mark.parametrize("address", ["/contribuer/inconnu/", "/contribuer/texte/autre/", "/contribuer/%00/"])
def test_an_unknown_kind_is_not_found(client, address):
    assert client.get(address).status_code == 404
