"""The front page, section by section: what editors composed, each content fetched once and shown once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from articles.models import ArticlePage
from core.models import prefetch_renditions
from core.privacy import without_restriction
from home.choosing import fetched, first, left, next_dates
from initiatives.models import InitiativePage
from resources.models import ResourcePage

#: section of the page type → (page type, usual title, words of the link to the whole list).
LATEST = {
    "initiative": (InitiativePage, _("Initiatives"), _("Toutes les initiatives")),
    "article": (ArticlePage, _("Réflexions"), _("Toutes les réflexions")),
    "resource": (ResourcePage, _("À lire, à voir, à écouter"), _("Toutes les ressources")),
}


@dataclass
class Section:
    """What one section shows. `layout` is its template: cards, lines, dates or words.

    `items` are dates, or the contents of `keys`, which it has chosen.
    `narrow` ones go two by two; `more` is the section whose whole list it leads to, in the words of `more_label`;
    `value` is the theme of a theme's section, the block of words of an editor's.
    """

    layout: str
    title: str
    items: list = field(default_factory=list)
    with_summary: bool = False
    accent: str = ""
    more: str = ""
    more_label: str = ""
    value: object = None
    anchor: str = ""
    keys: list = field(default_factory=list)

    @property
    def narrow(self):
        return self.layout in {"dates", "lines"}


class Taking(NamedTuple):
    """What a section chooses from, `now` (aware datetime): `country` (ISO code) is here, `seen` (set of keys) above."""

    now: datetime
    country: str
    seen: set

    @property
    def today(self):
        return timezone.localdate(self.now)


def compose(sections, *, country, featured):
    """What the front page shows of a StreamValue of CompositionBlock (dict): `featured` (ContentPage, or None if
    readers may not see it) and `rows` (lists of Section: one wide, or one or two narrow).

    `country` (ISO code) is here; `featured` is the key (int or None) of what is shown above. What editors chose by hand
    is shown as they chose it; every other section leaves out what is shown above all the others.
    Costs one query for each section that looks for something, none for the latest, and two for all that is shown.
    """
    blocks = [(block.block_type, block.value) for block in sections]
    taking, found = Taking(timezone.now(), country, {featured} if featured else set()), {}
    by_priority = sorted(range(len(blocks)), key=lambda number: _PRIORITY.get(blocks[number][0], 9))
    latest = [number for number in by_priority if blocks[number][0] == "latest"]
    for number in by_priority:
        name, value = blocks[number]
        if name != "latest":
            found[number] = _SECTIONS[name](value, taking)
            taking.seen.update(found[number].keys)
    contents = fetched(taking.seen, Counter(LATEST[blocks[number][1]["kind"]][0] for number in latest))
    for number in latest:
        found[number] = _latest(blocks[number][1], contents.values(), taking.seen)
        taking.seen.update(found[number].keys)
    shown = []
    for number, section in sorted(found.items()):
        section.items += [contents[key] for key in section.keys if key in contents]
        section.anchor = f"{slugify(section.title)}-{number + 1}"
        shown += [section] if section.items or section.layout == "words" else []
    cards = [item for section in shown if section.layout == "cards" for item in section.items]
    featured = contents.get(featured)
    prefetch_renditions(content.image for content in [featured, *cards] if content)
    return {"featured": featured, "rows": _rows(shown)}


def _rows(sections):
    """Narrow sections that follow each other share a row, two by two."""
    rows = []
    for section in sections:
        if section.narrow and rows and len(rows[-1]) == 1 and rows[-1][0].narrow:
            rows[-1].append(section)
        else:
            rows.append([section])
    return rows


def _dates(value, taking):
    return Section(
        layout="dates",
        title=value["title"] or _("Prochaines dates"),
        items=next_dates(taking.now),
        accent="event",
        more="event",
        more_label=_("Tout l’agenda"),
    )


def _appeals(value, taking):
    return Section(
        layout="lines",
        title=value["title"] or _("Appels en cours"),
        keys=first("appeals", taking.seen, taking.today),
        with_summary=True,
        accent="appeal",
        more="appeal",
        more_label=_("Tous les appels"),
    )


def _latest(value, contents, seen):
    """Of `contents` (iterable of ContentPage, last published first)."""
    model, title, more_label = LATEST[value["kind"]]
    return Section(
        layout="cards",
        title=value["title"] or title,
        keys=left([content.pk for content in contents if issubclass(content.specific_class, model)], seen),
        accent=model.section,
        more=model.section,
        more_label=more_label,
    )


def _elsewhere(value, taking):
    keys = first("elsewhere", taking.seen, taking.country, taking.today.year)
    return Section(layout="lines", title=value["title"] or _("Ailleurs"), keys=keys, accent="initiative")


def _yesterday(value, taking):
    keys = first("yesterday", taking.seen, taking.today.year)
    return Section(layout="lines", title=value["title"] or _("Hier"), keys=keys, accent="initiative")


def _theme(value, taking):
    theme = value["theme"]
    keys = first("theme", taking.seen, theme.pk) if theme else []
    return Section(layout="cards", title=value["title"] or str(theme), keys=keys, value=theme)


def _selection(value, taking):
    chosen = dict.fromkeys(content.pk for content in value["contents"] if content)
    return Section(layout="cards", title=value["title"] or _("Notre choix"), keys=list(chosen))


def _words(value, taking):
    page = value["page"]
    readable = page and without_restriction(Page.objects.live().filter(pk=page.pk)).exists()
    return Section(layout="words", title=value["title"], value={**value, "page": page if readable else None})


_SECTIONS = {
    "dates": _dates,
    "appeals": _appeals,
    "elsewhere": _elsewhere,
    "yesterday": _yesterday,
    "theme": _theme,
    "selection": _selection,
    "words": _words,
}
#: Who chooses first among contents that several sections could show: the more particular, the sooner.
_PRIORITY = {"selection": 0, "elsewhere": 1, "yesterday": 2, "theme": 3}
