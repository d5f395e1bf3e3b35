"""What the site announces already, or has as a draft, that looks like what a file brings."""

from collections import defaultdict

from django.db.models import Q

from agenda.importing.likeness import Announced, are_alike, similar_titles
from agenda.models import EventPage, Occurrence


def lookalikes(events):
    """The page (ContentPage) of the site that each of `events` (dict: key → EventPage) looks like (dict, by key).

    Those that look like nothing are not in it. A fixed number of queries.
    """
    dates = {key: [Announced.of(event.title, one) for one in event.known_dates] for key, event in events.items()}
    days = [date.day for own in dates.values() for date in own]
    if not days:
        return {}
    known = _published(min(days), max(days))
    drafts = _drafts(min(days), max(days), dates)
    found = {key: _first_alike(own, known) or _draft_alike(own, drafts) for key, own in dates.items()}
    return {key: page for key, page in found.items() if page}


def _first_alike(dates, known):
    return next((page for one in dates for other, page in known[one.day] if are_alike(one, other)), None)


def _draft_alike(dates, drafts):
    by_day = {one.day: one for one in dates}
    for draft in drafts:
        # Titles first: the dates of what repeats are long to count.
        if any(similar_titles(title, draft.title) for title in {one.title for one in dates}):
            for other in (Announced.of(draft.title, one) for one in draft.known_dates):
                if other.day in by_day and are_alike(by_day[other.day], other):
                    return draft
    return None


def _published(first, last):
    """What the agenda holds from one day to another (dict: day → list of (Announced, page)). One query."""
    found = defaultdict(list)
    for one in Occurrence.objects.filter(day__gte=first, day__lte=last).select_related("content", "place"):
        found[one.day].append((Announced(one.title, one.place, one.day, one.start, one.all_day), one.content))
    return found


def _drafts(first, last, dates):
    """Drafts (list of EventPage) that may be one of `dates` (dict: key → list of Announced). Two queries."""
    drafts = EventPage.objects.filter(live=False, start_date__lte=last)
    titles = defaultdict(set)
    for one in (one for own in dates.values() for one in own):
        titles[one.day].add(one.title)
    alike = {
        pk
        for pk, title, day in drafts.filter(start_date__gte=first).values_list("pk", "title", "start_date")
        if any(similar_titles(title, other) for other in titles[day])
    }
    # What repeats may have begun before.
    return list(drafts.filter(Q(pk__in=alike) | ~Q(repeats="") | ~Q(added_dates=[])).select_related("place"))
