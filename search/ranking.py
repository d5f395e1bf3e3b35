"""Contents in the order in which they answer to words."""

from django.db import connection

from core.models import ContentPage
from core.ordering import InOrder
from search.sqlite_index import ranked_keys

#: Beyond this many answers nobody reads on: the words want company.
MAX_RESULTS = 1000


def keys_holding(contents, words):
    """Keys (list of int) of those of `contents` (ContentQuerySet) that hold all the `words` (str), best first."""
    allowed = set(contents.values_list("pk", flat=True))
    if connection.vendor == "sqlite":
        answers = ranked_keys(words)
    else:
        found = ContentPage.objects.filter(pk__in=allowed).only("pk").search(words)[:MAX_RESULTS]
        answers = [content.pk for content in found]
    return [key for key in answers if key in allowed][:MAX_RESULTS]


def best_first(contents, words):
    """Those of `contents` (ContentQuerySet) that hold all the `words` (str), best answer first (InOrder)."""
    return InOrder(contents, keys_holding(contents, words))
