"""The orders that a list may be read in, the same on both databases."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from core.french import fold


@dataclass(frozen=True)
class Order:
    """One value of `?tri=`, its words, and how it arranges what a list holds into keys: what a Paginator takes."""

    name: str
    label: str
    arrange: Callable


def sorted_by(sort):
    """An `arrange` by what `sort` (ContentQuerySet → ContentQuerySet) does."""
    return lambda contents: sort(contents).values_list("pk", flat=True)


def in_order(contents, keys):
    """Those of `contents` (ContentQuerySet) that have these `keys` (iterable of int), in that order (list)."""
    found = contents.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def ordered_by(*expressions):
    """An `arrange` by the given order_by expressions; what is equal comes last published first."""
    return sorted_by(lambda contents: contents.order_by(*expressions, "-first_published_at", "-pk"))


def by_title(contents):
    """From A to Z as French reads it, « Été » before « Fête »: no collation does so on both databases."""
    titles = contents.order_by().values_list("pk", "title")
    return [key for key, _title in sorted(titles, key=lambda row: (fold(row[1]), row[0]))]


RECENT = Order("recent", _("Publication récente"), sorted_by(lambda contents: contents.recent()))
BY_TITLE = Order("titre", _("Titre, de A à Z"), by_title)
