"""The orders that a list may be read in, the same on both databases."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.french import fold


@dataclass(frozen=True)
class Order:
    """One value of `?tri=`, its words, and how it arranges a ContentQuerySet into what a Paginator takes."""

    name: str
    label: str
    arrange: Callable


class InOrder:
    """`contents` (ContentQuerySet) in the order of `keys`; each slice asks for its own rows only."""

    def __init__(self, contents, keys):
        self._contents = contents
        self.keys = keys

    def __len__(self):
        return len(self.keys)

    def __getitem__(self, wanted):
        keys = self.keys[wanted]
        found = self._contents.in_bulk(keys)
        return [found[key] for key in keys if key in found]


def keys_in_order(arranged):
    """The keys (list of int) of what an Order has arranged."""
    return arranged.keys if isinstance(arranged, InOrder) else list(arranged.values_list("pk", flat=True))


def ordered_by(*expressions):
    """An `arrange` by the given order_by expressions; what is equal comes last published first."""
    return lambda contents: contents.order_by(*expressions, "-first_published_at", "-pk")


def by_title(contents):
    """From A to Z as French reads it, « Été » before « Fête »: no collation does so on both databases."""
    titles = contents.order_by().values_list("pk", "title")
    return InOrder(contents, [key for key, _title in sorted(titles, key=lambda row: (fold(row[1]), row[0]))])


RECENT = Order("recent", _("Publication récente"), lambda contents: contents.recent())
BY_TITLE = Order("titre", _("Titre, de A à Z"), by_title)
