"""The moderators' desk: each gesture once, whole, in the log; nobody else comes near."""

import re

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, Workflow

from agenda.models import EventPage, Occurrence
from articles.models import ArticlePage
from contributions import gestures
from contributions.models import Act, Contribution
from core.models import ContentPage
from initiatives.models import InitiativePage
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from members.models import ConsentState
from resources.models import ResourcePage
from tests.contributions.conftest import LEAST, code_in, send
from tests.factories import PASSWORD, make_initiative, make_member, make_place, make_resource

pytestmark = pytest.mark.django_db

DESK = "/admin/contributions/contribution/"


@pytest.fixture
def sacha(client):
    return make_member("sacha", MODERATION)


@pytest.fixture
def desk(client, sacha):
    """The browser of a moderator; `client` stays that of whoever sends."""
    browser = type(client)()
    browser.login(username="sacha", password=PASSWORD)
    return browser


def received(client, kind="texte", **fields):
    """A contribution as it has just been sent."""
    assert send(client, kind, **fields).status_code == 200
    Contribution.objects.update(is_doubtful=False)
    return Contribution.objects.latest("pk")


def address(contribution):
    return reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])


def do(desk, contribution, gesture, **words):
    return desk.post(address(contribution), {"geste": gesture} | {f"{gesture}-{k}": v for k, v in words.items()})


@pytest.mark.parametrize(("group", "status"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200), (None, 302)])
def test_only_moderators_read_the_desk(client, group, status):
    contribution = received(client)
    make_member("quelqu-un", group)
    client.login(username="quelqu-un", password=PASSWORD)
    assert client.get(DESK).status_code == status
    assert client.get(address(contribution)).status_code == status
    assert do(client, contribution, "indesirable").status_code == 302
    assert (Contribution.objects.get().state == "spam") == (status == 200)


def test_the_desk_lists_what_waits_oldest_first_with_its_age(client, desk):
    for day, text in (("2026-11-01", "Le plus ancien"), ("2026-11-15", "Moins ancien"), ("2026-11-20", "Récent")):
        with time_machine.travel(f"{day} 12:00", tick=False):
            received(client, text=text)
    with time_machine.travel("2026-11-21 12:00", tick=False):
        desk.login(username="sacha", password=PASSWORD)
        html = desk.get(DESK).content.decode()
    assert html.index("Le plus ancien") < html.index("Moins ancien") < html.index("Récent")
    assert [html.count(f"age--{late}") for late in ("very-late", "fresh")] == [1, 1] and html.count("age--late") == 1


def test_piles_are_apart(client, desk):
    doubtful, ended, waiting = (received(client, text=text) for text in ("Douteux", "Fini", "Attendu"))
    Contribution.objects.filter(pk=doubtful.pk).update(is_doubtful=True)
    Contribution.objects.filter(pk=ended.pk).update(state="declined")
    found = {pile: desk.get(f"{DESK}?pile={pile}").content.decode() for pile in ("", "doute", "fini", "tout")}
    shown = {pile: [text for text in ("Douteux", "Fini", "Attendu") if text in html] for pile, html in found.items()}
    assert shown["doute"] == ["Douteux"] and shown["fini"] == ["Fini"]
    assert shown["tout"] == ["Douteux", "Fini", "Attendu"]
    assert [text for text in ("Douteux", "Fini", "Attendu") if text in desk.get(DESK).content.decode()] == ["Attendu"]


def test_words_are_searched_with_their_accents(client, desk):
    received(client, text="Les clés de l’hôpital")
    received(client, text="Autre chose")
    html = desk.get(f"{DESK}?q=hôpital").content.decode()
    assert "Les clés de l’hôpital" in html and "Autre chose" not in html


#: What each kind becomes: its page type, and some of its fields.
DRAFTS = {
    "texte": (
        ArticlePage,
        {"kind": "reflection", "signed_by": "anonymous", "title": "Nous avons rendu les clés. Voici pourquoi."},
    ),
    "temoignage": (ArticlePage, {"kind": "testimony"}),
    "initiative": (InitiativePage, {"title": "La Maison commune"}),
    "appel": (None, {"title": "Tenir"}),
    "evenement": (EventPage, {"title": "Débat"}),
    "oeuvre": (ResourcePage, {"kind": "book", "title": "L’Institution en négation"}),
    "lien": (ResourcePage, {"kind": "link", "link": "https://exemple.org/a-lire/"}),
    "photos": (ArticlePage, {"kind": "report", "title": "Des photos"}),
    "son": (ArticlePage, {"kind": "report", "title": "Un son"}),
    "video": (ArticlePage, {"kind": "report", "title": "Une vidéo"}),
    "revolte": (ArticlePage, {"kind": "reflection"}),
}


@pytest.mark.parametrize("kind", LEAST)
def test_accepting_makes_a_draft_of_the_right_kind_in_the_right_place(client, desk, sacha, kind):
    contribution = received(client, kind)
    response = do(desk, contribution, "accepter", text="", submit="on")
    page = ContentPage.objects.get().specific
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    expected, fields = DRAFTS[kind]
    assert isinstance(page, expected or ContentPage)
    assert {name: getattr(page, name) for name in fields} == fields
    assert (page.live, page.owner, page.get_parent().specific_class) == (
        False,
        sacha,
        page.allowed_parent_page_models()[0],
    )
    assert desk.get(response.url).status_code == 200
    contribution.refresh_from_db()
    assert (contribution.state, contribution.page_id) == ("accepted", page.pk)
    assert PageLogEntry.objects.get(action="contributions.accept").data["contribution"] == contribution.pk
    assert ConsentState.objects.under_way().exists()


def test_what_was_typed_fills_the_fields(client, desk):
    nancy = make_place("Nancy")
    sent = {
        "town": "nancy",
        "venue": "Salle 3",
        "hour": "18 h 30",
        "end_hour": "20h",
        "text": "Venez.\n\nOn <b>mange</b>.",
    }
    do(desk, received(client, "evenement", **sent), "accepter", text="")
    page = EventPage.objects.get()
    assert (page.place, page.venue, page.start_time.hour, page.end_time.hour) == (nancy, "Salle 3", 18, 20)
    assert str(page.body[0].value) == "<p>Venez.</p><p>On &lt;b&gt;mange&lt;/b&gt;.</p>"
    assert page.summary == "Venez." and not ConsentState.objects.exists()


@pytest.mark.parametrize(
    ("fields", "accepted", "in_review"),
    [
        ({"consent": "publish"}, True, True),
        ({"consent": "ask"}, True, False),
        ({"consent": "publish", "to_hide": "Ma ville"}, True, False),
        ({"consent": "private"}, False, False),
    ],
)
def test_what_its_sender_wants_is_what_is_done(client, desk, fields, accepted, in_review):
    contribution = received(client, "temoignage", **fields)
    html = desk.get(address(contribution)).content.decode()
    assert ("ne soit pas publié" in html) != accepted and ("Montrez-lui" in html) == (accepted and not in_review)
    do(desk, contribution, "accepter", text="", submit="on")
    assert ContentPage.objects.exists() == accepted
    assert ConsentState.objects.under_way().exists() == in_review


def test_a_site_without_a_review_keeps_the_draft(client, desk):
    Workflow.objects.update(active=False)
    assert do(desk, received(client), "accepter", text="", submit="on").status_code == 302
    assert ArticlePage.objects.get().live is False


def test_two_things_without_a_letter_in_their_title_are_two_drafts(client, desk):
    for _number in range(2):
        do(desk, received(client, "initiative", title="???"), "accepter", text="")
    assert sorted(InitiativePage.objects.values_list("slug", flat=True)) == ["initiative", "initiative-2"]


def test_a_gesture_from_a_screen_that_is_out_of_date_is_not_done(client, desk):
    code = code_in(send(client))
    contribution = Contribution.objects.get()
    seen = re.search(r'name="vu" value="([^"]+)"', desk.get(address(contribution)).content.decode())[1]
    client.post("/contribuer/suivi/", {"code": code, "geste": "repondre", "text": "Retirez le nom de mon service."})
    answer = desk.post(address(contribution), {"geste": "accepter", "vu": seen}, follow=True).content.decode()
    assert "Quelque chose a changé" in answer and not ContentPage.objects.exists()


def test_publication_is_announced_once(client, desk, django_capture_on_commit_callbacks):
    do(desk, received(client, email="ana@example.org"), "accepter", text="")
    page = ArticlePage.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
        page.save_revision().publish()
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]


def test_a_refusal_may_lead_to_a_point_of_the_charter(client, desk):
    charter = Page.objects.get(slug="charte").specific
    charter.body = [("heading", {"text": "Ni publicité ni vente", "level": "h2"})]
    charter.save_revision().publish()
    contribution = received(client)
    assert "Ni publicité ni vente" in desk.get(address(contribution)).content.decode()
    do(desk, contribution, "refuser", text="Non merci.", point="ni-publicite-ni-vente")
    reason = Contribution.objects.get().reason
    assert reason.startswith("Non merci.") and reason.endswith("/charte/#ni-publicite-ni-vente")


def test_choices_and_days_are_read_in_french(client, desk):
    html = desk.get(address(received(client, "evenement"))).content.decode().replace("\xa0", " ")
    assert "5 décembre 2026" in html
    assert "<dd>Livre</dd>" in desk.get(address(received(client, "oeuvre"))).content.decode()


ELSEWHERE = ["create/", "edit/{}/", "delete/{}/", "history/{}/", "inspect/{}/", "choose_parent/"]


def test_writers_find_no_other_way_in(client):
    contribution = received(client)
    make_member("camille", REDACTION)
    client.login(username="camille", password=PASSWORD)
    for path in ELSEWHERE:
        answer = client.get(f"{DESK}{path.format(contribution.pk)}", follow=True)
        assert "rendu les clés" not in answer.content.decode(), path


def test_the_list_answers_nothing_about_other_fields(client, desk):
    received(client, email="ana@example.org", text="Un secret")
    for query in ("email__startswith=z", "taken_by__password__startswith=z", "nonsense=1", "q=%00", "p=abc", "o=9"):
        response = desk.get(f"{DESK}?{query}")
        assert response.status_code == 200, query
        assert "Un secret" in response.content.decode(), query
    assert desk.get(f"{DESK}inspect/abc/").status_code == 404


def test_an_event_ends_in_the_agenda(client, desk):
    do(desk, received(client, "evenement"), "accepter", text="")
    page = EventPage.objects.get()
    page.summary = "Un débat."
    page.save_revision().publish()
    assert Occurrence.objects.get().title == "Débat"


def test_a_question_is_asked_answered_and_the_story_told(client, desk, sacha):
    code = code_in(send(client, email="ana@example.org"))
    contribution = Contribution.objects.get()
    do(desk, contribution, "prendre")
    do(desk, contribution, "demander", text="Dans quelle ville ?")
    assert "Dans quelle ville ?" in client.post("/contribuer/suivi/", {"code": code}).content.decode()
    client.post("/contribuer/suivi/", {"code": code, "geste": "repondre", "text": "À Nancy."})
    html = desk.get(address(contribution)).content.decode()
    assert "À Nancy." in html
    do(desk, contribution, "accepter", text="Merci !")
    assert [act.verb for act in contribution.acts.all()] == ["received", "taken", "asked", "answered", "accepted"]
    assert "Merci !" in client.post("/contribuer/suivi/", {"code": code}).content.decode()


def test_each_change_is_announced_by_mail_without_a_word_of_it(client, desk, django_capture_on_commit_callbacks):
    contribution = received(client, email="ana@example.org", text="Un secret")
    with django_capture_on_commit_callbacks(execute=True):
        do(desk, contribution, "demander", text="Une question secrète")
    with django_capture_on_commit_callbacks(execute=True):
        do(desk, contribution, "refuser", text="Une raison secrète")
    assert [message.to for message in mail.outbox] == [["ana@example.org"]] * 2
    said = "".join(f"{message.subject} {message.body}" for message in mail.outbox)
    assert "secr" not in said and "/contribuer/suivi/" in said


@pytest.mark.parametrize(
    ("gesture", "words"), [("refuser", {"text": " "}), ("demander", {"text": ""}), ("passer", {"to": ""})]
)
def test_a_gesture_without_its_words_is_not_done(client, desk, gesture, words):
    make_member("camille", MODERATION)
    contribution = received(client)
    assert do(desk, contribution, gesture, **words).status_code == 422
    assert Act.objects.count() == 1


def test_a_gesture_that_comes_too_late_says_so_and_makes_nothing(client, desk):
    contribution = received(client)
    do(desk, contribution, "accepter", text="")
    answer = desk.post(address(contribution), {"geste": "accepter"}, follow=True).content.decode()
    assert "Trop tard" in answer and ContentPage.objects.count() == 1


def test_what_was_taken_back_meanwhile_is_gone(client, sacha):
    contribution = received(client)
    Contribution.objects.all().delete()
    with pytest.raises(gestures.TooLate, match="retiré"):
        gestures.accept(contribution, sacha)
    assert not ContentPage.objects.exists()


def test_what_is_unwanted_comes_back_on_the_desk(client, desk):
    contribution = received(client)
    do(desk, contribution, "indesirable")
    assert Contribution.objects.get().state == "spam"
    do(desk, contribution, "remettre")
    assert Contribution.objects.get().state == "received"


def test_it_is_handed_over_to_another_moderator(client, desk):
    camille = make_member("camille", MODERATION)
    make_member("rédactrice")
    contribution = received(client)
    html = desk.get(address(contribution)).content.decode()
    assert f'<option value="{camille.pk}">' in html and "rédactrice" not in html
    do(desk, contribution, "passer", to=camille.pk)
    assert Contribution.objects.get().taken_by == camille


def test_what_looks_like_it_is_shown_before(client, desk):
    make_initiative("La maison commune", publish=False)
    make_resource("À lire", link="https://www.exemple.org/a-lire")
    assert "Cela ressemble" in desk.get(address(received(client, "initiative"))).content.decode()
    assert "À lire" in desk.get(address(received(client, "lien"))).content.decode()
    make_initiative("Un autre nom", place=make_place("Lyon"))
    assert (
        "Un autre nom" in desk.get(address(received(client, "initiative", title="Ici", place="lyon"))).content.decode()
    )
    assert "autre envoi" in desk.get(address(received(client, "lien"))).content.decode()
    assert "Cela ressemble" not in desk.get(address(received(client, "texte"))).content.decode()


def test_a_ready_answer_fills_the_words_of_its_gesture(client, desk):
    html = desk.get(f"{address(received(client))}?reponse=charte").content.decode()
    assert "notre charte" in html and html.count("<details") == 4 and html.count(" open>") == 1


def test_the_next_one_is_one_key_away(client, desk):
    first, second = received(client, text="Un"), received(client, text="Deux")
    third = received(client, text="Trois")
    for one, following in ((first, second), (second, third), (third, first)):
        assert f'href="{address(following)}" accesskey="n"' in desk.get(address(one)).content.decode()
    Contribution.objects.filter(pk=third.pk).update(taken_by=make_member("camille", MODERATION))
    assert do(desk, first, "refuser", text="Non.").url == address(second)
    assert do(desk, second, "refuser", text="Non.").url.rstrip("/") == DESK.rstrip("/")


def test_hostile_words_are_words(client, desk):
    html = desk.get(address(received(client, text="<script>alert(1)</script>"))).content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in desk.get(DESK).content.decode()
