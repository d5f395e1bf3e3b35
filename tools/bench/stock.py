"""Wagtail's search as it comes: plain fields in its index, and none of the indexes that the site adds for its own."""

from django.apps import AppConfig

from core.indexing import FrenchIndexed


class StockSearch(AppConfig):
    name = "tools.bench"
    label = "bench"

    def ready(self):
        FrenchIndexed.get_search_fields = classmethod(_plain_fields)


def _plain_fields(cls):
    return super(FrenchIndexed, cls).get_search_fields()
