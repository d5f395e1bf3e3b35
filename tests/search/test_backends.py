"""Wagtail's own search, everywhere in the site, reads French."""

import pytest
from modelsearch.query import And, Not, Phrase, PlainText
from wagtail.models import Page

from articles.models import ArticlePage
from core.models import ContentPage
from tests.factories import make_article, make_theme

pytestmark = pytest.mark.django_db


def titles(found):
    return [content.title for content in found]


def test_the_title_of_a_theme_is_not_that_of_its_contents():
    make_article("Les lanternistes", themes=[make_theme("Logement")])
    assert titles(ContentPage.objects.search("logement")) == ["Les lanternistes"]
    assert titles(ContentPage.objects.search("logement", fields=["title"])) == []
    assert titles(ContentPage.objects.search("lanterniste", fields=["title"])) == ["Les lanternistes"]


def test_contents_are_found_in_every_spelling():
    make_article("Appel des salarié·e·s")
    make_article("Autre chose")
    for typed in ("salariées", "salarié", "SALARIE-E-S", "salarié.e.s", "salaries"):
        assert titles(ContentPage.objects.search(typed)) == ["Appel des salarié·e·s"]
        assert titles(Page.objects.search(typed)) == ["Appel des salarié·e·s"]
        assert titles(ArticlePage.objects.live().search(typed)) == ["Appel des salarié·e·s"]
        assert titles(Page.objects.autocomplete(typed)) == ["Appel des salarié·e·s"]
    assert titles(Page.objects.autocomplete("sal")) == ["Appel des salarié·e·s"]
    assert ContentPage.objects.search("salaire").count() == 0
    assert titles(ContentPage.objects.search(Phrase("appel des salariés"))) == ["Appel des salarié·e·s"]
    assert not titles(ContentPage.objects.search(Phrase("salariés appel")))
    assert titles(ContentPage.objects.search(And([PlainText("chose"), Not(PlainText("salariés"))]))) == ["Autre chose"]


def test_a_title_weighs_more_than_a_summary_and_a_summary_more_than_a_text():
    filler = [("text", "<p>" + "Des mots sans rapport pour faire un texte. " * 20 + "</p>")]
    make_article("Un texte", summary="Rien.", body=[*filler, ("text", "<p>Le potager.</p>")])
    make_article("Un résumé", summary="Autour du potager.", body=filler)
    make_article("Le potager", summary="Rien.", body=filler)
    make_article("Sans", summary="Rien.", body=filler)
    assert titles(ContentPage.objects.search("potagers")) == ["Le potager", "Un résumé", "Un texte"]
