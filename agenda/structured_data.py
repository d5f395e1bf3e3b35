"""A rendezvous in the words of schema.org."""

from django.utils import timezone

from core.structured_data import moment, node, organization, place, thing

_STATUS = {"confirmed": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}


def event_node(event, context):
    """The Event node (dict) of the page of an EventPage; `context` is that of its template, organiser included."""
    start, end = _span(event)
    return thing(
        "Event",
        event,
        context,
        startDate=start,
        endDate=end,
        eventStatus=f"https://schema.org/{_STATUS[event.state]}",
        eventAttendanceMode=_attendance(event),
        location=[where for where in (_venue(event), _online(event)) if where],
        organizer=_organisers(event, context),
        isAccessibleForFree={"free": True, "paid": False}.get(event.price),
        offers=_offer(event),
    )


def _span(event):
    """Start and end (str or None each) of its next date, else of its last one: ISO 8601, days or moments."""
    now, dates = timezone.now(), event.known_dates
    scheduled = next((date for date in dates if not date.is_past(now)), dates[-1] if dates else None)
    if scheduled is None:
        return None, None
    if scheduled.all_day:
        return scheduled.start.date().isoformat(), scheduled.last_day.isoformat()
    return moment(scheduled.start), moment(scheduled.end)


def _attendance(event):
    on_site, online = bool(event.place or event.venue or event.address), bool(event.online_url)
    mode = {(True, True): "Mixed", (True, False): "Offline", (False, True): "Online"}.get((on_site, online))
    return mode and f"https://schema.org/{mode}EventAttendanceMode"


def _venue(event):
    """Where it takes place (Place node or None): the room, inside the town whose position is known."""
    town = place(event.place)
    if not event.venue and not event.address:
        return town
    address = (town or {}).get("address", node("PostalAddress"))
    if event.address:
        address = address | {"streetAddress": event.address}
    return node("Place", name=event.venue, address=address, containedInPlace=town)


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
