"""SQLite's full-text index, FTS5: ranked by BM25 in one pass, titles above the rest."""

from django.db import connections, router
from modelsearch.backends.database.sqlite import sqlite as base
from wagtail.search.models import IndexEntry

from search.backends.expressions import FTS5
from search.backends.scored import KeepsTexts, ScoredBackend, ScoredCompiler, ScoredResults

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


class Indexer(base.ObjectIndexer):
    """As modelsearch's, with boosts, which FTS5 lacks: a field of the body that weighs more is there several times."""

    def __init__(self, obj, backend):
        super().__init__(obj, backend)
        self._prepared = [found for field in self.search_fields for found in self.prepare_field(obj, field)]

    @property
    def columns(self):
        """The text of each column of the index (dict)."""
        titles, bodies, beginnings = [], [], []
        for field, value in self._prepared:
            if isinstance(field, base.AutocompleteField):
                beginnings.append(value)
            elif field.field_name == "title" and field in self.search_fields:
                titles.append(value)
            else:
                bodies += [value] * round(field.boost or 1)
        return {"title": " ".join(titles), "body": " ".join(bodies), "autocomplete": " ".join(beginnings)}


class IndexInOneStatement(base.SQLiteIndex):
    def add_items(self, model, objs):
        content_type = base.get_content_type_pk(model)
        entries = [
            IndexEntry(content_type_id=content_type, object_id=str(obj.pk), **Indexer(obj, self.backend).columns)
            for obj in objs
        ]
        self.entries.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "body", "autocomplete"],
        )


class Index(KeepsTexts, IndexInOneStatement):
    pass


class SearchBackend(ScoredBackend, base.SQLiteSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = BeginningsCompiler
    results_class = Results
    index_class = Index
    language = FTS5

    def ask(self, expression, columns, content_types):
        question = f"{{{' '.join(columns)}}} : ({expression})"
        types = list(content_types)
        with connections[router.db_for_read(IndexEntry)].cursor() as cursor:
            cursor.execute(_ASKED.format(types=", ".join(["%s"] * len(types))), [question, *types])
            return cursor.fetchall()
