"""What a hurried moderator cannot break: sections stay, and so does what pages use."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from agenda.models import AgendaPage
from core.models import Place
from home.models import HomePage
from members.groups import MODERATION
from tests.factories import make_article, make_member, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def moderator(client):
    make_article()
    member = make_member("modo", MODERATION)
    client.force_login(member)
    return member


@pytest.mark.parametrize("model", [AgendaPage, HomePage])
def test_a_section_is_not_deleted(client, model):
    page = model.objects.get()
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}")
    assert Page.objects.filter(pk=page.pk).exists()


def test_a_place_that_a_page_names_is_not_deleted(client):
    place = make_place("Hameau")
    page = make_article("Un texte", place=place)
    client.post(reverse("wagtailsnippets_core_place:delete", args=[place.pk]))
    assert Place.objects.filter(pk=place.pk).exists()
    page.place = None
    page.save_revision().publish()
    client.post(reverse("wagtailsnippets_core_place:delete", args=[place.pk]))
    assert not Place.objects.filter(pk=place.pk).exists()


def test_a_draft_survives_the_loss_of_its_place(client):
    place = make_place("Hameau")
    page = make_article("Un brouillon", publish=False)
    draft = page.get_latest_revision_as_object()
    draft.place = place
    draft.save_revision()
    place.delete()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_place_is_not_typed_twice():
    make_place("Saint-Étienne", department="Loire")
    twin = Place(name="st etienne", code="autre", country="fr", department="Loire", latitude=45, longitude=4)
    with pytest.raises(Exception, match="existe déjà"):
        twin.full_clean()


def test_an_account_is_shown_to_its_member_alone(client):
    assert client.get("/admin/account/").status_code == 200
    client.logout()
    assert client.get("/admin/account/")["Location"].startswith("/admin/login/")
