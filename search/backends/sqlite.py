"""SQLite's full-text index, FTS5: ranked by BM25 in one pass, titles above the rest."""

from django.db import connections, router
from modelsearch.backends.database.sqlite import sqlite as base
from wagtail.search.models import IndexEntry

from search.backends.expressions import FTS5
from search.backends.folding import TOGETHER
from search.backends.scored import ScoredBackend, ScoredCompiler, ScoredIndex, ScoredIndexer, ScoredResults

#: In the order of the table's columns: autocomplete, body, title.
_ASKED = """
    WITH hits AS MATERIALIZED (
        SELECT rowid, bm25(wagtailsearch_indexentry_fts, 1.0, 1.0, 8.0) AS score
        FROM wagtailsearch_indexentry_fts WHERE wagtailsearch_indexentry_fts MATCH %s
    )
    SELECT entry.object_id, -hits.score
    FROM hits CROSS JOIN wagtailsearch_indexentry AS entry ON entry.id = hits.rowid
    WHERE entry.content_type_id IN ({types})
"""


class Compiler(ScoredCompiler, base.SQLiteSearchQueryCompiler):
    pass


class BeginningsCompiler(ScoredCompiler, base.SQLiteAutocompleteQueryCompiler):
    as_beginnings = True
    columns = ("autocomplete",)


class Results(ScoredResults, base.SQLiteSearchResults):
    pass


class Indexer(ScoredIndexer, base.ObjectIndexer):
    """As modelsearch's, with boosts, which FTS5 lacks: a field of the body that weighs more is there several times."""

    @property
    def columns(self):
        texts = {name: [text for _field, text in part] for name, part in self.parts.items()}
        texts["body"] = [text for field, text in self.parts["body"] for _time in range(round(field.boost or 1))]
        return {name: " ".join(column) for name, column in texts.items()}


class Index(ScoredIndex, base.SQLiteIndex):
    pass


class SearchBackend(ScoredBackend, base.SQLiteSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = BeginningsCompiler
    results_class = Results
    index_class = Index
    indexer_class = Indexer
    language = FTS5

    def ask(self, expression, columns, content_types, together=None):
        found = self._ask(expression, columns, content_types)
        if not (found and together):
            return found
        in_a_row = {key for key, _score in self._ask(together, columns, content_types)}
        return [(key, score * TOGETHER if key in in_a_row else score) for key, score in found]

    def _ask(self, expression, columns, content_types):
        question = f"{{{' '.join(columns)}}} : ({expression})"
        types = list(content_types)
        with connections[router.db_for_read(IndexEntry)].cursor() as cursor:
            cursor.execute(_ASKED.format(types=", ".join(["%s"] * len(types))), [question, *types])
            return cursor.fetchall()
