"""AgendaFilter: what an address asks of dates, whose place and year are their own rather than their content's."""

from django.utils.translation import gettext_lazy as _

from core.filters import ContentFilter
from core.list_filters import FieldFilter
from core.models import ContentPage

FILTERS = (FieldFilter("sorte", _("Sorte"), "kind_label"),)


class AgendaFilter(ContentFilter):
    """As ContentFilter, for `dates` (OccurrenceQuerySet, in its order) of any dated contents."""

    def __init__(self, parameters, dates):
        contents = ContentPage.objects.published().filter(pk__in=dates.order_by().values("content"))
        super().__init__(parameters, contents, filters=FILTERS, orders=())
        self._dates = dates

    @property
    def located(self):
        return self._dates

    def count_everything(self):
        return self._dates.count()

    def dates(self):
        """The dates that the address asks (OccurrenceQuerySet), in their order."""
        dates = self._dates
        if self.theme or self.chosen:
            dates = dates.filter(content__in=self.apply_to_kind(ContentPage.objects.all()))
        if self.place:
            dates = dates.located_in(self.place)
        if self.year:
            dates = dates.of_year(self.year)
        return dates

    def apply(self, contents):
        return contents.filter(pk__in=self.dates().order_by().values("content"))

    def results(self):
        return self.dates().with_card()
