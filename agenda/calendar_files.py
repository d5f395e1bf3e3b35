"""Calendar files: one content's, or any view of the agenda, that a reader's calendar asks for again."""

from collections import defaultdict

from django.db.models import Max
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header, http_date
from django.utils.text import slugify
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import PageLogEntry, Site

from agenda.ical import Stamp, write_calendar, write_entry
from agenda.models import AgendaPage, CalendarEntry, Occurrence
from agenda.rewriting import describe
from core.first_level import public_page
from core.french import printable
from core.machine_addresses import root_url
from core.models import ContentPage, ScheduledDate, Theme, site_name
from core.page_cache.parameters import note_read

#: Dates that stand alone in one file.
MOST_ALONE = 1000
_READ = ("text", "zone", "begins_at")


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
    note_read(request.GET, ["action"])
    action = printable(request.GET.get("action", ""))[:160]
    if action:
        entries = entries.filter(occurrences__label=action).distinct()
    rows = _rows(entries.offered())
    if not rows:
        raise Http404
    changed_at = entries.aggregate(Max("changed_at"))["changed_at__max"]
    body = _of_rows(request, rows, name=f"{site_name(Site.find_for_request(request))} – {content.title}")
    return _response(body, f"{slugify(action) or content.slug}.ics", changed_at, as_attachment=True)


@require_safe
@conditional_page
def agenda_calendar(request):
    """`/agenda.ics`: what the agenda shows for the same parameters.

    A series is sent whole, unless the address asks for some days: then each of its dates on those days stands alone.
    Raises Http404 without a public agenda, or for what follows something that is no longer there.
    """
    page = public_page(AgendaPage, request)
    asked = page and AgendaPage.asked_by(request)
    if not asked or not asked.is_understood:
        raise Http404
    said = ", ".join(one.value for one in asked.active)
    calendar = {
        "name": f"{site_name(Site.find_for_request(request))} – {page.title}" + (f"\xa0: {said}" if said else ""),
        "source": f"{root_url(request)}{request.path}{asked.address()}",
    }
    if asked.narrows_days:
        dates = _nearest(asked.dates())
        zones, since = {one.zone for one in dates}, min((one.start for one in dates), default=timezone.now()).year
        body = _written(request, _standing_alone(dates, request), zones, since, **calendar)
    else:
        body = _of_rows(request, _rows(asked.entries()), **calendar)
    return _response(body, "agenda.ics", last_change())


def last_change():
    """When what calendars are sent last changed, at the latest (aware datetime).

    What leaves them does not say so itself: any gesture on a page counts, and any date that is over.
    """
    now = timezone.now()
    moments = [
        CalendarEntry.objects.aggregate(last=Max("changed_at"))["last"],
        PageLogEntry.objects.filter(timestamp__lte=now).aggregate(last=Max("timestamp"))["last"],
        Occurrence.objects.last_over_at(now),
    ]
    return max((moment for moment in moments if moment), default=now)


def _rows(entries):
    return list(entries.order_by("begins_at", "pk").values_list(*_READ, named=True))


def _of_rows(request, rows, **calendar):
    """A calendar (bytes) of `rows` of CalendarEntry."""
    since = min((row.begins_at for row in rows), default=timezone.now()).year
    return _written(request, [row.text for row in rows], {row.zone for row in rows}, since, **calendar)


def _written(request, texts, zones, since, **calendar):
    product = site_name(Site.find_for_request(request))
    return write_calendar(texts, product=product, zones=zones, since=since, **calendar)


def _response(body, filename, changed_at=None, *, as_attachment=False):
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment, filename)
    if changed_at:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return response


def _nearest(dates):
    """Of `dates` (OccurrenceQuerySet, in order), MOST_ALONE at most: those to come, then the last that have been."""
    rows, today = dates.select_related("entry", "place").defer("entry__text"), timezone.localdate()
    coming = list(rows.filter(day__gte=today)[:MOST_ALONE])
    return [*rows.filter(day__lt=today).reverse()[: MOST_ALONE - len(coming)], *coming]


def _standing_alone(dates, request):
    """The VEVENTs (list of str) of `dates` (list of Occurrence), each under a UID that it keeps when it is moved."""
    keys, themes = {one.content_id for one in dates}, defaultdict(list)
    for key, title in Theme.objects.filter(contents__in=keys).values_list("contents", "title"):
        themes[key].append(title)
    contents = ContentPage.objects.filter(pk__in=keys).specific()
    described = {one.pk: describe(one, themes[one.pk], request) for one in contents}
    ranks, texts = defaultdict(int), []
    for one in dates:
        uid = f"{one.entry.uid}-{one.instead_of or one.starts:%Y%m%dT%H%M}"
        ranks[uid] += 1
        uid += f"-{ranks[uid]}" if ranks[uid] > 1 else ""
        date = ScheduledDate(one.starts, one.ends, one.all_day, one.label, one.state, one.place, one.venue, one.note)
        texts.append(
            write_entry(described[one.content_id], Stamp(uid, one.entry.sequence, one.entry.changed_at), [date])
        )
    return texts
