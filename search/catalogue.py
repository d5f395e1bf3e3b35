"""The published contents as facets and orders know them, kept in memory until one of them changes.

Read again for each search, they took a third of its time, and most of a second for a word that 20,000 of them hold.
What is shown of a content is always asked of the database.
"""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from django.db import connection
from django.db.models import F

from core.french import fold
from core.models import ContentPage, Theme
from search.models import CatalogueVersion
from search.place_facet import PlaceTree

#: Seconds after which it is read again whatever happened: a script that writes in bulk tells nobody.
LONGEST_KEPT = 600


class Row(NamedTuple):
    """What facets and orders know of a content."""

    pk: int
    #: 0 for the last published.
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


class _Kept(NamedTuple):
    version: object
    until: float
    catalogue: Catalogue


_kept = None
_reading = Lock()


def current_catalogue():
    """The Catalogue as it is now. One query, three more when something changed.

    Inside a transaction it is read and not kept: what a transaction sees is its own.
    """
    global _kept  # noqa: PLW0603 -- one for the process
    if connection.in_atomic_block:
        return read_catalogue()
    version = CatalogueVersion.current()  # before reading: what changes meanwhile is read next time
    if not _is_current(version):
        with _reading:
            if not _is_current(version):
                _kept = _Kept(version, time.monotonic() + LONGEST_KEPT, read_catalogue())
    return _kept.catalogue


def _is_current(version):
    return _kept and _kept.version == version and time.monotonic() < _kept.until


def read_catalogue():
    """The Catalogue that the database says."""
    themes = {key: (slug, title) for key, slug, title in Theme.objects.values_list("pk", "slug", "title")}
    carried = defaultdict(tuple)
    for content, theme in ContentPage.themes.through.objects.values_list("contentpage_id", "theme_id"):
        if theme in themes:  # or it was made since: it is read next time
            carried[content] += (themes[theme][0],)
    contents = (
        ContentPage.objects.published()
        .order_by(F("first_published_at").desc(nulls_last=True), "-pk")
        .values_list("pk", "title", "content_type", "place", "first_year", "last_year")
    )
    rows = {pk: Row(pk, rank, *said, carried.get(pk, ())) for rank, (pk, *said) in enumerate(contents)}
    return Catalogue(rows, sorted(themes.values(), key=lambda theme: fold(theme[1])))
