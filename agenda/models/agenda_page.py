"""AgendaPage: what comes, from any dated content, and what has been."""

from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from agenda.agenda_filter import AgendaFilter
from agenda.models.event import EventPage
from agenda.models.occurrence import Occurrence
from core.lists import feed_address, list_context
from core.models import ListingPage


class AgendaPage(RoutablePageMixin, ListingPage):
    template = "agenda/agenda_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["agenda.EventPage"]
    page_description = _("L’agenda : les rendez-vous et les dates des appels.")
    content_model = EventPage
    feed = "feed-agenda"
    counted = ngettext_lazy("%(number)d date à venir", "%(number)d dates à venir", "number")
    counted_past = ngettext_lazy("%(number)d date passée", "%(number)d dates passées", "number")

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    @classmethod
    def content_filter(cls, parameters):
        """What `parameters` (QueryDict) ask of the dates to come (AgendaFilter)."""
        return AgendaFilter(parameters, Occurrence.objects.of_published().upcoming())

    @path("")
    def upcoming(self, request):
        return self._render_dates(request, self.content_filter(request.GET), self.counted, is_archive=False)

    @path("archives/")
    def archive(self, request):
        asked = AgendaFilter(request.GET, Occurrence.objects.of_published().past())
        return self._render_dates(request, asked, self.counted_past, is_archive=True)

    def _render_dates(self, request, asked, counted, *, is_archive):
        feed = "" if is_archive else feed_address(self.feed, asked)
        context = list_context(asked, counted, feed)
        context["days"] = [(day, list(dates)) for day, dates in groupby(context["contents"], key=_day)]
        context |= {"is_archive": is_archive, "today": timezone.localdate()}
        return self.render(request, context_overrides=context)

    def listed(self, request):
        """Nothing (dict): the dates come from the routes above."""
        return {}


def _day(occurrence):
    return timezone.localtime(occurrence.start).date()
