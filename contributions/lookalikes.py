"""What the site has already, or has been sent, that looks like a contribution: same title, same address, same place."""

from django.db.models import Q

from agenda.models import EventPage
from contributions.models import Contribution
from core.french import fold
from core.models import ContentPage
from core.place_search import recognised_place
from initiatives.models import InitiativePage
from resources.models import ResourcePage

MOST_SHOWN = 5


def pages_like(contribution):
    """Pages (list of ContentPage, drafts among them, MOST_SHOWN at most) that may be the same thing."""
    title, link = _title(contribution), _bare(contribution.answers.get("link", ""))
    alike = Q(pk__in=[])
    if title:
        alike |= Q(title__iexact=title)
    if link:
        initiatives = InitiativePage.objects.filter(website__icontains=link).values("pk")
        alike |= Q(pk__in=initiatives) | Q(pk__in=ResourcePage.objects.filter(link__icontains=link).values("pk"))
    alike |= Q(pk__in=_in_the_same_place(contribution).values("pk"))
    return list(ContentPage.objects.filter(alike).select_related("place").order_by("-live", "-pk")[:MOST_SHOWN])


def contributions_like(contribution):
    """Other contributions (list, MOST_SHOWN at most) of the same title or address."""
    others = Contribution.objects.exclude(pk=contribution.pk).exclude(state=Contribution.State.SPAM)
    title, link = fold(_title(contribution)), _bare(contribution.answers.get("link", ""))
    found = [
        other
        for other in others.order_by("-pk")[:500]
        if (title and fold(_title(other)) == title) or (link and _bare(other.answers.get("link", "")) == link)
    ]
    return found[:MOST_SHOWN]


def _in_the_same_place(contribution):
    """Initiatives of the same place, or what takes place there on the same day (QuerySet)."""
    said = contribution.answers
    name = said.get("place") or said.get("town")
    place = recognised_place(name, []) if name else None
    if place is None:
        return ContentPage.objects.none()
    if said.get("day"):
        return EventPage.objects.filter(place=place, start_date=said["day"])
    return InitiativePage.objects.filter(place=place)


def _title(contribution):
    return contribution.answers.get("title", "")


def _bare(address):
    return address.partition("//")[2].removeprefix("www.").rstrip("/")
