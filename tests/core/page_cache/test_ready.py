"""Cards and neighbours that a page leaves ready for the next: nothing asked twice, nothing shown that has changed."""

import pytest
import time_machine
from django.utils import timezone

from core import cards
from core.models import RelatedContent, neighbours
from core.page_cache.changes import tell
from core.templatetags import nebuleuses
from tests.cards import titles_of
from tests.factories import make_article, make_image, make_place, make_theme

#: Contents whose pages show each other.
TITLES = ["Premier", "Second", "Tiers", "Dernier"]


@pytest.fixture
def articles(reader):
    """Four contents of one theme and one place, the first published last."""
    common = {"themes": [make_theme("Logement")], "place": make_place("Nancy"), "image": make_image()}
    made = []
    for title in reversed(TITLES):
        with time_machine.travel(timezone.now()):
            made.append(make_article(title, **common))
    return made[::-1]


def titles(reader, address):
    return titles_of([reader.text(address)])


def test_a_card_is_read_once_for_all_lists_of_several_kinds(reader, articles):
    theme = articles[0].themes.get().get_absolute_url()
    apart, together = f"{theme}?annee={timezone.localdate().year}", "/recherche/"
    before = reader.queries(together)
    tell()
    assert titles(reader, apart) == TITLES
    # Two queries for cards: contents, renditions.
    assert before - reader.queries(together) >= 2
    assert titles(reader, together) == TITLES


def test_a_card_looks_as_its_list_wants(reader, articles):
    """Titles of lists are of the second level, those of « À lire également » of the third."""
    assert '<h2 class="card-title">' in reader.text("/reflexions/")
    page = reader.text(articles[0].url)
    assert '<h3 class="card-title">' in page
    assert '<h2 class="card-title">' not in page


def test_a_card_follows_its_content(reader, articles):
    assert titles(reader, articles[0].url) == TITLES[1:]
    articles[1].title = "Autrement dit"
    articles[1].save_revision().publish()
    articles[2].unpublish()
    tell()
    assert titles(reader, articles[0].url) == ["Autrement dit", "Dernier"]
    assert titles(reader, "/reflexions/") == ["Premier", "Autrement dit", "Dernier"]


def test_what_is_near_is_asked_once_for_those_that_share_it(reader, articles):
    assert titles(reader, articles[0].url) == TITLES[1:]
    assert titles(reader, articles[1].url) == ["Premier", "Tiers", "Dernier"]
    # The page, with its themes; its picture, which others had made.
    assert reader.queries(articles[2].url) == 2


def test_a_link_is_seen_from_both_sides_when_neighbours_are_known(reader, articles):
    elsewhere = make_article("Ailleurs")
    RelatedContent.objects.create(page_id=articles[1].pk, content_id=elsewhere.pk)
    assert titles(reader, articles[0].url) == TITLES[1:]
    assert titles(reader, articles[1].url) == ["Ailleurs", "Premier", "Tiers"]
    assert titles(reader, elsewhere.url) == ["Second"]


def test_where_there_is_no_room_pages_are_whole_all_the_same(reader, articles, monkeypatch):
    monkeypatch.setattr(cards, "MOST_KEPT", 2)
    monkeypatch.setattr(neighbours, "MOST_KEPT", 5)
    for _time in range(2):
        assert titles(reader, "/reflexions/?tri=recent") == TITLES
        assert titles(reader, articles[0].url) == TITLES[1:]


def test_a_picture_that_could_not_be_made_is_tried_again_by_the_next(reader, articles, monkeypatch):
    """A disk that is full for a minute."""
    with monkeypatch.context() as patched:
        patched.setattr(nebuleuses, "illustrate", lambda *args, **kwargs: "")
        assert "<picture" not in reader.text("/reflexions/")
    assert reader.text("/reflexions/?tri=titre").count("<picture") == 4


def test_themes_are_read_with_their_page_whatever_was_pasted_in_their_names(reader):
    pasted = make_theme("Accueil\x1f\x1einconditionnel", slug="accueil")
    page = make_article("Une page", themes=[make_theme("Zone"), pasted, make_theme("École", slug="ecole")])
    text = reader.text(page.url)
    shown = [text.index(f">{title}") for title in ("Accueil", "École", "Zone")]
    assert shown == sorted(shown)
