"""Contents in the order in which they answer to words."""

from django.db import connection

from core.models import ContentPage
from search.sqlite_index import ranked_keys

#: Beyond this many answers nobody reads on: the words want company.
MAX_RESULTS = 1000


class RankedContents:
    """A slice of `contents` for each page of results, in the order of `keys`: what a Paginator needs."""

    def __init__(self, contents, keys):
        self._contents = contents
        self._keys = keys

    def __len__(self):
        return len(self._keys)

    def __getitem__(self, wanted):
        keys = self._keys[wanted]
        found = self._contents.in_bulk(keys)
        return [found[key] for key in keys if key in found]


def best_first(contents, words):
    """Those of `contents` (ContentQuerySet) that hold all the `words` (str), best answer first (RankedContents)."""
    allowed = set(contents.values_list("pk", flat=True))
    if connection.vendor == "sqlite":
        answers = ranked_keys(words)
    else:
        found = ContentPage.objects.filter(pk__in=allowed).only("pk").search(words)[:MAX_RESULTS]
        answers = [content.pk for content in found]
    return RankedContents(contents, [key for key in answers if key in allowed][:MAX_RESULTS])
