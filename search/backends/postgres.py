"""PostgreSQL's full-text index, in its « simple » configuration: the words come stemmed, and are not stemmed again."""

from django.db import connections, router
from django.db.models import Value
from modelsearch.backends.database.postgres import postgres as base
from wagtail.search.models import IndexEntry

from search.backends.expressions import TSQUERY
from search.backends.folding import TOGETHER
from search.backends.scored import ScoredBackend, ScoredCompiler, ScoredIndex, ScoredIndexer, ScoredResults

#: The vector of each set of columns: that of the body holds the title too.
_VECTORS = {("title", "body"): "body", ("title",): "title", ("autocomplete",): "autocomplete"}
#: Of words in the body, in a lesser field, in the summary, in the title: the letters D, C, B, A of boosts.
_WEIGHTS = "{0.1, 0.2, 0.4, 1.0}"
#: Ranks are divided by one and the logarithm of the length.
_LENGTH_COUNTS = 1
#: Of a word so common, texts tell nothing, and reading 20,000 of them takes a second: the title alone ranks.
MOST_RANKED = 1000
_ASKED = """
    WITH hits AS MATERIALIZED (
        SELECT content_type_id, object_id, title, {vector} AS vector
        FROM wagtailsearch_indexentry
        WHERE {vector} @@ to_tsquery('simple', %(expression)s)
    ), ranked AS (
        SELECT object_id, CASE WHEN (SELECT count(*) FROM hits) > %(most)s THEN title ELSE vector END AS vector
        FROM hits WHERE content_type_id = ANY(%(types)s) OFFSET 0
    )
    SELECT object_id,
        (ts_rank(%(weights)s, vector, to_tsquery('simple', %(expression)s), %(length)s) + 0.001)
        * CASE WHEN vector @@ to_tsquery('simple', %(together)s) THEN %(better)s ELSE 1 END
    FROM ranked
"""
#: PostgreSQL does not count that vectors are read from elsewhere (TOAST): of a word that many texts hold, it would
#: rather read 20,000 of them, in 200 ms, than ask their index, in 10. This is sent with the question and lasts no
#: longer, or until the end of the transaction that asks it.
_BY_THE_INDEX = "SET LOCAL enable_seqscan = off;"


class Compiler(ScoredCompiler, base.PostgresSearchQueryCompiler):
    pass


class BeginningsCompiler(ScoredCompiler, base.PostgresAutocompleteQueryCompiler):
    as_beginnings = True
    columns = ("autocomplete",)


class Results(ScoredResults, base.PostgresSearchResults):
    pass


class Vector(Value):
    """The vector of several texts, each with its weight (list of (str, letter)): SearchVector takes longer to write."""

    def as_sql(self, compiler, connection):
        if not self.value:
            return "''::tsvector", []
        vectors = ["setweight(to_tsvector('simple', %s), %s)"] * len(self.value)
        return " || ".join(vectors), [part for pair in self.value for part in pair]


class Indexer(ScoredIndexer, base.ObjectIndexer):
    @property
    def columns(self):
        parts = self.parts | {"body": self.parts["title"] + self.parts["body"]}
        return {name: Vector([(text, weight) for _field, weight, text in part if text]) for name, part in parts.items()}


class Index(ScoredIndex, base.PostgresIndex):
    pass


class SearchBackend(ScoredBackend, base.PostgresSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = BeginningsCompiler
    results_class = Results
    index_class = Index
    indexer_class = Indexer
    language = TSQUERY

    def __init__(self, params):
        super().__init__({**params, "SEARCH_CONFIG": "simple"})

    def ask(self, expression, columns, content_types, together=None):
        asked = _ASKED.format(vector=_VECTORS[columns])
        parameters = {"weights": _WEIGHTS, "length": _LENGTH_COUNTS, "most": MOST_RANKED}
        parameters |= {"expression": expression, "together": together, "better": TOGETHER}
        parameters["types"] = list(content_types)
        with connections[router.db_for_read(IndexEntry)].cursor() as cursor:
            cursor.execute(_BY_THE_INDEX + asked, parameters)
            return cursor.fetchall()
