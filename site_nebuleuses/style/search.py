"""A search and its answers for the style page, without a query."""

from django.http import QueryDict
from django.utils.functional import cached_property

from search.answers import Answers
from search.facets import Facet, FacetOption
from search.query import read_query
from search.search_filter import SearchFilter
from site_nebuleuses.style.stand_ins import GRENOBLE, THEMES, TRIESTE


class SampleSearch(SearchFilter):
    """A search of `words` (str), in the state that `answer` says (fields of search.answers.Answers)."""

    themes = THEMES
    place_names = [GRENOBLE.name, TRIESTE.name]

    def __init__(self, words, found=(), **answer):
        super().__init__(QueryDict(f"q={words}&theme=travail-social"), "FR")
        self._sample = Answers(read_query(words), list(found), dict.fromkeys(range(len(found)), 1.0), **answer)

    @property
    def answers(self):
        return self._sample

    @property
    def looser(self):
        return ""

    @cached_property
    def errors(self):
        return {}

    @cached_property
    def typed(self):
        return {"q": self._read["q"], "lieu": "", "annee": ""}

    @cached_property
    def _narrowed(self):
        return [
            _facet("type", "Sorte", ("initiative", "Initiative", 12), ("article", "Article", 7)),
            _facet("theme", "Thème", *((theme.slug, theme.title, 4) for theme in THEMES), chosen="travail-social"),
            _facet("lieu", "Lieu", ("fr", "France", 9), ("r", "Auvergne-Rhône-Alpes", 5, 1), ("g", "Grenoble", 2, 2)),
            _facet("annee", "Année", *((str(year), str(year), year % 7 + 1) for year in range(2026, 2016, -1))),
        ], self._sample.rows


def _facet(name, label, *options, chosen=""):
    facet = Facet(name, label, lambda row: None, lambda trait: (), lambda counts: (), chosen=[chosen] if chosen else [])
    facet.options = [FacetOption(value, said, count, value == chosen, *level) for value, said, count, *level in options]
    return facet
