"""The words of SQLite's full-text index (FTS5), asked once.

modelsearch 1.3.2 orders its answers by a subquery that runs the whole match again for each row: 2.6 s for a word
of 3,000 pages, where one pass takes 11 ms.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.search.models import IndexEntry

from search.sections import content_types

#: SQLite takes 32,766 values in one statement.
MOST_HITS = 30_000
#: A word of the title is worth six of the text. In the order of the columns: autocomplete, body, title.
MATCH = """
    SELECT rowid FROM wagtailsearch_indexentry_fts
    WHERE wagtailsearch_indexentry_fts MATCH %s
    ORDER BY bm25(wagtailsearch_indexentry_fts, 0.0, 1.0, 6.0), rowid DESC LIMIT %s
"""


def ranked_keys(words):
    """Keys (list of int) of the contents that hold all the `words` (str, letters and figures only), best first."""
    query = "{title body} : (" + " AND ".join(f'"{word}"' for word in words.split()) + ")"
    with connection.cursor() as cursor:
        cursor.execute(MATCH, [query, MOST_HITS])
        hits = [rowid for (rowid,) in cursor.fetchall()]
    types = ContentType.objects.get_for_models(*content_types()).values()
    entries = dict(IndexEntry.objects.filter(pk__in=hits, content_type__in=types).values_list("pk", "object_id"))
    return [int(entries[hit]) for hit in hits if hit in entries]
