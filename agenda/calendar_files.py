"""Calendar files: one content's, or any view of the agenda, that a reader's calendar asks for again."""

from collections import defaultdict

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header, http_date
from django.utils.text import slugify
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site

from agenda.ical import Described, Stamp, write_calendar, write_entry
from agenda.models import AgendaPage, CalendarEntry
from core.french import printable
from core.machine_addresses import root_url
from core.models import ContentPage, ScheduledDate, site_name
from core.privacy import without_restriction


@require_safe
@conditional_page
def content_calendar(request, pk):
    """`/agenda/<pk>.ics`: the dates of one published content; `?action=` keeps those of that name.

    Raises Http404 for a content that readers may not see, or without such a date.
    """
    content = ContentPage.objects.published().filter(pk=pk).first()
    if content is None:
        raise Http404
    entries = CalendarEntry.objects.filter(content=content)
    action = printable(request.GET.get("action", ""))[:160]
    if action:
        entries = entries.filter(occurrences__label=action).distinct()
    if not entries.offered().exists():
        raise Http404
    name = f"{site_name(Site.find_for_request(request))} – {content.title}"
    return _response(request, entries, name=name, filename=slugify(action) or content.slug)


@require_safe
@conditional_page
def agenda_calendar(request):
    """`/agenda.ics`: what the agenda shows for the same parameters. Raises Http404 without a public agenda.

    A series is sent whole, unless the address asks for some days: then each of its dates on those days stands alone.
    """
    page = without_restriction(AgendaPage.objects.live()).first()
    if page is None:
        raise Http404
    asked = page.content_filter(request.GET)
    said = ", ".join(one.value for one in asked.active)
    name = f"{site_name(Site.find_for_request(request))} – {page.title}" + (f"\xa0: {said}" if said else "")
    alone = _standing_alone(asked.dates(), request) if asked.narrows_days else None
    return _response(request, asked.entries(), name=name, filename="agenda", alone=alone, source=asked.address())


def _response(request, entries, *, name, filename, source=None, alone=None):
    """A calendar of `entries` (CalendarEntryQuerySet), or of dates that stand `alone` (list of str)."""
    site = Site.find_for_request(request)
    read = ("text", "zone", "begins_at", "changed_at", "is_withdrawn")
    rows = list(entries.order_by("begins_at", "pk").values_list(*read, named=True))
    offered = [row for row in rows if not row.is_withdrawn]
    body = write_calendar(
        [row.text for row in offered] if alone is None else alone,
        name=name,
        product=site_name(site),
        zones={row.zone for row in offered},
        since=min((row.begins_at for row in offered), default=timezone.now()).year,
        source="" if source is None else f"{root_url(request)}{request.path}{source}",
    )
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(source is None, f"{filename}.ics")
    if rows:
        response["Last-Modified"] = http_date(max(row.changed_at for row in rows).timestamp())
    return response


def _standing_alone(dates, request):
    """The VEVENTs (list of str) of `dates` (OccurrenceQuerySet), each under a UID of its own."""
    found = dates.select_related("content", "entry", "place", "content__content_type")
    ranks, texts = defaultdict(int), []
    for one in found:
        content = one.content
        described = Described(one.title, content.summary, content.get_full_url(request), (content.kind_label,))
        ranks[one.entry_id, one.day] += 1
        uid = f"{one.entry.uid}-{one.day:%Y%m%d}-{ranks[one.entry_id, one.day]}"
        date = ScheduledDate(one.starts, one.ends, one.all_day, "", one.state, one.place, one.venue, one.note)
        texts.append(write_entry(described, Stamp(uid, one.entry.sequence, one.entry.changed_at), [date]))
    return texts
