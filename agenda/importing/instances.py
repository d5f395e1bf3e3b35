"""Dates of a series that are not as the others: the VEVENTs with a RECURRENCE-ID (RFC 5545 §3.8.4.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from agenda.importing.reading import first_of, is_cancelled
from agenda.importing.texts import description_of, title_of
from agenda.importing.timing import ImpossibleMoment, UnreadableEvent, timing_of
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


@dataclass(frozen=True)
class _Words:
    """What a VEVENT says besides its moments: its title, its description (str), its Where."""

    title: str
    description: str
    where: Where


def instances_of(source, timing, zones, where_of):
    """(Instances by their moment (dict), what one should know of them (list of str)) of a SourceEvent.

    `timing` is the Timing of the series, `where_of` gives the Where of a VEVENT. What cannot be read is passed over.
    """
    found, said = {}, []
    usual = _words_of(source.master, where_of) if source.overrides else None
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
        found[moment] = _instance(moment, own, _words_of(event, where_of), usual, is_cancelled(event))
    return found, said


def _words_of(event, where_of):
    return _Words(title_of(event), description_of(event), where_of(event))


def _moment_replaced(event, timing):
    """The moment of the series (Timing) that stands in its RECURRENCE-ID, or None."""
    replaced = getattr(first_of(event, "RECURRENCE-ID"), "dt", None)
    try:
        return timing.moment_of(replaced) if isinstance(replaced, date) else None
    except ImpossibleMoment:
        return None


def _instance(moment, timing, words, usual, cancelled):
    return Instance(
        moment,
        timing.slot_at(timing.start),
        cancelled=cancelled,
        label=words.title[:LONGEST_LABEL] if words.title != usual.title else "",
        note=_added_words(words.description, usual.description),
        where=words.where if words.where not in (usual.where, Where()) else None,
    )


def _added_words(description, usual):
    """What a date says that the series does not (str, one line)."""
    words = description.removesuffix(usual) if usual else description
    return " ".join(words.split())[:LONGEST_NOTE]
