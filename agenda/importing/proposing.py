"""From one event of a calendar file to the fields of an EventPage."""

from datetime import date
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from icalendar import vGeo

from agenda.importing.instances import LONGEST_NOTE, instances_of
from agenda.importing.proposals import Proposal
from agenda.importing.reading import all_of, first, first_of, is_cancelled
from agenda.importing.series import series_of
from agenda.importing.slots import timing_of
from agenda.importing.texts import (
    body_of,
    description_of,
    is_postponed,
    plain,
    state_in_title,
    summary_of,
    title_of,
)
from agenda.importing.timetables import when_of
from agenda.models import EventPage
from agenda.models.imported_event import fingerprint, kept_uid
from core.french import fold

LONGEST_ADDRESS = 200
#: Words of an address where one says that one comes.
_REGISTRATION = ("inscri", "regist", "billet", "ticket", "reserv", "helloasso", "eventbrite", "framaform", "framadate")


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
