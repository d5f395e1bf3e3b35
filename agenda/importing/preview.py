"""What a calendar file would bring here, before anybody chooses: its Proposals."""

import logging
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.importing.calendar_text import UnreadableCalendar
from agenda.importing.proposals import Proposal, proposal_of
from agenda.importing.reading import first, read_calendar
from agenda.importing.repetition import OutOfPatience, Patience
from agenda.importing.texts import LONGEST_TITLE, plain, title_of
from agenda.importing.timing import UnreadableEvent
from agenda.importing.where import Places
from agenda.importing.zones import Zones
from agenda.models.imported_event import kept_uid
from core.french import printable

logger = logging.getLogger(__name__)

#: Dates and exceptions, of all the events of a file.
MOST_DATES = 20_000


@dataclass(frozen=True)
class ReadFile:
    """What a file gives: the `name` of its calendar (str), its Proposals, what one should know of it (list of str)."""

    name: str
    proposals: list[Proposal]
    said: list[str]


def read_proposals(data):
    """The ReadFile of a calendar file (bytes): what is to come first, in order, then what has been, last first.

    Raises UnreadableCalendar, which says the line, where the file cannot be read, or none of its events can.
    """
    calendar = read_calendar(data)
    events = [event for source in calendar.events for event in (source.master, *source.overrides)]
    places = Places(plain(first(event, "LOCATION")) for event in events)
    zones, patience = Zones(calendar), Patience()
    proposals = []
    for source in calendar.events:
        try:
            proposals.append(proposal_of(source, zones, places, patience))
        except UnreadableEvent as error:
            proposals.append(Proposal(kept_uid(source.uid), error.line, title_of(source.master), refused=str(error)))
        except OutOfPatience as error:
            raise UnreadableCalendar(
                _("les répétitions de cet agenda demandent trop de calcul."), line=source.line
            ) from error
        except Exception:
            logger.exception("an event of a calendar file could not be read")
            title = printable(first(source.master, "SUMMARY"))[:LONGEST_TITLE]
            said = _("ce rendez-vous ne se lit pas.")
            proposals.append(Proposal(kept_uid(source.uid), source.line, title, refused=said))
    _check_size(proposals)
    if proposals and all(proposal.refused for proposal in proposals):
        raise UnreadableCalendar(proposals[0].refused, line=proposals[0].line)
    today = timezone.localdate()
    coming = [proposal for proposal in proposals if not proposal.is_over(today)]
    over = [proposal for proposal in proposals if proposal.is_over(today)]
    ordered = [
        *sorted(coming, key=lambda one: one.first),
        *sorted(over, key=lambda one: one.first, reverse=True),
    ]
    return ReadFile(printable(plain(calendar.name))[:255], ordered, calendar.said)


def _check_size(proposals):
    """Raises UnreadableCalendar, with the line, where rules that cannot be said make too many dates all together."""
    number = 0
    for proposal in proposals:
        number += len(proposal.fields.get("added_dates", ())) + len(proposal.fields.get("exceptions", ()))
        if number > MOST_DATES:
            raise UnreadableCalendar(_("les répétitions de cet agenda donnent trop de dates."), line=proposal.line)
