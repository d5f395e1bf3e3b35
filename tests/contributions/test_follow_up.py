"""Coming back with a code: to know, to answer, to take back."""

import pytest

from contributions.models import Act, Contribution, Message
from contributions.safeguards import CODES
from tests.contributions.conftest import code_in, send
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db

ADDRESS = "/contribuer/suivi/"


@pytest.fixture
def code(client):
    return code_in(send(client))


def follow(client, code, **gesture):
    return client.post(ADDRESS, {"code": code, **gesture})


def test_its_state_is_said_to_whoever_has_the_code(client, code):
    html = follow(client, code.upper()).content.decode()
    assert "Nous avons rendu les clés." in html and "reçu" in html


@pytest.mark.parametrize("typed", ["", "faux", "abeille abeille abeille abeille abeille abeille", "x" * 5000, "\x00"])
def test_another_code_opens_nothing_and_says_what_to_do(client, code, typed):
    response = follow(client, typed)
    assert response.status_code == 422 and "rendu les clés" not in response.content.decode()


def test_codes_are_not_tried_one_after_the_other(client, code):
    for _number in range(CODES.most):
        follow(client, "abeille abeille abeille abeille abeille abeille")
    response = follow(client, code)
    assert response.status_code == 429 and "Attendez dix minutes" in response.content.decode()


def test_one_answers_a_question_once(client, code):
    contribution = Contribution.objects.get()
    Message.objects.create(contribution=contribution, author=make_member("sacha"), text="Dans quelle ville ?")
    Contribution.objects.update(state="question")
    html = follow(client, code).content.decode()
    assert "Dans quelle ville ?" in html and "La modération" in html and "sacha" not in html.lower()
    for _click in range(2):
        follow(client, code, geste="repondre", text="À Nancy.\n\nMais ne le dites pas.")
    contribution.refresh_from_db()
    assert contribution.state == Contribution.State.ANSWERED
    assert [message.text for message in contribution.messages.filter(is_from_sender=True)] == [
        "À Nancy.\n\nMais ne le dites pas."
    ]
    assert contribution.acts.filter(verb=Act.Verb.ANSWERED).count() == 1


def test_an_empty_answer_is_said_to_be_one(client, code):
    response = follow(client, code, geste="repondre", text="  ")
    assert response.status_code == 422 and "Écrivez quelque chose." in response.content.decode()


def test_one_takes_back_everything_after_a_second_look(client, code):
    follow(client, code, geste="repondre", text="Encore un mot.")
    html = follow(client, code, geste="confirmer").content.decode()
    assert "Tout sera effacé" in html and Contribution.objects.exists()
    html = follow(client, code, geste="retirer").content.decode()
    assert "Il ne reste rien" in html
    assert not (Contribution.objects.exists() or Message.objects.exists() or Act.objects.exists())
    assert follow(client, code, geste="retirer").status_code == 422


@pytest.mark.parametrize(
    ("state", "gestures"), [("accepted", ["repondre"]), ("declined", ["repondre", "confirmer", "retirer"])]
)
def test_what_is_decided_is_read_only(client, code, state, gestures):
    Contribution.objects.update(state=state, reason="Hors du champ de la charte.")
    for gesture in gestures:
        html = follow(client, code, geste=gesture, text="Mais").content.decode()
        assert "Hors du champ" in html and "<textarea" not in html
        assert ("Rien n’a été changé" in html) == (gesture != "confirmer")
    assert Contribution.objects.get().messages.count() == 0


def test_what_is_put_aside_looks_as_if_it_waited_and_may_be_taken_back(client, code):
    Contribution.objects.update(state="spam")
    html = follow(client, code).content.decode()
    assert "indésirable" not in html and "reçu" in html
    assert "Il ne reste rien" in follow(client, code, geste="retirer").content.decode()
    assert not Contribution.objects.exists()


def test_the_title_of_the_window_tells_nothing(client, code):
    html = follow(client, code).content.decode()
    assert "rendu les clés" not in html.partition("</title>")[0]


def test_the_page_that_came_of_it_is_given_once_it_is_published(client, code):
    page = make_article(publish=False)
    Contribution.objects.update(state="accepted", page=page)
    assert page.slug not in follow(client, code).content.decode()
    page.save_revision().publish()
    assert f'href="{page.url}"' in follow(client, code).content.decode()


def test_nothing_of_it_stays_in_a_shared_browser(client, code):
    response = follow(client, code)
    assert "no-store" in response["Cache-Control"] and "sessionid" not in response.cookies
