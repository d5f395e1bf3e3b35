"""Two requests create the same page at once, as a click does while the editor saves by itself."""

import pytest
from django.urls import reverse
from wagtail.admin.views.pages.create import CreateView

from articles.models import ArticleIndexPage, ArticlePage
from tests.factories import make_article, make_member
from tests.members.test_permissions import article_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def create_too_late(client, monkeypatch):
    """A function that posts a new article, whose slug another request takes once the form has found it free."""
    create = CreateView.save_action
    form = article_form(title="Tapé deux fois", summary="Ce que j’ai écrit.")

    def after_another(view):
        make_article("La première", slug=form["slug"], publish=False)
        return create(view)

    def post(**headers):
        monkeypatch.setattr(CreateView, "save_action", after_another)
        client.force_login(make_member("ana"))
        address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", ArticleIndexPage.objects.get().pk])
        return client.post(address, form, headers=headers)

    return post


def test_who_comes_second_gets_the_form_back_as_it_was_typed(create_too_late):
    response = create_too_late()
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors
    assert "Ce que j’ai écrit." in response.content.decode()
    assert ArticlePage.objects.get().title == "La première"


def test_autosave_that_comes_second_is_told_so(create_too_late):
    response = create_too_late(accept="application/json")
    assert (response.status_code, response.json()["error_code"]) == (400, "validation_error")
    assert ArticlePage.objects.get().title == "La première"
