"""When pages change by themselves: at midnight, and whenever something that others know of begins or is over."""

from datetime import timedelta

from django.utils import timezone

_sources = []


def changes_pages(source):
    """A decorator: `source` is a function of two moments (aware datetimes) that gives when, between them, pages first
    change by themselves (aware datetime), or None.
    """
    _sources.append(source)
    return source


def next_change(now=None):
    """The moment (aware datetime) until which what is shown at `now` (default the present) holds, if nobody writes."""
    now = now or timezone.now()
    until = _next_midnight(now)
    for source in _sources:
        until = min(until, source(now, until) or until)
    return until


def _next_midnight(now):
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=1)
