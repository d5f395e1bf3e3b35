"""A browser computes for a second: what comes without it waits apart, and a proof is worth one form."""

import base64
import json

import pytest
import time_machine

from contributions import proof
from contributions.models import Contribution
from contributions.safeguards import LONGEST_OPEN, sign_form
from tests.contributions.conftest import carried, challenge_in, proved, send, solution_of

SEED = "une-graine~"


def solved(seed=SEED):
    return solution_of(proof.challenge_for(seed))


def changed(payload, part, name, value):
    """The same proof, one thing in it written otherwise."""
    said = json.loads(base64.b64decode(payload))
    target = said["solution"] if part == "solution" else said["challenge"]
    (target["parameters"] if part == "parameters" else target)[name] = value
    return base64.b64encode(json.dumps(said).encode()).decode()


def test_the_work_is_proved_for_its_form_alone():
    assert proof.is_proved(solved(), SEED)
    assert not proof.is_proved(solved("une-autre"), SEED) and not proof.is_proved(solved(), "une-autre")


TAMPERED = [
    ("parameters", "data", {"form": "une-autre"}),
    ("parameters", "keyPrefix", ""),
    ("parameters", "expiresAt", 9_999_999_999),
    ("challenge", "signature", ""),
    ("challenge", "signature", None),
    ("challenge", "signature", "0" * 64),
    ("solution", "counter", 10**12),
    ("solution", "counter", "1"),
    ("solution", "derivedKey", "0" * 64),
]


@pytest.mark.parametrize(("part", "name", "value"), TAMPERED)
def test_a_proof_that_was_changed_proves_nothing(part, name, value):
    other = "une-autre" if name == "data" else SEED
    assert not proof.is_proved(changed(solved(), part, name, value), other)


HOSTILE = ["", "é", "x", "W10=", "e30=", "bnVsbA==", "MQ==", "IiI=", "\x00", "A" * 5000]
HOSTILE += [base64.b64encode(one).decode() for one in (b"[" * 2000, b'{"challenge": [], "solution": []}', b"\xff")]


@pytest.mark.parametrize("said", HOSTILE)
def test_nonsense_proves_nothing_and_breaks_nothing(said):
    assert not proof.is_proved(said, SEED)


def test_a_proof_goes_with_its_form():
    with time_machine.travel("2026-11-21 12:00", tick=False) as present:
        done = solved()
        present.shift(LONGEST_OPEN - 1)
        assert proof.is_proved(done, SEED)
        present.shift(2)
        assert not proof.is_proved(done, SEED)


def test_another_site_proves_nothing_here(settings):
    elsewhere = solved()
    settings.SECRET_KEY = "une autre clé"
    assert not proof.is_proved(elsewhere, SEED)


def test_the_answer_is_not_in_the_challenge():
    said = json.loads(proof.challenge_for(SEED))["parameters"]
    assert said.keys() == {"algorithm", "cost", "keyLength", "keyPrefix", "nonce", "salt", "expiresAt", "data"}


def test_what_is_proved_is_not_asked_twice():
    form, other = sign_form(), sign_form()
    done = proved(form)
    assert proof.proof_for(form, done) == proof.Proof("", done)
    assert proof.proof_for(other, done).challenge and not proof.proof_for(other, done).solved
    assert proof.proof_for(form).challenge


@pytest.fixture
def slowly():
    """A clock that does not move but by hand: nobody is hasty."""
    with time_machine.travel("2026-11-21 12:00", tick=False) as present:
        yield present


@pytest.mark.django_db
def test_without_its_proof_a_thing_waits_apart_and_its_sender_sees_the_same_page(client, slowly):
    for number, given in enumerate((None, "", "faux", proved(sign_form()))):
        html = client.get("/contribuer/texte/").content.decode()
        slowly.shift(60)
        given = solution_of(challenge_in(html)) if given is None else given
        answer = send(client, opened=carried(html), text=f"Texte {number}", preuve=given)
        assert answer.status_code == 200 and 'class="code"' in answer.content.decode()
    assert list(Contribution.objects.order_by("pk").values_list("is_doubtful", flat=True)) == [False, True, True, True]


@pytest.mark.django_db
def test_a_form_to_correct_keeps_its_proof(client, slowly):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    done = proved(opened)
    slowly.shift(60)
    html = send(client, opened=opened, text="", preuve=done).content.decode()
    assert f'name="preuve" value="{done}"' in html and "data-challenge" not in html
    assert carried(html) == opened
    html = send(client, opened=opened, text="", preuve="faux").content.decode()
    assert 'name="preuve" value=""' in html
    send(client, opened=opened, preuve=solution_of(challenge_in(html)))
    assert Contribution.objects.get().is_doubtful is False


@pytest.mark.django_db
def test_a_form_that_is_signed_again_asks_again(client, slowly):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    done = proved(opened)
    slowly.shift(60)
    send(client, opened=opened, preuve=done)
    html = send(client, opened=opened, text="Autre chose", preuve=done).content.decode()
    send(client, opened=carried(html), text="Autre chose", preuve=done)
    assert Contribution.objects.latest("pk").is_doubtful is True
    html = send(client, opened=opened, text="Encore autre chose", preuve=done).content.decode()
    send(client, opened=carried(html), text="Encore autre chose", preuve=solution_of(challenge_in(html)))
    assert Contribution.objects.latest("pk").is_doubtful is False


@pytest.mark.django_db
def test_those_without_script_are_told_what_happens(client):
    html = client.get("/contribuer/texte/").content.decode()
    assert "dans une pile à part" in html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "dans une pile à part" in client.get("/contribuer/").content.decode()
