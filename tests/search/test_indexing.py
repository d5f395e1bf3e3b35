"""The index: nothing is lost for it, one page writes its own, and everything of the site is in it by its stems."""

import logging
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from modelsearch.index import get_indexed_models
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from core.indexing import FrenchIndexed
from core.models import ContentPage, SiteImage, Theme
from search.models import ContentText, Word
from tests.factories import make_article, make_image, make_theme

pytestmark = pytest.mark.django_db


def paragraphs(text):
    return [("text", f"<p>{text}</p>")]


def test_every_model_of_ours_that_is_searched_is_searched_in_french():
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == settings.BASE_DIR}
    models = [model for model in get_indexed_models() if model._meta.app_label in ours]
    assert SiteImage in models and ContentPage in models
    assert [model for model in models if not issubclass(model, FrenchIndexed)] == []


def test_images_and_themes_are_found_as_pages_are():
    image = make_image("Les travailleur·euses")
    theme = make_theme("Usager·ères", slug="usagers")
    assert list(SiteImage.objects.search("travailleuse")) == [image]
    assert list(get_search_backend().autocomplete("usagères", Theme)) == [theme]


def test_a_text_too_long_for_any_index_is_published_and_found(client):
    """1.2 MB of distinct words exceed what PostgreSQL indexes: stock, the page itself was lost (TRAPS 6)."""
    words = " ".join(f"mot{number:06}" for number in range(120_000))
    page = make_article("Un inventaire", body=paragraphs(words))
    assert page.live
    assert [found.title for found in client.get("/recherche/?q=inventaire").context["contents"]] == ["Un inventaire"]
    assert ContentPage.objects.search("mot000001").count() == 1


def test_what_cannot_be_indexed_is_published_all_the_same(monkeypatch, caplog):
    def refuse(*args):
        raise DatabaseError("string is too long for tsvector")

    index = type(get_search_backend().get_index_for_model(ContentPage))
    monkeypatch.setattr(index, "_write", refuse)
    with caplog.at_level(logging.ERROR):
        page = make_article("Un inventaire")
    assert Page.objects.get(pk=page.pk).live
    assert "could not be indexed" in caplog.text


def test_publishing_one_page_writes_one_entry():
    make_article("Autre")
    page = make_article("Un texte")
    before = dict(IndexEntry.objects.values_list("object_id", "body"))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        get_search_backend().add(page)
    written = [query["sql"] for query in queries if "UPDATE" in query["sql"] or "INSERT" in query["sql"]]
    assert len([sql for sql in written if "wagtailsearch_indexentry" in sql]) == 1
    assert dict(IndexEntry.objects.values_list("object_id", "body")) == before


def test_everything_can_be_indexed_again_with_a_bar(client):
    make_article("Les lanternistes")
    make_article("Un brouillon de xylophoniste", publish=False)
    IndexEntry.objects.all().delete()
    ContentText.objects.all().delete()
    Word.objects.update(times=99)
    said = StringIO()
    call_command("update_index", stdout=said)
    assert "█" * 30 in said.getvalue()
    assert client.get("/recherche/?q=lanterniste").context["contents"].paginator.count == 1
    assert Word.objects.get(plain="lanternistes").times == 1
    assert not Word.objects.filter(plain="xylophoniste").exists()


def test_a_word_counts_once_for_each_content_that_holds_it_however_often_it_is_saved():
    page = make_article("Les lanternistes", summary="Du soir")
    make_article("D’autres lanternistes")
    for title in ("Les lanternistes du soir", "Les lanternistes du matin", "Les lanternystes"):
        page.title = title
        page.save_revision().publish()
    assert Word.objects.get(plain="lanternistes").times == 1
    assert Word.objects.get(plain="lanternystes").times == 1
    page.unpublish()
    assert not Word.objects.filter(plain__in=["lanternystes", "matin"]).exists()


def test_a_deleted_page_leaves_nothing():
    page = make_article("Les lanternistes")
    page.delete()
    assert not Word.objects.exists()
    assert not ContentText.objects.exists()
    assert ContentPage.objects.search("lanternistes").count() == 0


def test_the_index_that_modelsearch_expects_is_there():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has FTS5")
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'search_title_body_gin'")
        assert "(title || body)" in cursor.fetchone()[0]
