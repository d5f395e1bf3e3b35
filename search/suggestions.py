"""Suggestions as one types: themes, places and titles that begin as what is typed."""

from dataclasses import asdict, dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site
from wagtail.search.backends import get_search_backend

from core.french import plain_words, printable
from core.keys import Keys
from core.models import ContentPage, Place, Theme

SHORTEST = 2
LONGEST = 80
MOST_THEMES, MOST_PLACES, MOST_TITLES = 3, 3, 6


@dataclass(frozen=True)
class Suggestion:
    """What to read, what kind of thing it is, and where choosing it leads."""

    label: str
    kind: str
    address: str


def suggestions(text, request):
    """What begins as `text` (str) does (list of dict, as Suggestion): themes, then places, then contents."""
    text = printable(text)[:LONGEST].strip()
    words = plain_words(text)
    if len(text) < SHORTEST or not words:
        return []
    return [asdict(found) for found in [*_themes(words), *_places(text), *_titles(text, request)]]


def _themes(words):
    used = Theme.objects.filter(contents__in=ContentPage.objects.published().order_by().values("pk")).distinct()
    themes = [theme for theme in used if _begins(plain_words(theme.title), words)]
    return [Suggestion(theme.title, _("thème"), theme.get_absolute_url()) for theme in themes[:MOST_THEMES]]


def _begins(words, typed):
    """Whether each word typed is the beginning of one of `words`."""
    return all(any(word.startswith(beginning) for word in words) for beginning in typed)


def _places(text):
    used = ContentPage.objects.published().exclude(place=None).order_by().values("place")
    places = Place.objects.named_like(text).filter(pk__in=used)[:MOST_PLACES]
    return [Suggestion(str(place), _("lieu"), f"{reverse('search')}?lieu={place.code}") for place in places]


def _titles(text, request):
    scores = get_search_backend().autocomplete(text, ContentPage).scores
    site = Site.find_for_request(request)
    if not scores or not site:
        return []
    published = ContentPage.objects.published().filter(pk__in=Keys(scores)).order_by().values_list("pk", flat=True)
    best = sorted(published, key=lambda key: (-scores[key], -key))[:MOST_TITLES]
    contents = ContentPage.objects.defer("body").in_bulk(best)
    shown = [contents[key] for key in best if key in contents]
    return [Suggestion(content.title, str(_kind(content)), content.get_url(request)) for content in shown]


def _kind(content):
    return content.specific_class.section_label
