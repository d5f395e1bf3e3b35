"""A rendezvous in the words of schema.org."""

from django.utils import timezone

from core.structured_data import moment, node, organization, place, thing

_STATUS = {"confirmed": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}


def event_node(event, context):
    """The Event node (dict) of the page of an EventPage; `context` is that of its template, organiser included.

    Of what repeats, one date: its moments, what became of it and where it takes place are said of that one.
    """
    offered = _offered(event)
    return thing(
        "Event",
        event,
        context,
        **_moments(offered),
        eventStatus=f"https://schema.org/{_status(event, offered)}",
        eventAttendanceMode=_attendance(event, offered),
        location=[where for where in (_venue(event, offered), _online(event)) if where],
        organizer=_organisers(event, context),
        isAccessibleForFree={"free": True, "paid": False}.get(event.price),
        offers=_offer(event),
    )


def _offered(event):
    """Its next date that takes place, else its next one, else its last one (ScheduledDate or None)."""
    now, dates = timezone.now(), event.first_dates
    coming = [date for date in dates if not date.is_past(now)]
    return next((date for date in coming if date.state == "confirmed"), next(iter(coming or dates[-1:]), None))


def _moments(offered):
    """Its start, its end, and the start that was announced before (dict): ISO 8601, days or moments."""
    if offered is None:
        return {}
    before = offered.instead_of if _is_moved(offered) else None
    if offered.all_day:
        return {
            "startDate": offered.day.isoformat(),
            "endDate": offered.last_day.isoformat(),
            "previousStartDate": before and before.date().isoformat(),
        }
    return {"startDate": moment(offered.start), "endDate": moment(offered.end), "previousStartDate": moment(before)}


def _is_moved(offered):
    return offered.state == "confirmed" and offered.instead_of is not None


def _status(event, offered):
    if offered and _is_moved(offered):
        return "EventRescheduled"
    return _STATUS[offered.state if offered else event.state]


def _attendance(event, offered):
    here = (event.place, event.venue, event.address)
    on_site = any((offered.place, offered.venue) if _is_elsewhere(event, offered) else here)
    modes = {(True, True): "Mixed", (True, False): "Offline", (False, True): "Online"}
    mode = modes.get((on_site, bool(event.online_url)))
    return mode and f"https://schema.org/{mode}EventAttendanceMode"


def _is_elsewhere(event, offered):
    """Whether that date takes place elsewhere than the others."""
    return bool(offered) and (offered.place, offered.venue) != (event.place, event.where_in_place)


def _venue(event, offered):
    """Where it takes place (Place node or None): the room, inside the town whose position is known."""
    if _is_elsewhere(event, offered):
        return _room(place(offered.place), offered.venue)
    return _room(place(event.place), event.venue, event.address)


def _room(town, name, street=""):
    if not name and not street:
        return town
    address = (town or {}).get("address", node("PostalAddress"))
    if street:
        address = address | {"streetAddress": street}
    return node("Place", name=name, address=address, containedInPlace=town)


def _online(event):
    """Its address online, as long as the page gives it."""
    return node("VirtualLocation", url=event.online_url) if event.online_url and not event.is_over else None


def _organisers(event, context):
    initiative = context.get("organiser")
    known = [
        organization(initiative.title, initiative.get_full_url(context["request"])) if initiative else None,
        organization(event.organiser_name),
    ]
    return [one for one in known if one]


def _offer(event):
    """How to register, as long as the page says it."""
    is_open = event.registration_url and event.state == event.State.CONFIRMED and not event.is_over
    if not is_open:
        return None
    price = {"price": "0", "priceCurrency": "EUR"} if event.price == event.Price.FREE else {}
    return node("Offer", url=event.registration_url, **price)
