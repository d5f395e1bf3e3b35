"""What a publication puts in the index of the search."""

from contextlib import contextmanager
from unittest.mock import patch

from wagtail.search.backends import get_search_backend


@contextmanager
def counted_indexing():
    """A list that receives [model, key] for each object put in the index meanwhile."""
    calls = []
    index_class = get_search_backend().index_class
    add_items = index_class.add_items

    def counted(index, model, objects):
        calls.extend([model.__name__, found.pk] for found in objects)
        return add_items(index, model, objects)

    with patch.object(index_class, "add_items", counted):
        yield calls
