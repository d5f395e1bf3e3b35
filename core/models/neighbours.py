"""« À lire également »: what editors linked, then what is most alike among what was written last."""

from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from math import inf
from typing import NamedTuple

from django.db.models import F, IntegerField, Value

from core.prepared import Prepared

from .content_queryset import THEMES_APART
from .related import RelatedContent

#: Contents looked at for likeness: so many of each theme and of the place, however many there are.
LOOKED_AT = 200
#: Queries that are kept ready, one for so many themes, with a place or without.
MOST_READY = 10
#: Contents of themes and places that are kept: about seven megabytes.
MOST_KEPT = 40_000
#: Contents to read: links are completed up to the first number, and cut at the second.
SHOWN, MOST_SHOWN = 3, 12
#: Where what is linked comes in what is asked; groups that are not kept come after.
_NAMED, _NAMING, _GROUPS = 0, 1, 2


class Neighbour(NamedTuple):
    """What is compared of a content: when it was published (POSIX), where it is, the titles of its themes."""

    key: int
    published_at: float
    place: int | None
    themes: frozenset


class Neighbours:
    """What is near each content. The last written of a theme or a place are kept once asked, for readers to share."""

    def __init__(self):
        self._kept, self._number = {}, 0

    def of(self, page, themes, apart=()):
        """The keys (list of int) of what to read after `page` (ContentPage), which has those `themes` (list of Theme).

        Those that `page` names come in its order, then those that name it, then, where they are few, the others by
        number of themes in common, by place, by date, but for those set `apart` (keys, or None). All are published. One
        query; none where the others are kept and `page` knows that it has no link (`may_have_links`).
        """
        groups = [("theme", theme.pk) for theme in themes]
        groups += [("place", page.place_id)] if page.place_id else []
        last = {group: self._kept.get(group) for group in groups}
        missing = [group for group, others in last.items() if others is None]
        links = []
        if missing or getattr(page, "may_have_links", True):
            links, found = _asked(page, missing)
            self._keep(found)
            last |= found
        titles = {theme.title for theme in themes}

        def distance(other):
            is_elsewhere = page.place_id is None or other.place != page.place_id
            return -len(other.themes & titles), is_elsewhere, -other.published_at, -other.key

        linked = {other.key: other for _rank, other in sorted(links, key=lambda link: (link[0], distance(link[1])))}
        others = {other.key: other for other in chain.from_iterable(last.values())}
        for key in {page.pk, *linked, *apart}:
            others.pop(key, None)
        linked.pop(page.pk, None)
        nearest = nsmallest(max(0, SHOWN - len(linked)), others.values(), key=distance)
        return [*linked, *(other.key for other in nearest)][:MOST_SHOWN]

    def _keep(self, found):
        number = sum(map(len, found.values()))
        if self._number + number > MOST_KEPT:
            self._kept, self._number = {}, 0
        self._kept |= found
        self._number += number


def _asked(page, groups):
    """What is linked with `page` (list of (rank, Neighbour)), and the last written of `groups` (dict). One query."""
    links, found = [], {group: [] for group in groups}
    asked = _query(tuple(kind for kind, _key in groups))
    for number, position, key, at, place, titles in asked(page.pk, *(key for _kind, key in groups)):
        other = Neighbour(key, at.timestamp() if at else 0, place, _titles(titles))
        if number < _GROUPS:
            links.append(((number, inf if position is None else position), other))
        else:
            found[groups[number - _GROUPS]].append(other)
    return links, found


@lru_cache(maxsize=MOST_READY)
def _query(kinds):
    """What `_asked` asks (Prepared) of the key of a page, and those of groups of these `kinds` (tuple of str)."""
    return Prepared(lambda page, *keys: _rows(page, zip(kinds, keys, strict=True)), *[int] * (1 + len(kinds)))


def _rows(page, groups):
    """What is linked with the `page` (int), and the last written of `groups` (iterable of pairs) (QuerySet)."""
    contents = RelatedContent._meta.get_field("content").related_model.objects.order_by()
    carried = contents.model.themes.through.objects.order_by()
    named = contents.filter(related_from__page_id=page)
    arms = [
        _arm(_NAMED, named, F("related_from__sort_order")),
        _arm(_NAMING, contents.filter(related_contents__content_id=page)),
    ]
    for number, (kind, key) in enumerate(groups, _GROUPS):
        if kind == "theme":
            last = carried.filter(theme=key).order_by("-pk").values("pk")[:LOOKED_AT]
            last = carried.filter(pk__in=last).values("contentpage_id")
        else:
            last = contents.filter(place_id=key).order_by("-pk").values("pk")[:LOOKED_AT]
        arms.append(_arm(number, contents.filter(pk__in=last)))
    return arms[0].union(*arms[1:], all=True)


@lru_cache(maxsize=1_000)
def _titles(said):
    """One set (frozenset of str) for all that have the same themes."""
    return frozenset(said.split(THEMES_APART)) if said else frozenset()


def _arm(number, contents, position=None):
    shown = ("pk", "first_published_at", "place_id", "theme_titles")
    position = position or Value(0, IntegerField())
    return contents.published().with_theme_titles().values_list(Value(number, IntegerField()), position, *shown)
