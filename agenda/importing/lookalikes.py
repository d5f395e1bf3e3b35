"""What the site announces already, or has as a draft, that looks like what a file brings."""

from collections import defaultdict

from django.db.models import Q

from agenda.importing.likeness import Announced, Titles, are_alike, similar_titles
from agenda.models import EventPage, Occurrence
from agenda.models.timetable import Timetable

#: What is shown of a page; its text is long, and is not read.
SHOWN = ("title", "live")
#: What the dates of a draft are made of.
_TIMETABLE = (*(field.name for field in Timetable._meta.local_fields), "venue", "address", "online_url")


def lookalikes(events):
    """The page (ContentPage) of the site that each of `events` (dict: key → EventPage) looks like (dict, by key).

    Those that look like nothing are not in it. Five queries at most, and one for each draft of a similar title that
    moves some of its dates elsewhere.
    """
    dates = {key: [Announced.of(event.title, one) for one in event.known_dates] for key, event in events.items()}
    days = [date.day for own in dates.values() for date in own]
    if not days:
        return {}
    titles = Titles({date.title for own in dates.values() for date in own})
    known = _published(min(days), max(days), titles)
    drafts = _drafts(min(days), max(days), titles)
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


def _published(first, last, titles):
    """What the agenda holds from one day to another under one of `titles` (Titles): dict, day → list of (Announced,
    page). The first query asks for titles alone."""
    dates = Occurrence.objects.filter(day__gte=first, day__lte=last)
    named = dates.order_by().values_list("content_id", "content__title", "label").distinct()
    alike = {pk for pk, title, label in named if titles.has_similar(label or title)}
    read = ("day", "start", "all_day", "label", "place", *(f"content__{name}" for name in SHOWN))
    found = defaultdict(list)
    for one in dates.filter(content__in=alike).select_related("content").prefetch_related("place").only(*read):
        found[one.day].append((Announced(one.title, one.place, one.day, one.start, one.all_day), one.content))
    return found


def _drafts(first, last, titles):
    """Drafts (list of EventPage) under one of `titles` (Titles) that may have a date from one day to another."""
    drafts = EventPage.objects.filter(live=False, start_date__lte=last)
    # What repeats may have begun before.
    drafts = drafts.filter(Q(start_date__gte=first) | ~Q(repeats="") | ~Q(added_dates=[]))
    alike = [pk for pk, title in drafts.values_list("pk", "title") if titles.has_similar(title)]
    return list(drafts.filter(pk__in=alike).select_related("place").only(*SHOWN, *_TIMETABLE, "place"))
