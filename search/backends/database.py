"""The backend for the database in use, as WAGTAILSEARCH_BACKENDS names it."""

from django.db import connection

if connection.vendor == "postgresql":
    from search.backends.postgres import SearchBackend
else:
    from search.backends.sqlite import SearchBackend

__all__ = ["SearchBackend"]
