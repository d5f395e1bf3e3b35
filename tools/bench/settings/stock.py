"""Wagtail's own backend, as a new project has it."""

from tools.bench.settings.ours import *  # noqa: F403

INSTALLED_APPS = ["tools.bench.stock.StockSearch", *INSTALLED_APPS]  # noqa: F405
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
