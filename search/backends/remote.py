"""OpenSearch and Elasticsearch, asked and filled by the same stems: for when one machine is not enough (SEARCH_URL).

The engine stems nothing: what it receives are stems already. `search.backends.remote.opensearch3` is a backend class.
"""

from importlib import import_module

from modelsearch.query import Phrase, PlainText

from core.french import plain_words
from search.backends.folding import TOGETHER, FoldsQueries
from search.indexed import record_texts

#: What one request may answer: more than anybody reads, and what these engines allow.
MOST_ANSWERS = 10_000


def __getattr__(engine):
    """The backend class for an engine of modelsearch (« opensearch3 », « elasticsearch9 »), its client installed."""
    if engine.startswith(("opensearch", "elasticsearch")):
        return _remote(import_module(f"modelsearch.backends.{engine}").SearchBackend)
    raise AttributeError(engine)


class RemoteResults:
    """Comes before the results of modelsearch."""

    @property
    def scores(self):
        """The score of what is found (dict: primary key → float), the ten thousand best at most. One request or two."""
        found, in_a_row = self._scores(), getattr(self.query_compiler, "in_a_row", "")
        if not (found and in_a_row):
            return found
        together = self.backend.search_stems(Phrase(in_a_row), self.query_compiler.queryset.model).scores
        return {key: score * (TOGETHER if key in together else 1) for key, score in found.items()}

    def _scores(self):
        index = self.backend.get_index_for_model(self.query_compiler.queryset.model).name
        asked = {"index": index, "size": MOST_ANSWERS, "_source": False, self.fields_param_name: "pk"}
        page = self._backend_do_search(self._get_es_body(), **asked)
        return {int(hit["fields"]["pk"][0]): hit["_score"] for hit in page["hits"]["hits"]}


class KeepsTexts:
    """Comes before an index of modelsearch: the texts of contents stay in the database, for excerpts."""

    def add_item(self, item):
        super().add_item(item)
        record_texts(type(item), [item])

    def add_items(self, model, items):
        super().add_items(model, items)
        record_texts(model, items)


class FoldsBeginnings(FoldsQueries):
    """These engines complete words and nothing else: no stem is asked beside them."""

    @staticmethod
    def of_beginnings(text):
        words = plain_words(text.query_string)
        return PlainText(" ".join(words), operator=text.operator) if words else None


def _remote(backend):
    """The class of modelsearch's `backend` that speaks stems."""
    parts = {
        "results_class": type("Results", (RemoteResults, backend.results_class), {}),
        "index_class": type("Index", (KeepsTexts, backend.index_class), {}),
    }
    return type("SearchBackend", (FoldsBeginnings, backend), parts)
