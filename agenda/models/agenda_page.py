"""AgendaPage: what comes, from any dated content, month by month too, and what has been."""

from collections import defaultdict
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from agenda.agenda_filter import ALL, ASKED_OF_MONTH, ASKED_OF_PAST, MOST_COUNTED, PAST, AgendaFilter
from agenda.models.event import EventPage
from agenda.models.occurrence import Occurrence
from agenda.month import Month
from agenda.month_table import table_of
from core.calendar import say_month
from core.lists import feed_address, list_context
from core.machine_addresses import root_url
from core.models import ListingPage
from core.page_cache.known import recall_of
from core.qr_codes import qr_code

#: Days on a printed sheet, and the most dates it lists.
FORTNIGHT = 14
MOST_PRINTED = 120


class DatesPaginator(Paginator):
    """Counts no farther than MOST_COUNTED: beyond, nobody turns pages."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST_COUNTED].count()


class AgendaPage(RoutablePageMixin, ListingPage):
    template = "agenda/agenda_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["agenda.EventPage"]
    page_description = _("L’agenda : les rendez-vous et les dates des appels.")
    content_model = EventPage
    feed = "feed-agenda"
    counted = ngettext_lazy("%(number)d date à venir", "%(number)d dates à venir", "number")
    counted_past = ngettext_lazy("%(number)d date passée", "%(number)d dates passées", "number")
    counted_month = ngettext_lazy("%(number)d date en %(month)s", "%(number)d dates en %(month)s", "number")

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    @classmethod
    def content_filter(cls, parameters, recall=None):
        """What `parameters` (QueryDict) ask of the dates to come (AgendaFilter)."""
        return AgendaFilter(parameters, recall=recall)

    @classmethod
    def asked_by(cls, request):
        """What an HttpRequest asks of the dates to come (AgendaFilter)."""
        return cls.content_filter(request.GET, recall_of(request, "agenda"))

    @path("")
    def upcoming(self, request):
        asked = self.asked_by(request)
        context = dates_context(asked, self.counted, feed_address(self.feed, asked))
        context["groups"] = groups_of(context["contents"], asked.first_day or timezone.localdate())
        is_week = (asked.first_day, asked.last_day) == week_of(timezone.localdate())
        return self._render(request, "week" if is_week else "upcoming", context)

    @path("archives/")
    def archive(self, request):
        asked = AgendaFilter(request.GET, PAST, ASKED_OF_PAST, recall_of(request, "agenda"))
        context = dates_context(asked, self.counted_past, "")
        context["groups"] = groups_of(context["contents"])
        context["years"] = Occurrence.objects.of_published().past().years()
        return self._render(request, "archive", context)

    @path("<int:year>/<int:month>/")
    def month(self, request, year, month):
        """Raises Http404 for a month that no agenda holds."""
        shown = Month.of(year, month)
        if shown is None:
            raise Http404
        asked = AgendaFilter(request.GET, ALL, ASKED_OF_MONTH, recall_of(request, "agenda"))
        table = table_of(shown, asked.dates())
        said = {"number": table.count, "month": say_month(shown.first)}
        found = self.counted_month % said if table.count else _("Aucune date en %(month)s") % said
        before, after = asked.has_dates_around(shown)
        context = {"filter": asked, "month": shown, "table": table, "found": found, "before": before, "after": after}
        return self._render(request, "month", context, template="agenda/month.html")

    @path("imprimer/")
    def printed(self, request):
        """A fortnight, or the days asked, on a sheet to pin on a wall."""
        asked = self.asked_by(request)
        first = asked.first_day or timezone.localdate()
        last = asked.last_day or first + timedelta(days=FORTNIGHT - 1)
        dates = list(asked.dates().between(first, last).with_card()[: MOST_PRINTED + 1])
        context = {"filter": asked, "groups": groups_of(dates[:MOST_PRINTED], first), "first": first, "last": last}
        context |= {"others": dates[MOST_PRINTED:]}
        context |= {"qr_code": qr_code(f"{self.get_full_url(request)}{asked.address(du=None, au=None)}")}
        return self._render(request, "printed", context, template="agenda/printed.html")

    @path("abonnement/")
    def subscription(self, request):
        """How to follow a view of the agenda in one's own calendar."""
        asked = self.asked_by(request)
        calendar = f"{root_url(request)}{reverse('agenda-calendar')}{asked.address(page=None)}"
        here = f"{self.get_full_url(request)}abonnement/{asked.address(page=None)}"
        context = {"filter": asked, "calendar": calendar, "webcal": f"webcal:{calendar.partition(':')[2]}"}
        context["qr_code"] = qr_code(here)
        return self._render(request, "subscription", context, template="agenda/subscription.html")

    def _render(self, request, view, context, template=None):
        today = timezone.localdate()
        context |= {"view": view, "today": today, "this_week": week_of(today)}
        return self.render(request, context_overrides=context, template=template)

    def listed(self, request):
        """Nothing (dict): the dates come from the routes above."""
        return {}


def dates_context(asked, counted, feed):
    """As list_context, of dates; a number that was not counted to the end is said to be one."""
    context = list_context(asked, counted, feed, DatesPaginator)
    if context["contents"].paginator.count == MOST_COUNTED:
        context["found"] = _("Au moins %(dates)s") % {"dates": counted % {"number": MOST_COUNTED}}
    return context


def week_of(day):
    """The Monday and the Sunday (pair of date) around `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def groups_of(dates, today=None):
    """`dates` (iterable of Occurrence, in order) by day: (day, list), what began before `today` under None.

    `today` (date) comes first, what is going on since before comes next.
    """
    groups, now = defaultdict(list), timezone.now()
    for date in dates:
        groups[_group(date, today, now)].append(date)
    first = [day for day in (today, None) if day in groups]
    return [(day, groups[day]) for day in [*first, *(day for day in groups if day not in first)]]


def _group(date, today, now):
    if not today or date.day >= today:
        return date.day
    # West of here, an evening of yesterday may be for tonight.
    return None if date.start <= now else today
