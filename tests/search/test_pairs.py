"""The pairs of tests/search/pairs.py hold: for the words, for `search()` on the database in use, and for excerpts."""

import pytest
from modelsearch.query import Phrase
from wagtail.search.backends import get_search_backend

from core.french import stems, terms, whole
from core.models import ContentPage
from search.excerpts import excerpt
from search.query import read_query
from tests.factories import make_article
from tests.search.pairs import PAIRS


def holds(text, typed):
    indexed = f" {stems(text)} "
    return all(any(f" {spelling} " in indexed for spelling in term) for term in terms(typed))


def test_there_are_enough_of_both_kinds():
    assert len(set(PAIRS)) >= 150
    assert sum(not found for _text, _typed, found in PAIRS) >= 40


@pytest.mark.parametrize(("text", "typed", "found"), PAIRS)
def test_words_are_the_same_or_not(text, typed, found):
    assert holds(text, typed) == found


@pytest.mark.django_db
def test_the_database_finds_what_it_should_and_nothing_else():
    page = make_article("Zzz", summary="Zzz", signature="")
    index = get_search_backend().get_index_for_model(ContentPage)
    wrong = []
    for text in dict.fromkeys(text for text, _typed, _found in PAIRS):
        page.summary = text
        index.add_items(type(page), [page])
        for typed, found in ((typed, found) for other, typed, found in PAIRS if other == text):
            if ContentPage.objects.search(typed).count() != found:
                wrong.append((text, typed, found))
            # Words that follow each other in the text, and those alone, are a phrase.
            is_phrase = f" {stems(typed)} " in f" {stems(text)} "
            if ContentPage.objects.search(Phrase(typed)).count() != is_phrase:
                wrong.append((text, typed, "phrase"))
    assert not wrong


@pytest.mark.parametrize(("text", "typed"), [(text, typed) for text, typed, found in PAIRS if found])
def test_what_is_found_is_marked_as_it_is_written(text, typed):
    shown = excerpt(whole(text), read_query(typed).units)
    assert "<mark>" in shown


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Les éducateur·trice·s en grève", "éducatrice", "Les <mark>éducateur·trice·s</mark> en grève"),
        ("L’accueil des SALARIÉ-E-S", "salariées", "L’accueil des <mark>SALARIÉ-E-S</mark>"),
        ("Une co-gestion", "cogestion", "Une <mark>co-gestion</mark>"),
        ("Le travail du social", '"travail social"', ""),
        ("Soin & <script>", "soins", "<mark>Soin</mark> &amp; &lt;script&gt;"),
        ("Un mot\nPuis un soin", "soin", "Puis un <mark>soin</mark>"),
        ("Du soin ici\nDe la lutte là", "soin lutte", "Du <mark>soin</mark> ici De la <mark>lutte</mark> là"),
    ],
)
def test_excerpts_are_of_the_text_as_written(text, typed, marked):
    assert excerpt(whole(text), read_query(typed).units) == marked
