"""Contents in the order in which they answer to words."""

from core.models import ContentPage

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
    answers = [content.pk for content in ContentPage.objects.live().search(words)[:MAX_RESULTS]]
    allowed = set(contents.filter(pk__in=answers).values_list("pk", flat=True))
    return RankedContents(contents, [key for key in answers if key in allowed])
