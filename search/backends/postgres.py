"""PostgreSQL's full-text index, in its « simple » configuration: the words come stemmed, and are not stemmed again."""

from django.db import connections, router
from modelsearch.backends.database.postgres import postgres as base
from wagtail.search.models import IndexEntry

from search.backends.expressions import TSQUERY
from search.backends.scored import KeepsTexts, ScoredBackend, ScoredCompiler, ScoredResults

#: The vector of each set of columns. « title || body » is what search/migrations indexes (GIN), written the same.
_VECTORS = {("title", "body"): "(title || body)", ("title",): "title", ("autocomplete",): "autocomplete"}
#: Of words in the body, in a lesser field, in the summary, in the title: the letters D, C, B, A of boosts.
_WEIGHTS = "{0.1, 0.2, 0.4, 1.0}"
#: Ranks are divided by one and the logarithm of the length.
_LENGTH_COUNTS = 1
#: Of a word so common, texts tell nothing, and reading 20,000 of them takes a second: the title alone ranks.
MOST_RANKED = 2000
_ASKED = """
    WITH hits AS MATERIALIZED (
        SELECT object_id, title, body, autocomplete, query
        FROM wagtailsearch_indexentry, to_tsquery('simple', %(expression)s) AS query
        WHERE {vector} @@ query AND content_type_id = ANY(%(types)s)
    )
    SELECT object_id, CASE
        WHEN (SELECT count(*) FROM hits) > %(most)s THEN ts_rank(%(weights)s, title, query, %(length)s) + 0.001
        ELSE ts_rank(%(weights)s, {vector}, query, %(length)s)
    END
    FROM hits
"""


class Compiler(ScoredCompiler, base.PostgresSearchQueryCompiler):
    pass


class BeginningsCompiler(ScoredCompiler, base.PostgresAutocompleteQueryCompiler):
    as_beginnings = True
    columns = ("autocomplete",)


class Results(ScoredResults, base.PostgresSearchResults):
    pass


class Index(KeepsTexts, base.PostgresIndex):
    pass


class SearchBackend(ScoredBackend, base.PostgresSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = BeginningsCompiler
    results_class = Results
    index_class = Index
    language = TSQUERY

    def __init__(self, params):
        super().__init__({"SEARCH_CONFIG": "simple", **params})

    def ask(self, expression, columns, content_types):
        asked = _ASKED.format(vector=_VECTORS[columns])
        with connections[router.db_for_read(IndexEntry)].cursor() as cursor:
            parameters = {"weights": _WEIGHTS, "length": _LENGTH_COUNTS, "most": MOST_RANKED}
            cursor.execute(asked, parameters | {"expression": expression, "types": list(content_types)})
            return cursor.fetchall()
