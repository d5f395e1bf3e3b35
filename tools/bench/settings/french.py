"""The same with PostgreSQL's French configuration."""

from tools.bench.settings.stock import *  # noqa: F403

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "french"}}
