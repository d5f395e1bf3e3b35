"""On either database, the search finds exactly what the words say: the same set as counting by hand."""

import random

import pytest
from modelsearch.query import Phrase

from core.french import stems
from core.models import ContentPage
from tests.factories import make_article
from tests.search.pairs import PAIRS
from tests.search.test_pairs import holds

pytestmark = pytest.mark.django_db

NUMBER = 40
QUERIES = 300


def test_what_is_found_is_what_holds_the_words():
    chance = random.Random(2026)  # noqa: S311 -- the same texts each time
    texts = sorted({text for text, _typed, _found in PAIRS})
    typed = sorted({typed for _text, typed, _found in PAIRS})
    contents = {}
    for _again in range(NUMBER):
        text = "\n".join(chance.sample(texts, 15))
        contents[
            make_article("Zzz", summary=text[:320], body=[("quotation", {"quotation": text})], signature="").pk
        ] = text
    wrong = []
    for _again in range(QUERIES):
        words = " ".join(chance.sample(typed, chance.choice([1, 1, 2, 3])))
        expected = {key for key, text in contents.items() if holds(f"Zzz {text}", words)}
        if set(ContentPage.objects.search(words).get_queryset().values_list("pk", flat=True)) != expected:
            wrong.append(words)
    for words in chance.sample(typed, 60):
        in_a_row = f" {stems(words)} "
        expected = {key for key, text in contents.items() if in_a_row in f" {stems(text)} "}
        found = {content.pk for content in ContentPage.objects.search(Phrase(words))}
        if not found >= expected:
            wrong.append(f"« {words} »")
    assert not wrong
