"""What the sections of the front page choose: keys first, by queries that are written once, then all that is shown."""

from datetime import date, datetime
from functools import cache, lru_cache

from django.utils import timezone

from agenda.models import Occurrence
from appeals.models import AppealPage
from core.models import ContentPage
from core.prepared import Prepared
from initiatives.models import InitiativePage

#: Contents in one section, and dates in that of the agenda.
SHOWN = 3
NEXT_DATES = 5
#: Contents that a section chooses among: the last that were written, however many there are.
AMONG = 1000
#: Queries kept ready, one for each number of contents that are shown above: up to two hundred kilobytes each.
MOST_READY = 30

#: What a section chooses among, by its name: contents, in order (function), and the types of what it is given.
_CHOSEN = {
    "appeals": (lambda today: AppealPage.objects.open(today).last_written(AMONG).open_first(today), [date]),
    "elsewhere": (
        lambda country, year: InitiativePage.objects.elsewhere(country).last_written(AMONG).living_first(year),
        [str, int],
    ),
    "yesterday": (lambda year: InitiativePage.objects.of_yesterday(year).last_written(AMONG).recent(), [int]),
    "theme": (lambda theme: ContentPage.objects.last_about(theme, AMONG).recent(), [int]),
}


def first(name, seen, *asked):
    """The keys (list of int) of the first contents of a section, by its `name`, that are not in `seen` (set).

    `asked` is what that section is given: the day (date) of appeals, the country (str) that initiatives are out of and
    the year (int), the year of those of yesterday, the key of a theme. All are published.
    """
    return left(_first(name, SHOWN + len(seen))(*asked), seen)


@lru_cache(maxsize=MOST_READY)
def _first(name, number):
    contents, types = _CHOSEN[name]
    return Prepared(lambda *asked: contents(*asked).published().values_list("pk", flat=True)[:number], *types)


def left(keys, seen):
    """The first of `keys` (iterable of int) that are not in `seen` (set)."""
    return [key for key in keys if key not in seen][:SHOWN]


def next_dates(now):
    """The next dates (list of Occurrence) from a moment on (aware datetime), with what a line shows of them."""
    return _next_dates()(now, timezone.localdate(now))


@cache
def _next_dates():
    def dates(now, today):
        return Occurrence.objects.of_published().upcoming(now, today).with_card()[:NEXT_DATES]

    return Prepared(dates, datetime, date)


def fetched(chosen, times):
    """The contents of these keys (set), and the last of each page type that is shown so many `times` (Counter).

    Those that readers may see, last published first (dict: key → ContentPage). One query.
    """
    last = tuple((model, SHOWN * number + len(chosen)) for model, number in times.items())
    contents = _contents(len(chosen), last)(*chosen) if chosen or last else []
    return {content.pk: content for content in contents}


@lru_cache(maxsize=MOST_READY)
def _contents(number, last):
    """The query (Prepared) of the contents of so many keys, and of the last of page types (pairs: class, number)."""

    def contents(*keys):
        arms = [ContentPage.objects.order_by().filter(pk__in=keys).values("pk")]
        for model, most in last:
            latest = model.objects.published().recent().values("pk")[:most]
            arms.append(model.objects.order_by().filter(pk__in=latest).values("pk"))
        every = arms[0].union(*arms[1:], all=True) if last else arms[0]
        return ContentPage.objects.published().filter(pk__in=every).with_image_and_place().recent()

    return Prepared(contents, *[int] * number)
