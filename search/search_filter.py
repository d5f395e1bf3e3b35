"""SearchFilter: what an address asks of every kind of content together, words included."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core.filters import COMMON, ContentFilter
from core.list_filters import SectionFilter
from core.models import ContentPage
from core.ordering import RECENT, Order, ordered_by
from search.ranking import best_first, keys_holding
from search.sections import content_types

OLDEST = Order("ancien", _("Année, de la plus ancienne"), ordered_by(F("first_year").asc(nulls_last=True)))
BEST = Order("pertinence", _("Meilleure réponse"), None)


def by_section():
    """The filter that keeps one kind of content (SectionFilter)."""
    return SectionFilter("type", _("Sorte"), content_types())


class SearchFilter(ContentFilter):
    """As ContentFilter, for `/recherche/` and its feed; with words, the best answer comes first."""

    def __init__(self, parameters):
        super().__init__(parameters, ContentPage.objects.published(), common=("q", *COMMON), filters=(by_section(),))

    @property
    def orders(self):
        return (BEST, RECENT, OLDEST) if self.words else (RECENT, OLDEST)

    def apply(self, contents):
        contents = super().apply(contents)
        return contents.filter(pk__in=keys_holding(contents, self.words)) if self.words else contents

    def results(self):
        if self.order == BEST:
            return best_first(super().apply(self.contents.with_card()), self.words)
        return super().results()
