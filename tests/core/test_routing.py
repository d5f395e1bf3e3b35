"""The short way to a page must open nothing that Wagtail's long way keeps shut."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from core.models import ContentPage
from members.groups import REDACTION
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article("Faire lien")


def restrict(page, restriction_type=PageViewRestriction.LOGIN, groups=()):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=restriction_type)
    restriction.groups.set(Group.objects.filter(name__in=groups))


def test_it_works(client, article):
    assert client.get(article.url).status_code == 200


def test_a_draft_is_not_found(client):
    assert client.get(make_article(publish=False).url).status_code == 404


def test_an_unpublished_page_is_not_found(client, article):
    article.unpublish()
    assert client.get(article.url).status_code == 404


@pytest.mark.parametrize(
    "address", ["/reflexions/rien/", "/rien/faire-lien/", "/faire-lien/", "/reflexions/faire-lien/x/"]
)
def test_a_wrong_address_is_not_found(client, article, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("private", ["page", "section", "site"])
def test_a_private_page_asks_who_one_is(client, article, private):
    page = {"page": article, "section": article.get_parent(), "site": article.get_parent().get_parent()}[private]
    restrict(page)
    response = client.get(article.url)
    assert response.status_code == 302
    assert "login" in response.url
    client.force_login(make_member("ana"))
    assert client.get(article.url).status_code == 200


def test_a_page_of_another_group_stays_shut(client, article):
    restrict(article, PageViewRestriction.GROUPS, ["Administration"])
    client.force_login(make_member("ana", REDACTION))
    assert client.get(article.url).status_code != 200


def test_a_private_page_elsewhere_changes_nothing(client, article):
    restrict(make_article("Autre"))
    assert client.get(article.url).status_code == 200


@pytest.mark.parametrize("private", ["page", "section"])
def test_private_pages_are_in_no_list(client, article, private):
    restrict(article if private == "page" else article.get_parent())
    assert not ContentPage.objects.published().exists()
    for address in ("/", "/reflexions/", "/recherche/?q=lien", "/recherche/", "/flux.xml", "/flux/reflexions.xml"):
        assert "Faire lien" not in client.get(address, follow=True).content.decode()


def test_public_pages_beside_a_private_one_are_in_lists(article):
    restrict(make_article("Autre"))
    assert [content.title for content in ContentPage.objects.published()] == ["Faire lien"]


def test_a_post_to_a_page_changes_nothing_and_breaks_nothing(client, article):
    assert client.post(article.url, {"x": "y"}).status_code in {200, 405}
