"""Calendar files of the agenda."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from wagtail.models import Site

from agenda.ical import calendar_file
from agenda.models import Occurrence
from core.french import printable
from core.models import ContentPage, site_name


@require_safe
def content_calendar(request, pk):
    """`/agenda/<pk>.ics`: the dates of one published content; `?action=` keeps those of that name.

    Raises Http404 for a content that readers may not see, or without such a date.
    """
    content = ContentPage.objects.published().filter(pk=pk).first()
    if content is None:
        raise Http404
    occurrences = Occurrence.objects.filter(content=content).select_related("place", "content")
    action = printable(request.GET.get("action", ""))[:160]
    if action:
        occurrences = occurrences.filter(label=action)
    occurrences = list(occurrences)
    if not occurrences:
        raise Http404
    publisher = site_name(Site.find_for_request(request))
    body = calendar_file(content, occurrences, address=content.get_full_url(request), publisher=publisher)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"{slugify(action) or content.slug}.ics")
    return response
