"""« À lire également »: what editors linked, completed by themes and place."""

import pytest

from core.models import RelatedContent
from tests.cards import titles_of
from tests.factories import make_article, make_initiative, make_place, make_resource, make_theme

pytestmark = pytest.mark.django_db


def test_further_reading_is_chosen_by_editors_then_completed(client):
    lodging, childhood = make_theme("Logement"), make_theme("Enfance")
    page = make_article("Page", themes=[lodging, childhood], place=make_place("Nancy"))
    near = make_article("Deux thèmes", themes=[lodging, childhood])
    make_article("Un thème", themes=[lodging])
    make_resource("Même lieu", place=page.place)
    make_article("Sans rapport")
    chosen = make_initiative("Choisie")
    RelatedContent.objects.create(page_id=page.pk, content_id=chosen.pk)
    shown = titles_of(client.get(page.url).context["related"])
    assert shown == ["Choisie", near.title, "Un thème"]
    assert "À lire également" in client.get(chosen.url).content.decode()


def test_chosen_readings_are_enough_when_there_are_three(client):
    page = make_article("Page", themes=[make_theme("Logement")])
    make_article("Même thème", themes=[make_theme("Logement")])
    for number in range(4):
        RelatedContent.objects.create(
            page_id=page.pk, content_id=make_article(f"Choisi {number}").pk, sort_order=number
        )
    shown = titles_of(client.get(page.url).context["related"])
    assert shown == [f"Choisi {number}" for number in range(4)]
