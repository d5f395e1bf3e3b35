"""What both databases do with an index that answers once: rank, filter and count by the keys it gives.

modelsearch 1.3.2 joins its index to the models, and orders SQLite's answers by a subquery that runs the whole match
again for each row: over 20 s for an ordinary word of 20,000 pages. Here the index is asked alone, then the models.
"""

import logging

from django.db import DatabaseError, transaction
from django.db.models import IntegerField, prefetch_related_objects
from django.utils.functional import cached_property
from modelsearch.index import AutocompleteField, RelatedFields
from modelsearch.query import Phrase
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks
from wagtail.search.models import IndexEntry

from search.backends.folding import FoldsQueries
from search.indexed import record_texts

log = logging.getLogger(__name__)


class ScoredCompiler:
    """Comes before a compiler of modelsearch. `fields` may name the title alone; anything else is the whole text."""

    as_beginnings = False
    columns = ("title", "body")
    #: Stems that answer better where they follow each other.
    in_a_row = ""
    #: Set by the results, which know it.
    backend = None

    @cached_property
    def match(self):
        """What the index is asked (search.backends.expressions.Match), or None where nothing can be found."""
        return self.backend.language.match(self.query, self.as_beginnings)

    @cached_property
    def scores(self):
        """The scores of what is wanted or, where nothing is, of what is unwanted (dict: primary key → float)."""
        match = self.match
        expression = match and (self.backend.language.expression(match) if match.wanted else match.unwanted)
        columns = ("title",) if self.fields and set(self.fields) == {"title"} else self.columns
        types = get_descendants_content_types_pks(self.queryset.model)
        to_key = _key_reader(self.queryset.model)
        together = self.backend.language.match(Phrase(self.in_a_row)).wanted if self.in_a_row else None
        found = self.backend.ask(expression, columns, types, together) if expression else ()
        return {to_key(key): score for key, score in found}

    def search(self, config, start, stop, score_field=None, backend=None):
        """The queryset of what is found, in its own order or by key: the order of relevance is that of the results."""
        if self.match is None:
            return self.queryset.none()
        found = self.queryset
        if self.match.wanted:
            found = found.filter(pk__in=list(self.scores))
        elif self.match.unwanted:
            found = found.exclude(pk__in=list(self.scores))
        return (found if found.query.order_by else found.order_by("-pk"))[start:stop]


def _key_reader(model):
    """What reads a key of `model` that is kept as text (callable): fields are slow with 100,000 of them."""
    key = model._meta.pk
    while key.remote_field:
        key = key.target_field
    return int if isinstance(key, IntegerField) else key.to_python


class ScoredResults:
    """Comes before the results of modelsearch, which count and facet by the queryset of the compiler."""

    def __init__(self, backend, query_compiler, prefetch_related=None):
        super().__init__(backend, query_compiler, prefetch_related)
        query_compiler.backend = backend

    @property
    def scores(self):
        """The score of everything found among all the entries of the model (dict: primary key → float)."""
        return self.query_compiler.scores if self.query_compiler.match and self.query_compiler.match.wanted else {}

    def get_queryset(self):
        return self.query_compiler.search(None, self.start, self.stop)

    def _do_count(self):
        return self.get_queryset().count()

    def _do_search(self):
        compiler = self.query_compiler
        if not (compiler.order_by_relevance and self.scores):
            contents = list(self.get_queryset())
        else:
            found = compiler.search(None, None, None).order_by().values_list("pk", flat=True)
            keys = sorted(found, key=lambda key: (-self.scores[key], -key))[self.start : self.stop]
            by_key = compiler.queryset.in_bulk(keys)
            contents = [by_key[key] for key in keys if key in by_key]
        if self._score_field:
            for content in contents:
                setattr(content, self._score_field, self.scores.get(content.pk, 0.0))
        return contents


class ScoredIndexer:
    """Comes before an indexer of modelsearch, which asks each field of its object for its text up to five times.

    The title of a theme, which modelsearch takes for one of the object, is with the rest. A branch writes the
    `columns` of the index (dict) from the `parts`.
    """

    @cached_property
    def parts(self):
        """What is prepared, by column (dict: name → list of tuples, a field first and its text last)."""
        parts = {"title": [], "body": [], "autocomplete": []}
        for field in self.search_fields:
            for found in self.prepare_field(self.obj, field):
                if isinstance(found[0], AutocompleteField):
                    parts["autocomplete"].append(found)
                else:
                    parts["title" if field.field_name == "title" else "body"].append(found)
        return parts


class ScoredIndex:
    """Comes before an index of modelsearch: all the entries are written in one statement, and the texts are kept.

    What cannot be indexed is said and passed over.
    """

    def add_items(self, model, objs):
        try:
            with transaction.atomic():
                self._write(model, objs)
                record_texts(model, objs)
        except DatabaseError:
            if len(objs) == 1:
                log.exception("%s %s could not be indexed.", model.__name__, objs[0].pk)
                return
            for obj in objs:
                self.add_items(model, [obj])

    def _write(self, model, objs):
        content_type = get_content_type_pk(model)
        if len(objs) > 1:
            related = (field.field_name for field in model.get_search_fields() if isinstance(field, RelatedFields))
            prefetch_related_objects(objs, *related)
        indexers = [self.backend.indexer_class(obj, self.backend) for obj in objs]
        self.entries.bulk_create(
            [IndexEntry(content_type_id=content_type, object_id=indexer.id, **indexer.columns) for indexer in indexers],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "body", "autocomplete"],
        )

    def _refresh_title_norms(self, full=False):
        """Nothing: the length of titles is not in our scores, and telling it writes every entry again."""


class ScoredBackend(FoldsQueries):
    """Comes before a backend of modelsearch; a branch sets `language` and `indexer_class`, and says how to `ask`."""

    language = None
    indexer_class = None

    def ask(self, expression, columns, content_types, together=None):
        """(primary key, score) of each entry (iterable of str and float pairs) that holds `expression` (str).

        `columns` (names) are searched, among the entries of `content_types` (keys); higher scores answer better.
        Those that hold `together` (str, a phrase) too answer TOGETHER times better.
        """
        raise NotImplementedError
