"""What is searched and not found: counted by day, words only, and shown to members once it is not one person's day.

No address, no cookie, no time of day. What has a figure, an @ or an address in it is not kept at all.
"""

from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Count, F, Max, Sum
from django.utils import timezone

from core.french import stems, whole
from search.models import MissedSearch

DAYS_KEPT = 90
#: Distinct days on which the words were searched before anybody sees them.
DAYS_BEFORE_SHOWN = 3
#: A robot that types at random fills no more than this in a day.
MOST_A_DAY = 300
LONGEST = 80
LONGEST_STEMS = 160


def count_missed(text):
    """Counts that `text` (str, as it was typed) found nothing today. A database that is busy loses only that."""
    words = " ".join(whole(text).lower().split())
    if not words or len(words) > LONGEST or any(sign.isdigit() or sign in "@/:\\" for sign in words):
        return
    asked, day = stems(words)[:LONGEST_STEMS], timezone.localdate()
    try:
        with _without_waiting(), transaction.atomic():
            counted = MissedSearch.objects.filter(stems=asked, day=day).update(times=F("times") + 1)
            if not counted and MissedSearch.objects.filter(day=day).count() < MOST_A_DAY:
                MissedSearch.objects.get_or_create(stems=asked, day=day, defaults={"words": words})
    except DatabaseError:
        pass


@contextmanager
def _without_waiting():
    """SQLite gives up at once where somebody else writes: nobody waits twenty seconds for a page that found nothing."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 50")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def forget():
    """Deletes what is older than ninety days; gives the number of rows (int)."""
    return MissedSearch.objects.filter(day__lt=_oldest_day()).delete()[0]


def missed():
    """What members may see: `words`, `days`, `times` and the `last` day (dicts), the most searched first.

    Of several spellings of the same words, one is shown.
    """
    return (
        MissedSearch.objects.filter(day__gte=_oldest_day())
        .values("stems")
        .annotate(words=Max("words"), days=Count("day"), times=Sum("times"), last=Max("day"))
        .filter(days__gte=DAYS_BEFORE_SHOWN)
        .order_by("-days", "-times", "words")
    )


def _oldest_day():
    return timezone.localdate() - timedelta(days=DAYS_KEPT)
