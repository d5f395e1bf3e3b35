"""What the site has already, or has been sent, that looks like a contribution.

The same title or the same address, however written (core.french, contributions.links); or the same place, the nearest
titles first. What is read is bounded; in a town where there is a lot, only titles that look alike are shown.
"""

from django.db.models.fields.json import KT

from agenda.models import EventPage
from articles.models import ArticlePage
from contributions.links import canonical_link, linked_host
from contributions.models import Contribution
from core.french import stems
from core.models import ContentPage
from core.models.place import fold_place_name
from core.place_search import recognised_place
from initiatives.models import InitiativePage
from resources.models import ResourcePage

MOST_SHOWN = 5
#: Titles that the search finds, contributions, then addresses of one site or pages of one place: no more is read.
_MOST_TITLES = 50
_MOST_SENT = 500
_MOST_READ = 1000
#: From 0 (nothing in common) to 1: « La Maison commune » and « Maison commune de Lyon » are at 0.8.
_NEAR = 0.6
#: Letters of the shortest word that titles have in common: articles and prepositions are in all of them.
_SHORTEST = 4
_LINKS = ((InitiativePage, "website"), (ResourcePage, "link"), (ArticlePage, "source_url"))


def pages_like(contribution):
    """Pages (list of ContentPage, drafts among them, MOST_SHOWN at most) that may be the same thing, surest first."""
    same = {*_of_the_same_title(contribution), *_of_the_same_link(contribution)} - {contribution.page_id}
    near = [key for key in _of_the_same_place(contribution) if key not in {*same, contribution.page_id}]
    keys = [*sorted(same, reverse=True)[:MOST_SHOWN], *near][:MOST_SHOWN]
    pages = ContentPage.objects.select_related("place").defer("body").in_bulk(keys)
    return [pages[key] for key in keys]


def contributions_like(contribution):
    """Other contributions (list, MOST_SHOWN at most) that may be the same thing, newest first. Texts are not read."""
    looked_for = _Traits(contribution.answers)
    if not (looked_for.title or looked_for.link):
        return []
    others = Contribution.objects.filter(erased_at=None).exclude(pk=contribution.pk)
    told = others.exclude(state=Contribution.State.SPAM).order_by("-pk")
    names = ("title", "link", *(("place", "town") if looked_for.place else ()))
    # As text: SQLite would read a title that is JSON, « 1984 » for one.
    rows = told.values_list("pk", *(KT(f"answers__{name}") for name in names))[:_MOST_SENT]
    found = [pk for pk, *values in rows if looked_for.are_those_of(dict(zip(names, values, strict=True)))]
    return list(Contribution.objects.filter(pk__in=found[:MOST_SHOWN]).order_by("-pk")) if found else []


class _Traits:
    """What is compared of the `answers` (dict: field → str or None) of a contribution."""

    def __init__(self, answers):
        self.said = answers.get("title") or ""
        self.title = stems(self.said)
        self.link = canonical_link(answers.get("link") or "")
        self.place = _place_of(answers)

    def are_those_of(self, answers):
        """Whether other `answers` (dict) may say the same thing (bool)."""
        if self.link and answers["link"] and canonical_link(answers["link"]) == self.link:
            return True
        other = answers["title"]
        if not (self.title and other):
            return False
        is_there = self.place and _place_of(answers) == self.place
        return stems(other) == self.title or bool(is_there and _likeness(self.said, other) >= _NEAR)


def _place_of(answers):
    return fold_place_name(answers.get("place") or answers.get("town") or "")


def _of_the_same_title(contribution):
    """Keys (list): the search finds its words, then titles are compared."""
    title = contribution.answers.get("title", "")
    if not stems(title):
        return []
    found = ContentPage.objects.only("title").search(title, fields=["title"])[:_MOST_TITLES]
    return [page.pk for page in found if stems(page.title) == stems(title)]


def _of_the_same_link(contribution):
    """Keys (list) of the pages that have its address: those of the same site are compared."""
    link = contribution.answers.get("link", "")
    host, canonical = linked_host(link), canonical_link(link)
    if not canonical:
        return []
    return [
        key
        for model, field in _LINKS
        for key, address in model.objects.filter(**{f"{field}__icontains": host}).values_list("pk", field)[:_MOST_READ]
        if canonical_link(address) == canonical
    ]


def _of_the_same_place(contribution):
    """Keys (list) of initiatives of its place, or of what takes place there on its day: nearest titles first."""
    said = contribution.answers
    name = said.get("place") or said.get("town")
    place = recognised_place(name, []) if name else None
    if place is None:
        return []
    there = InitiativePage.objects.filter(place=place)
    if said.get("day"):
        there = EventPage.objects.filter(place=place, start_date=said["day"])
    title = said.get("title", "")
    likeness = {key: _likeness(title, other) for key, other in there.values_list("pk", "title")[:_MOST_READ]}
    nearest = sorted(likeness, key=lambda key: (-likeness[key], -key))
    return nearest if len(nearest) <= MOST_SHOWN else [key for key in nearest if likeness[key] >= _NEAR]


def _likeness(title, other):
    """How much two titles (str) have in common (float, from 0 to 1): their words, in whatever spelling (Dice)."""
    words, others = _words(title), _words(other)
    return 2 * len(words & others) / (len(words) + len(others)) if words and others else 0.0


def _words(title):
    return {stem for stem in stems(title).split() if len(stem) >= _SHORTEST}
