"""When pages that show dates change by themselves: one begins, or is over."""

from datetime import timedelta

from django.db.models import Min
from django.utils import timezone

from agenda.models import Occurrence
from core.page_cache.moments import changes_pages


@changes_pages
def next_beginning_or_end(now, until):
    """The first moment (aware datetime or None) between two where a date begins or is over. Three small queries."""
    dates, day = Occurrence.objects.order_by(), timedelta(days=1)
    ending = dates.filter(over_at__gt=now, over_at__lt=until)
    # Of those that are not long, only yesterday's and today's can be over before midnight, wherever they take place.
    near = ending.filter(day__gte=timezone.localdate(now) - day, day__lte=timezone.localdate(until) + day)
    moments = [
        dates.filter(start__gt=now, start__lt=until).aggregate(first=Min("start"))["first"],
        near.aggregate(first=Min("over_at"))["first"],
        ending.filter(is_long=True).aggregate(first=Min("over_at"))["first"],
    ]
    return min((moment for moment in moments if moment), default=None)
