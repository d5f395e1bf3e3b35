"""What is typed becomes stems, whatever the backend: the same function as for what is indexed (core.french)."""

from copy import copy

from django.db.models import QuerySet
from modelsearch.query import And, Or, Phrase, PlainText
from wagtail.models import Page

from core.french import plain_words, stems, terms
from core.indexing import FrenchIndexed, whole_stem

#: A content where the words follow each other as they were typed answers so many times better.
TOGETHER = 1.5


class FoldsQueries:
    """Comes before a backend of modelsearch; models that are not indexed in French are asked as they were."""

    def search(self, query, model_or_queryset, *args, **kwargs):
        return super().search(_rewritten(query, model_or_queryset, _of_stems), model_or_queryset, *args, **kwargs)

    def search_stems(self, query, model, in_a_row=""):
        """The results for a SearchQuery whose words are stems already.

        Their scores are raised where the stems `in_a_row` (str, empty for none) follow each other.
        """
        results = super().search(query, model)
        results.query_compiler.in_a_row = in_a_row
        return results

    @staticmethod
    def of_beginnings(text):
        """What is asked (SearchQuery, None for no word) for a PlainText whose words begin others."""
        words = [Or([PlainText(word), PlainText(whole_stem(word))]) for word in plain_words(text.query_string)]
        return _together(text, words)

    def autocomplete(self, query, model_or_queryset, *args, **kwargs):
        return super().autocomplete(
            _rewritten(query, model_or_queryset, self.of_beginnings), model_or_queryset, *args, **kwargs
        )


def asks_for(term):
    """The query (SearchQuery) for one term (tuple of str, as core.french.terms gives it)."""
    spellings = [Phrase(spelling) if " " in spelling else PlainText(spelling) for spelling in term]
    return spellings[0] if len(spellings) == 1 else Or(spellings)


def _rewritten(query, model_or_queryset, fold):
    model = model_or_queryset.model if isinstance(model_or_queryset, QuerySet) else model_or_queryset
    # Page itself stands for all the pages of the site.
    if not (model is Page or issubclass(model, FrenchIndexed)):
        return query
    return fold(PlainText(query)) or "" if isinstance(query, str) else _rewrite(query, fold)


def _rewrite(query, fold):
    """A copy of a tree of SearchQuery, each of its texts folded; what holds no word asks for nothing."""
    if isinstance(query, PlainText):
        return fold(query) or PlainText("")
    if isinstance(query, Phrase):
        return Phrase(stems(query.query_string))
    if hasattr(query, "subqueries"):
        return type(query)([_rewrite(subquery, fold) for subquery in query.subqueries])
    if hasattr(query, "subquery"):
        folded = copy(query)
        folded.subquery = _rewrite(query.subquery, fold)
        return folded
    return query  # MatchAll


def _of_stems(text):
    return _together(text, [asks_for(term) for term in terms(text.query_string)])


def _together(text, queries):
    """The queries of one text, all of them asked or any, as it says; None when there is none."""
    if len(queries) < 2:
        return queries[0] if queries else None
    return And(queries) if text.operator == "and" else Or(queries)
