"""The feed of the agenda: what was newly announced, and what takes place in the next fortnight."""

import uuid
from dataclasses import dataclass
from datetime import time, timedelta

from django.http import Http404
from django.utils import timezone

from agenda.models import AgendaPage, Occurrence
from core.calendar import aware, say_dates
from core.feeds import FEED_SIZE, Entry, SectionFeed, entries_of, ready_for_feed

#: Days ahead of which a date comes again in the feed, as a reminder.
REMINDED_DAYS = 15


@dataclass
class Reminder(Entry):
    """A date of a content, soon."""

    occurrence: Occurrence = None

    @property
    def fortnight_ahead(self):
        return aware(self.occurrence.day - timedelta(days=REMINDED_DAYS), time.min)

    @property
    def is_just_announced(self):
        """Whether its announcement is the reminder."""
        return bool(self.content.first_published_at and self.content.first_published_at > self.fortnight_ahead)

    @property
    def appears_at(self):
        """When it came in the feed (aware datetime): a fortnight ahead, or when it was announced, if later."""
        return self.content.first_published_at if self.is_just_announced else self.fortnight_ahead


class AgendaFeed(SectionFeed):
    """Contents with a date to come, last announced first; then each date of the next fortnight, under its own name."""

    def __init__(self):
        super().__init__(AgendaPage)

    def listed(self, request):
        """Raises Http404 for what follows something that is no longer there."""
        asked = AgendaPage.asked_by(request)
        if not asked.is_understood:
            raise Http404
        followed = super().listed(request)
        followed.dates = asked.dates()
        return followed

    def items(self, followed):
        announced = super().items(followed)
        return sorted(announced + self._reminders(followed, announced), key=_appears_at, reverse=True)

    def _reminders(self, followed, announced):
        today = timezone.localdate()
        dates = followed.dates.between(today, today + timedelta(days=REMINDED_DAYS)).select_related("entry")
        soon = list(dates.filter(state="confirmed", day__gte=today)[:FEED_SIZE])
        known = {entry.content.pk: entry for entry in announced}
        missing = {one.content_id for one in soon} - known.keys()
        if missing:
            contents = ready_for_feed(followed.contents.filter(pk__in=missing))
            known |= {entry.content.pk: entry for entry in entries_of(list(contents), followed.request)}
        reminders = [
            Reminder(entry.content, entry.address, entry.html, entry.enclosures, entry.byline, one)
            for one in soon
            if (entry := known.get(one.content_id))
        ]
        return [one for one in reminders if not (one.is_just_announced and one.content.pk not in missing)]

    def item_title(self, entry):
        if not isinstance(entry, Reminder):
            return entry.content.title
        one = entry.occurrence
        day = say_dates(one.day, end_date=one.last_day)
        return f"{day[0].upper()}{day[1:]}\xa0: {one.label or entry.content.title}"

    def item_guid(self, entry):
        if not isinstance(entry, Reminder):
            return super().item_guid(entry)
        one = entry.occurrence
        return f"urn:uuid:{uuid.uuid5(one.entry.uid, f'{one.start:%Y%m%dT%H%M}')}"

    def item_pubdate(self, entry):
        return _appears_at(entry)

    def item_updateddate(self, entry):
        return _appears_at(entry) if isinstance(entry, Reminder) else super().item_updateddate(entry)


def _appears_at(entry):
    return entry.appears_at if isinstance(entry, Reminder) else entry.content.first_published_at
