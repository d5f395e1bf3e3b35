"""The next dates of what a content organises or calls for, beside it; its own are on its page already."""

from django.db.models import Exists, OuterRef, Q

from agenda.models import EventPage, Occurrence
from core.companions import Companion, register_companion

#: Next dates shown beside a content.
SHOWN = 5


def _organised():
    return Exists(EventPage.objects.filter(Q(organiser=OuterRef("pk")) | Q(answers=OuterRef("pk")), live=True))


def _next_dates(content, request):
    if isinstance(content, EventPage):
        return {}
    theirs = EventPage.objects.filter(Q(organiser=content.pk) | Q(answers=content.pk)).order_by().values("pk")
    dates = Occurrence.objects.of_published().upcoming().filter(content__in=theirs)
    return {"organised_dates": list(dates.with_card()[:SHOWN]) if content.pk else []}


register_companion(Companion("organised_dates", _organised, _next_dates))
