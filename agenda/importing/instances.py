"""Dates of a series that are not as the others: the VEVENTs with a RECURRENCE-ID (RFC 5545 §3.8.4.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from agenda.importing.reading import first, first_of
from agenda.importing.slots import ImpossibleMoment, UnreadableEvent, timing_of
from agenda.importing.texts import description_of, title_of
from agenda.importing.where import Where
from agenda.schedule import Slot

LONGEST_NOTE, LONGEST_LABEL = 240, 160


@dataclass(frozen=True)
class Instance:
    """The date that the series gives at `moment` (naive datetime, in its zone) takes place at `slot`, or not at all.

    `label` is its own title, `note` what its description adds, `where` (Where) its own place: None as the others.
    """

    moment: datetime
    slot: Slot
    cancelled: bool = False
    label: str = ""
    note: str = ""
    where: Where | None = None

    @property
    def words(self):
        """What one should know of it (str)."""
        return " – ".join(part for part in (self.label, self.note) if part)[:LONGEST_NOTE]


def instances_of(source, timing, zones, where_of):
    """(Instances by their moment (dict), what one should know of them (list of str)) of a SourceEvent.

    `timing` is the Timing of the series, `where_of` gives the Where of a VEVENT. What cannot be read is passed over.
    """
    found, said = {}, []
    for event in source.overrides:
        try:
            own = timing_of(event, zones, None, hours=timing.hours)
        except UnreadableEvent as error:
            said.append(_("Ligne %(line)d, une date de cette série : %(said)s") % {"line": error.line, "said": error})
            continue
        moment = _moment_replaced(event, timing)
        if moment is None:
            said.append(_("Ligne %(line)d : on ne sait pas quelle date est changée.") % {"line": event.line})
            continue
        if first_of(event, "RECURRENCE-ID").params.get("RANGE"):
            said.append(_("Un changement vaut aussi pour les dates qui suivent : vérifiez-les."))
        found[moment] = _instance(event, source.master, moment, own, where_of)
    return found, said


def _moment_replaced(event, timing):
    """The moment of the series (Timing) that stands in its RECURRENCE-ID, or None."""
    replaced = getattr(first_of(event, "RECURRENCE-ID"), "dt", None)
    try:
        return timing.moment_of(replaced) if isinstance(replaced, date) else None
    except ImpossibleMoment:
        return None


def _instance(event, master, moment, timing, where_of):
    title, where = title_of(event), where_of(event)
    return Instance(
        moment,
        timing.slot_at(timing.start),
        cancelled=first(event, "STATUS").upper() == "CANCELLED",
        label=title[:LONGEST_LABEL] if title != title_of(master) else "",
        note=_added_words(description_of(event), description_of(master)),
        where=where if where != where_of(master) and where != Where() else None,
    )


def _added_words(description, usual):
    """What a date says that the series does not (str, one line)."""
    words = description.removesuffix(usual) if usual else description
    return " ".join(words.split())[:LONGEST_NOTE]
