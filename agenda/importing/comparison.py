"""What a file brings, beside what the site has: new, changed, already there, probably a duplicate."""

import re
from dataclasses import dataclass, field
from enum import Enum

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agenda.importing.lookalikes import SHOWN, lookalikes
from agenda.importing.proposals import Proposal
from agenda.models import CalendarEntry, EventPage, ImportedEvent
from agenda.models.imported_event import fingerprint
from agenda.models.timetable import Timetable
from core.models import ContentPage, Place

#: UIDs of this site's own files: an entry's, or one of its dates sent alone (agenda.calendar_files).
_OURS = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-\d{8}T\d{4}(?:-\d+)?)?", re.IGNORECASE)
#: The fields that say when, not whether.
_TIMETABLE = frozenset(field.name for field in Timetable._meta.local_fields) - {"state", "state_reason"}


class Status(Enum):
    NEW = _("nouveau")
    CHANGED = _("changé depuis")
    ALREADY = _("déjà là")
    LIKELY = _("probablement un doublon")
    REMOVED = _("déjà venu, supprimé depuis")
    UNREADABLE = _("illisible")


@dataclass(frozen=True)
class Compared:
    """A Proposal, its Status, the `page` of the site that it is or looks like (ContentPage or None), what it changes
    there (list of labels), and the EventPage (unsaved, None where it is unreadable) that it would be."""

    proposal: Proposal
    status: Status
    page: ContentPage | None = None
    changes: list = field(default_factory=list)
    event: EventPage | None = None

    @property
    def can_come(self):
        return self.status not in (Status.ALREADY, Status.UNREADABLE)

    @property
    def is_chosen_at_first(self):
        """Whether it is ticked as long as nobody chose: what is cancelled was never announced here."""
        return self.status is Status.NEW and self.event.state == EventPage.State.CONFIRMED

    @property
    def has_notes(self):
        """Whether there is something to know before choosing."""
        return bool(self.proposal.refused or self.changes or (self.can_come and self.proposal.said))


def compared(proposals):
    """Each of `proposals` (list of Proposal) beside what the site has (list of Compared). A fixed number of queries."""
    imported = _imported(proposals)
    ours = _ours(proposals)
    places = Place.objects.in_bulk({one.fields["place"] for one in proposals if one.fields.get("place")})
    events = {one.uid: one.event(places) for one in proposals if not one.refused}
    unknown = [one for one in proposals if one.uid in events and one.uid not in imported and one.uid not in ours]
    alike = lookalikes({one.uid: events[one.uid] for one in unknown})

    def compare(one):
        if one.refused:
            return Compared(one, Status.UNREADABLE)
        if one.uid in ours:
            return Compared(one, Status.ALREADY, ours[one.uid], event=events[one.uid])
        if one.uid in imported:
            return _beside(one, imported[one.uid], events[one.uid])
        page = alike.get(one.uid)
        return Compared(one, Status.LIKELY if page else Status.NEW, page, event=events[one.uid])

    return [compare(one) for one in proposals]


def changed_fields(proposal, imported):
    """The names (list of str) of what a file says otherwise than when it was last imported (ImportedEvent)."""
    if proposal.digest == imported.digest:
        return []
    # What no rule says is given as dates, which are others when today is.
    same = _TIMETABLE if proposal.when == imported.when else frozenset()
    known = imported.fingerprints
    return [
        name for name, value in proposal.fields.items() if name not in same and fingerprint(value) != known.get(name)
    ]


def _beside(proposal, imported, event):
    if imported.page is None:
        return Compared(proposal, Status.REMOVED, event=event)
    labels = [capfirst(EventPage._meta.get_field(name).verbose_name) for name in changed_fields(proposal, imported)]
    return Compared(proposal, Status.CHANGED if labels else Status.ALREADY, imported.page, labels, event)


def _imported(proposals):
    found = ImportedEvent.objects.filter(uid__in=[one.uid for one in proposals])
    known = ("uid", "digest", "when", "fingerprints", *(f"page__{name}" for name in SHOWN))
    return {one.uid: one for one in found.select_related("page").only(*known)}


def _ours(proposals):
    """The pages (dict: UID → ContentPage) of what this very site has written in a calendar file."""
    uids = {one.uid: match[1].lower() for one in proposals if (match := _OURS.fullmatch(one.uid))}
    entries = CalendarEntry.objects.filter(uid__in=set(uids.values())).select_related("content")
    entries = entries.only("uid", *(f"content__{name}" for name in SHOWN))
    pages = {str(entry.uid): entry.content for entry in entries}
    return {uid: pages[ours] for uid, ours in uids.items() if ours in pages}
