"""The gestures of the review from the editor: they save nothing, and say what they did."""

import json

import pytest
from django.urls import reverse

from core.models import People
from members.models import Agreement, ConsentState
from tests.factories import make_article, make_image, make_member
from tests.members.test_permissions import article_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make_member("ana")


@pytest.fixture
def brahim(client):
    member = make_member("brahim")
    client.force_login(member)
    return member


@pytest.fixture
def article(ana):
    page = make_article("Faire lien", publish=False, owner=ana)
    page.get_workflow().start(page, ana)
    return page


def gesture(client, page, action, form=None, **data):
    """Posts the whole editor with a gesture of the review, as its buttons do; what the next screen says (str)."""
    fields = form or article_form(slug=page.slug, summary="Le texte d’avant.")
    fields |= {"action-workflow-action": "true", "workflow-action-name": action}
    fields["workflow-action-extra-data"] = json.dumps(data)
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def latest(page):
    return page.__class__.objects.get(pk=page.pk).get_latest_revision_as_object()


def state():
    return ConsentState.objects.get()


def test_it_counts_and_leaves_the_draft_as_it_is(client, article, brahim):
    assert "C’est noté." in gesture(client, article, f"agree-{state().text_digest}")
    assert Agreement.objects.get().member == brahim
    assert latest(article).summary == "Deux phrases sur « Faire lien »."
    assert "1 accord sur 2" in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()


def test_a_stale_screen_neither_agrees_nor_overwrites_the_newer_text(client, article, ana, brahim):
    read = state().text_digest
    page = latest(article)
    page.summary = "Ce qu’Ana vient d’écrire."
    page.save_revision(user=ana)
    assert "Rien n’a été compté" in gesture(client, article, f"agree-{read}")
    assert latest(article).summary == "Ce qu’Ana vient d’écrire."
    assert not Agreement.objects.exists()


def test_a_review_that_has_ended_meanwhile_is_said_to_have(client, article, ana, brahim):
    read = state().text_digest
    article.__class__.objects.get(pk=article.pk).current_workflow_state.cancel(user=ana)
    assert "est finie" in gesture(client, article, f"agree-{read}")


@pytest.mark.parametrize("data", [{}, {"comment": " "}])
def test_an_objection_without_a_reason_is_not_taken(client, article, brahim, data):
    assert "Rien n’a été compté" in gesture(client, article, "object", **data)
    assert state().status == ConsentState.STATUS_IN_PROGRESS


def test_what_an_incomplete_draft_lacks_is_said(client, article, ana, brahim):
    page = latest(article)
    page.signature = ""
    page.save_revision(user=ana)
    said = gesture(client, article, f"agree-{state().text_digest}")
    assert "Rien n’a été compté" in said
    assert "Écrivez la signature" in said


NOT_ASKED = "n’ont pas été interrogées"


@pytest.mark.parametrize("people", ["", *People])
@pytest.mark.parametrize("is_in_text", [False, True], ids=["its image", "an image of its text"])
def test_who_reviews_is_told_that_people_were_not_asked(client, article, ana, brahim, people, is_in_text):
    image, page = make_image("Assemblée", people=people, description="Une salle."), latest(article)
    if is_in_text:
        page.body = [("picture", {"image": image, "alternative": "Une salle."})]
    else:
        page.image = image
    page.save_revision(user=ana)
    said = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert (NOT_ASKED in said and "(Assemblée)" in said) == (people == People.NOT_ASKED)


def test_who_submits_is_told_that_people_were_not_asked(client, brahim):
    image = make_image("Assemblée", people=People.NOT_ASKED, description="Une salle.")
    page = make_article("À relire", publish=False, owner=brahim)
    fields = article_form(slug=page.slug, image=image.pk) | {"action-submit": "1"}
    said = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True).content.decode()
    assert ConsentState.objects.exists() and said.count(NOT_ASKED) == 1


def test_who_only_saves_is_not_told(client, brahim):
    image = make_image("Assemblée", people=People.NOT_ASKED, description="Une salle.")
    page = make_article("Encore au travail", publish=False, owner=brahim, image=image)
    fields = article_form(slug=page.slug, image=image.pk)
    said = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True).content.decode()
    assert NOT_ASKED not in said
