"""From stored dates to a calendar file (RFC 5545). Pure: no request, no query."""

import uuid
from collections import Counter
from datetime import timedelta

from django.utils import timezone
from icalendar import Calendar, Event

#: The states of a date, as RFC 5545 §3.8.1.11 names them; a postponed one no longer holds.
STATUSES = {"confirmed": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CANCELLED"}


def calendar_file(content, occurrences, *, address, publisher):
    """An iCalendar (bytes) of the `occurrences` of one `content` (ContentPage).

    `address` is the full URL of its page, `publisher` the name of the site. Times are written in the site's zone with
    its VTIMEZONE; whole days as dates, their end exclusive as in §3.6.1. A date that is moved keeps its UID: that of
    the nth date of its action.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{publisher}//FR")
    calendar.add("version", "2.0")
    ranks = Counter()
    for occurrence in occurrences:
        ranks[occurrence.label] += 1
        calendar.add_component(_event(content, occurrence, ranks[occurrence.label], address))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(content, occurrence, rank, address):
    start = timezone.localtime(occurrence.start)
    end = timezone.localtime(occurrence.end) if occurrence.end else None
    event = Event()
    event.add("uid", str(uuid.uuid5(content.translation_key, f"{occurrence.label}/{rank}")))
    event.add("dtstamp", content.last_published_at or timezone.now())
    event.add("summary", occurrence.title)
    if occurrence.all_day:
        event.add("dtstart", start.date())
        event.add("dtend", end.date() if end else start.date() + timedelta(days=1))
    else:
        event.add("dtstart", start)
        if end:
            event.add("dtend", end)
    event.add("status", STATUSES.get(occurrence.state, "CONFIRMED"))
    where = ", ".join(str(part) for part in (occurrence.venue, occurrence.place) if part)
    if where:
        event.add("location", where)
    event.add("description", f"{content.summary}\n{address}")
    event.add("url", address)
    return event
