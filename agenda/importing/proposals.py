"""Proposal: what one event of a calendar file would be here, as values that JSON keeps."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from icalendar import vGeo

from agenda.importing.instances import LONGEST_NOTE, instances_of
from agenda.importing.reading import all_of, first, first_of, is_cancelled
from agenda.importing.series import series_of
from agenda.importing.texts import (
    body_of,
    description_of,
    is_postponed,
    plain,
    state_in_title,
    title_of,
)
from agenda.importing.timetables import when_of
from agenda.importing.timing import timing_of
from agenda.importing.where import LONGEST_ADDRESS
from agenda.models import EventPage
from agenda.models.imported_event import fingerprint, kept_uid
from core.french import fold
from core.plain_text import summary_of

#: Words of an address where one says that one comes.
_REGISTRATION = ("inscri", "regist", "billet", "ticket", "reserv", "helloasso", "eventbrite", "framaform", "framadate")


@dataclass(frozen=True)
class Proposal:
    """`fields` are those of EventPage (dict: name → JSON value). `said` is what one should know before choosing.

    `digest` changes when the file says something else, `when` when it says another time. `first` and `last` are ISO
    days, `last` empty where it goes on. With `refused`, a sentence, it cannot be brought, and has no fields. `line` is
    where it begins in the file.
    """

    uid: str
    line: int
    title: str
    digest: str = ""
    when: str = ""
    fields: dict = field(default_factory=dict)
    said: list = field(default_factory=list)
    first: str = ""
    last: str = ""
    refused: str = ""

    def is_over(self, today):
        """Whether its last day is before `today` (date)."""
        return bool(self.first and self.last and self.last < today.isoformat())

    def event(self, places=None):
        """An EventPage (unsaved) that says all this; `places` (dict: key → Place) saves a query."""
        event = EventPage()
        fill(event, self.fields)
        if places is not None:
            event.place = places.get(event.place_id)
        return event

    def as_json(self):
        return dict(vars(self))


def fill(event, fields):
    """Sets on an EventPage the fields of a Proposal (dict: name → JSON value)."""
    for name, value in fields.items():
        attribute = event._meta.get_field(name)
        setattr(event, attribute.attname, attribute.to_python(value))


def proposal_of(source, zones, places, patience):
    """What a SourceEvent would be here (Proposal). `zones` are the Zones of its file, `places` the Places it names.

    Raises UnreadableEvent, and OutOfPatience.
    """
    master = source.master

    def where_of(event):
        position = first_of(event, "GEO")
        known = (position.latitude, position.longitude) if isinstance(position, vGeo) else None
        return places.where(plain(first(event, "LOCATION")), known)

    where = where_of(master)
    timing = timing_of(master, zones, where.place)
    with patience:
        instances, unread = instances_of(source, timing, zones, where_of)
        when = when_of(series_of(source, timing, instances))
    said = [*when.said, *unread]
    if source.versions > 1:
        said.append(
            _("Le fichier en donne %(number)d versions : la dernière est gardée.") % {"number": source.versions}
        )
    if first(master, "STATUS").upper() == "TENTATIVE":
        said.append(_("À confirmer, dit le fichier."))
    if first(master, "LOCATION") and where.place is None and not where.online:
        said.append(_("Aucune ville n’est reconnue dans le lieu : choisissez-la."))
    description, reason = _description_and_reason(source)
    fields = _texts(master, description) | _state(master, when, reason) | when.fields
    if state_in_title(master) and fields["state"] == EventPage.State.CONFIRMED:
        doubt = _("Son titre dit « %(word)s », mais le fichier ne l’annule pas : vérifiez.")
        said.append(doubt % {"word": state_in_title(master)})
    fields |= {
        "place": where.place and where.place.pk,
        "venue": where.venue,
        "address": where.street,
        "online_url": _online(master, where),
    }
    first_day = fields["start_date"]
    last = when.last.isoformat() if isinstance(when.last, date) else ""
    return Proposal(
        kept_uid(source.uid),
        source.line,
        fields["title"],
        source.digest,
        fingerprint([source.when, timing.hours.source.key, timing.hours.zone, timing.hours.is_told]),
        fields,
        said,
        min(first_day, last or first_day),
        last,
    )


def _description_and_reason(source):
    """(its description, why it does not take place (str each)), which a file of a site as this one puts before."""
    description = description_of(source.master)
    if not source.is_ours or not is_cancelled(source.master):
        return description, ""
    reason, _line, description = description.partition("\n")
    return description, reason[:LONGEST_NOTE]


def _texts(event, description):
    address = _address(first(event, "URL"))
    summary = summary_of(description)
    registers = any(word in address.lower() for word in _REGISTRATION)
    # What the summary says whole is not said twice.
    text = "" if " ".join(description.split()) == summary else description
    return {
        "title": title_of(event),
        "kind": _kind(event),
        "summary": summary,
        "body": body_of(text, "" if registers else address),
        "registration_url": address if registers else "",
    }


def _state(event, when, reason):
    if not is_cancelled(event) and not when.is_empty:
        return {"state": EventPage.State.CONFIRMED.value, "state_reason": ""}
    state = EventPage.State.POSTPONED if is_postponed(event) else EventPage.State.CANCELLED
    said = _("Reporté dans l’agenda d’origine.") if is_postponed(event) else _("Annulé dans l’agenda d’origine.")
    return {"state": state.value, "state_reason": reason or said}


def _kind(event):
    """The kind (str) that one of its categories names, or the usual one."""
    named = {fold(str(category)) for listed in all_of(event, "CATEGORIES") for category in getattr(listed, "cats", [])}
    return next((kind for name, kind in _kinds().items() if name in named), EventPage.Kind.MEETING.value)


@cache
def _kinds():
    return {fold(kind.label): kind.value for kind in EventPage.Kind}


def _online(event, where):
    return where.online or _address(first(event, "CONFERENCE"))


def _address(text):
    """`text` (str) where it is an address that a page may hold, or empty."""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return ""
    return text if len(text) <= LONGEST_ADDRESS else ""
