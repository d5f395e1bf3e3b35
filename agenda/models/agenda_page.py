"""AgendaPage: what comes, from any dated content, and what has been."""

from itertools import groupby

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from agenda.models.event import EventPage
from agenda.models.occurrence import Occurrence
from core.filters import ContentFilter
from core.models import ContentPage, ListingPage, Theme
from core.models.listing import PAGE_SIZE


class AgendaPage(RoutablePageMixin, ListingPage):
    template = "agenda/agenda_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["agenda.EventPage"]
    page_description = _("L’agenda : les rendez-vous et les dates des appels.")
    content_model = EventPage

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    @path("")
    def upcoming(self, request):
        return self._render_dates(request, Occurrence.objects.upcoming(), is_archive=False)

    @path("archives/")
    def archive(self, request):
        return self._render_dates(request, Occurrence.objects.past(), is_archive=True)

    def _render_dates(self, request, occurrences, *, is_archive):
        content_filter = ContentFilter(request.GET)
        contents = content_filter.apply_to_kind(ContentPage.objects.published())
        occurrences = occurrences.filter(content__in=contents).with_card()
        if content_filter.place:
            occurrences = occurrences.located_in(content_filter.place)
        if content_filter.year:
            occurrences = occurrences.of_year(content_filter.year)
        page = Paginator(occurrences, PAGE_SIZE).get_page(content_filter.page_number)
        return self.render(
            request,
            context_overrides={
                "filter": content_filter,
                "contents": page,
                "days": [(day, list(dates)) for day, dates in groupby(page, key=_day)],
                "themes": Theme.objects.all(),
                "is_archive": is_archive,
                "today": timezone.localdate(),
            },
        )

    def get_context(self, request, *args, **kwargs):
        # The dates come from the routes above: the list of the trunk would be asked for nothing.
        return super(ListingPage, self).get_context(request, *args, **kwargs) | {"section": EventPage.section}


def _day(occurrence):
    return timezone.localtime(occurrence.start).date()
