"""The published contents as facets and orders know them, kept in memory until one of them changes.

Read again for each search, they took a third of its time, and most of a second for a word that 20,000 of them hold.
What is shown of a content is always asked of the database.
"""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from threading import Lock
from typing import NamedTuple

from django.db import connection

from core.french import fold
from core.models import ContentPage, Theme
from search.models import CatalogueVersion
from search.place_facet import PlaceTree

#: Seconds after which it is read again whatever happened: a script that writes in bulk tells nobody.
LONGEST_KEPT = 3600


class Row(NamedTuple):
    """What facets and orders know of a content."""

    pk: int
    #: The least of the last published.
    rank: int
    title: str
    content_type: int
    place: int | None
    first_year: int | None
    last_year: int | None
    #: The slugs of its themes.
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """`rows` (dict: key → Row, last published first), the `themes` of the site (list of (slug, title), from A to Z)."""

    rows: dict[int, Row]
    themes: list[tuple[str, str]]

    @cached_property
    def places(self):
        """The places of the contents (search.place_facet.PlaceTree), read when somebody asks. Two queries."""
        return PlaceTree.of({row.place for row in self.rows.values() if row.place})

    def among(self, keys):
        """Those of `rows` (list) that have one of `keys` (collection of int, as a set or a dict)."""
        if len(keys) < len(self.rows) // 4:
            return [self.rows[key] for key in keys if key in self.rows]
        return [row for key, row in self.rows.items() if key in keys]

    def renewed(self, keys):
        """The Catalogue as it is now, if contents of these `keys` (set of int) alone changed. Three queries."""
        others = {key: row for key, row in self.rows.items() if key not in keys}
        return _read(keys, others)


class _Kept(NamedTuple):
    version: object
    until: float
    catalogue: Catalogue


_kept = None
_reading = Lock()


def current_catalogue():
    """The Catalogue as it is now. One query, four more when something changed.

    Inside a transaction it is read and not kept: what a transaction sees is its own.
    """
    if connection.in_atomic_block:
        return read_catalogue()
    version = CatalogueVersion.current()
    if not _is_current(version):
        with _reading:
            if not _is_current(version):
                _read_again()
    return _kept.catalogue


def _is_current(version):
    return _kept and _kept.version == version and time.monotonic() < _kept.until


def _read_again():
    global _kept  # noqa: PLW0603 -- one for the process
    is_old = _kept is None or time.monotonic() >= _kept.until
    # Before reading: what changes meanwhile is read next time.
    version, keys = CatalogueVersion.since(None if is_old else _kept.version)
    if is_old or keys is None:
        _kept = _Kept(version, time.monotonic() + LONGEST_KEPT, read_catalogue())
    else:
        _kept = _Kept(version, _kept.until, _kept.catalogue.renewed(keys))


def read_catalogue():
    """The Catalogue that the database says."""
    return _read(None, {})


def _read(keys, others):
    """The Catalogue of `others` (dict: key → Row) and of what the database says of these `keys` (set; None for all)."""
    themes = {key: (slug, title) for key, slug, title in Theme.objects.values_list("pk", "slug", "title")}
    carried = defaultdict(tuple)
    links, contents = ContentPage.themes.through.objects.all(), ContentPage.objects.published().order_by()
    if keys is not None:
        links, contents = links.filter(contentpage_id__in=keys), contents.filter(pk__in=keys)
    for content, theme in links.values_list("contentpage_id", "theme_id"):
        if theme in themes:  # or it was made since: it is read next time
            carried[content] += (themes[theme][0],)
    asked = ("pk", "first_published_at", "title", "content_type", "place", "first_year", "last_year")
    read = [
        Row(pk, _rank(published, pk), *said, carried.get(pk, ()))
        for pk, published, *said in contents.values_list(*asked)
    ]
    by_rank = sorted([*others.values(), *read], key=attrgetter("rank"))
    return Catalogue({row.pk: row for row in by_rank}, sorted(themes.values(), key=lambda theme: fold(theme[1])))


def _rank(published, key):
    """A number (int), the least for what was `published` (datetime, or None) last; of the same moment, the last key."""
    moment = int(published.timestamp() * 1_000_000) if published else 0
    return -((moment << 40) + key)
