"""Where to ask one's way: a link, followed only by who wants to, to a map that is not ours."""

from urllib.parse import urlencode

from core.models import Place

OPENSTREETMAP = "https://www.openstreetmap.org"


def itinerary(place, address=""):
    """The address (str) of a page of OpenStreetMap that finds `address` (str) in `place` (Place or None), or "".

    Without a street, the town itself is shown where its position is known.
    """
    if place is None or place.kind != Place.Kind.TOWN:
        return ""
    if address:
        query = address if place.name.lower() in address.lower() else f"{address}, {place.name}"
        return f"{OPENSTREETMAP}/search?{urlencode({'query': query})}"
    if place.approximate:
        return f"{OPENSTREETMAP}/search?{urlencode({'query': str(place)})}"
    return f"{OPENSTREETMAP}/directions?{urlencode({'to': f'{place.latitude},{place.longitude}'})}"
