"""The agenda as data, for whoever builds something else with it."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import conditional_page, require_safe

from agenda.models import AgendaPage
from core.first_level import public_page

#: Dates of one answer; `next` leads to the following ones.
PAGE_SIZE = 100


@require_safe
@conditional_page
def agenda_dates(request):
    """`/agenda.json`: the dates that the agenda shows for the same parameters, first to come first.

    Times are ISO 8601 with the offset of where it takes place; whole days are dates, `end` included. Raises Http404
    without a public agenda, or for what follows something that is no longer there.
    """
    page = public_page(AgendaPage, request)
    asked = page and AgendaPage.asked_by(request)
    if not asked or not asked.is_understood:
        raise Http404
    start = (asked.page_number - 1) * PAGE_SIZE
    found = list(asked.dates().select_related("place", "content", "entry")[start : start + PAGE_SIZE + 1])
    following = asked.address(page=asked.page_number + 1) if len(found) > PAGE_SIZE else None
    answer = {
        "dates": [_said(one, request) for one in found[:PAGE_SIZE]],
        "next": following and request.build_absolute_uri(f"{request.path}{following}"),
    }
    # Anybody may read it from a page of theirs: it holds nothing that is not public.
    return JsonResponse(answer, headers={"Access-Control-Allow-Origin": "*"})


def _said(one, request):
    return {
        "uid": str(one.entry.uid),
        "title": one.title,
        "kind": one.content.kind_label,
        "start": one.day.isoformat() if one.all_day else one.starts.isoformat(timespec="seconds"),
        "end": one.last_day.isoformat() if one.all_day else one.ends and one.ends.isoformat(timespec="seconds"),
        "all_day": one.all_day,
        "time_zone": one.zone,
        "state": one.state,
        "note": one.note,
        "venue": one.venue,
        "place": one.place and {"code": one.place.code, "name": one.place.name, "country": one.place.country},
        "url": one.content.get_full_url(request),
    }
