"""Opening a site, and opening it again."""

import pytest
from wagtail.models import Page, Site

from core.models import ContentPage
from home.models import HomePage, StandardPage
from home.sections import SECTIONS, SIMPLE_PAGES, open_site
from tests.factories import make_article

pytestmark = pytest.mark.usefixtures("bare_site")


def test_it_works():
    home = open_site("nebuleuses.example.org", 443)
    assert [type(page.specific) for page in home.get_children()[:5]] == [model for model, *_rest in SECTIONS]
    assert StandardPage.objects.count() == len(SIMPLE_PAGES)
    assert Site.objects.get().root_url == "https://nebuleuses.example.org"
    assert all(page.live for page in Page.objects.filter(depth__gt=1))


def test_a_second_time_changes_nothing():
    open_site("testserver")
    make_article("Un texte")
    home = HomePage.objects.get()
    home.title = "Notre maison"
    home.save()
    before = list(Page.objects.order_by("pk").values())
    open_site("testserver")
    assert list(Page.objects.order_by("pk").values()) == before


def test_a_site_that_moves_says_its_new_address():
    open_site("127.0.0.1", 8000)
    make_article("Un texte")
    open_site("127.0.0.1", 8080)
    assert ContentPage.objects.get().get_full_url().startswith("http://127.0.0.1:8080/")


def test_a_simple_page_that_was_deleted_does_not_come_back():
    open_site("testserver")
    StandardPage.objects.get(slug="charte").delete()
    open_site("testserver")
    assert not StandardPage.objects.filter(slug="charte").exists()
