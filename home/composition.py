"""The front page, section by section: what editors composed, fetched once, each content shown once."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from agenda.models import Occurrence
from appeals.models import AppealPage
from articles.models import ArticlePage
from core.models import ContentPage, prefetch_renditions
from core.privacy import without_restriction
from initiatives.models import InitiativePage
from resources.models import ResourcePage

#: Contents in one section, and dates in that of the agenda.
SHOWN = 3
NEXT_DATES = 5
#: Contents that a section of the front page chooses among: the last that were written, however many there are.
AMONG = 1000

#: section of the page type → (page type, usual title, words of the link to the whole list).
LATEST = {
    "initiative": (InitiativePage, _("Initiatives"), _("Toutes les initiatives")),
    "article": (ArticlePage, _("Réflexions"), _("Toutes les réflexions")),
    "resource": (ResourcePage, _("À lire, à voir, à écouter"), _("Toutes les ressources")),
}


@dataclass
class Section:
    """What one section shows. `layout` is its template: cards, lines, dates or words.

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

    @property
    def narrow(self):
        return self.layout in {"dates", "lines"}


class Latest:
    """The last published contents of each kind that the front page asks for, all of them in one query, once."""

    def __init__(self, times, seen):
        self._times, self._seen = times, seen

    def of(self, model):
        """Those of a page type (list of ContentPage): as many as its sections show, and as were shown before."""
        return [content for content in self._contents if issubclass(content.specific_class, model)]

    @cached_property
    def _contents(self):
        keys = [self._last(LATEST[kind][0], SHOWN * times + len(self._seen)) for kind, times in self._times.items()]
        every = keys[0].union(*keys[1:], all=True)
        return list(ContentPage.objects.filter(pk__in=every).with_image_and_place().recent())

    def _last(self, model, number):
        last = model.objects.published().recent().values("pk")[:number]
        return model.objects.order_by().filter(pk__in=last).values("pk")


class Taking(NamedTuple):
    """What a section chooses from: `country` (ISO code) is here, `seen` (set of keys) is shown above."""

    country: str
    seen: set
    latest: Latest


def compose(sections, *, country, featured):
    """Rows (list of lists of Section: one wide, or one or two narrow) of a StreamValue of CompositionBlock.

    `country` (ISO code) is here; `featured` (ContentPage or None) is shown above. What editors chose by hand is shown
    as they chose it; every other section leaves out what is shown above all the others.
    Costs one query for each section that lists something (two for what was chosen by hand, one for all the latest), one
    for the renditions of them all, `featured` included.
    """
    blocks = [(block.block_type, block.value) for block in sections]
    seen = {featured.pk} if featured else set()
    latest = Latest(Counter(value["kind"] for name, value in blocks if name == "latest"), seen)
    found = {}
    for order in sorted(range(len(blocks)), key=lambda number: _PRIORITY.get(blocks[number][0], 9)):
        name, value = blocks[order]
        section = _SECTIONS[name](value, Taking(country, seen, latest))
        if section.items or section.layout == "words":
            seen |= {content.pk for content in section.items if isinstance(content, ContentPage)}
            section.anchor = f"{slugify(section.title)}-{order + 1}"
            found[order] = section
    shown = [found[order] for order in sorted(found)]
    cards = [item for section in shown if section.layout == "cards" for item in section.items]
    prefetch_renditions(content.image for content in [featured, *cards] if content)
    return _rows(shown)


def _rows(sections):
    """Narrow sections that follow each other share a row, two by two."""
    rows = []
    for section in sections:
        if section.narrow and rows and len(rows[-1]) == 1 and rows[-1][0].narrow:
            rows[-1].append(section)
        else:
            rows.append([section])
    return rows


def _take(contents, seen, number=SHOWN):
    """The first `number` of `contents` (ContentQuerySet) that are not in `seen`, ready for a card (list)."""
    return _left(contents.published().with_image_and_place()[: number + len(seen)], seen, number)


def _left(candidates, seen, number=SHOWN):
    """The first `number` of `candidates` (iterable of ContentPage) that are not in `seen` (list)."""
    return [content for content in candidates if content.pk not in seen][:number]


def _dates(value, taking):
    return Section(
        layout="dates",
        title=value["title"] or _("Prochaines dates"),
        items=list(Occurrence.objects.of_published().upcoming().with_card()[:NEXT_DATES]),
        accent="event",
        more="event",
        more_label=_("Tout l’agenda"),
    )


def _appeals(value, taking):
    return Section(
        layout="lines",
        title=value["title"] or _("Appels en cours"),
        items=_take(AppealPage.objects.open().last_written(AMONG).open_first(), taking.seen),
        with_summary=True,
        accent="appeal",
        more="appeal",
        more_label=_("Tous les appels"),
    )


def _latest(value, taking):
    model, title, more_label = LATEST[value["kind"]]
    return Section(
        layout="cards",
        title=value["title"] or title,
        items=_left(taking.latest.of(model), taking.seen),
        accent=model.section,
        more=model.section,
        more_label=more_label,
    )


def _elsewhere(value, taking):
    items = _take(InitiativePage.objects.elsewhere(taking.country).last_written(AMONG).living_first(), taking.seen)
    return Section(layout="lines", title=value["title"] or _("Ailleurs"), items=items, accent="initiative")


def _yesterday(value, taking):
    items = _take(InitiativePage.objects.of_yesterday().last_written(AMONG).recent(), taking.seen)
    return Section(layout="lines", title=value["title"] or _("Hier"), items=items, accent="initiative")


def _theme(value, taking):
    theme = value["theme"]
    items = _take(ContentPage.objects.last_about(theme, AMONG).recent(), taking.seen) if theme else []
    return Section(layout="cards", title=value["title"] or str(theme), items=items, value=theme)


def _selection(value, taking):
    chosen = list(dict.fromkeys(content.pk for content in value["contents"] if content))
    found = ContentPage.objects.published().with_image_and_place().in_bulk(chosen)
    items = [found[key] for key in chosen if key in found]
    return Section(layout="cards", title=value["title"] or _("Notre choix"), items=items)


def _words(value, taking):
    page = value["page"]
    readable = page and without_restriction(Page.objects.live().filter(pk=page.pk)).exists()
    return Section(layout="words", title=value["title"], value={**value, "page": page if readable else None})


_SECTIONS = {
    "dates": _dates,
    "appeals": _appeals,
    "latest": _latest,
    "elsewhere": _elsewhere,
    "yesterday": _yesterday,
    "theme": _theme,
    "selection": _selection,
    "words": _words,
}
#: Who chooses first among contents that several sections could show: the more particular, the sooner.
_PRIORITY = {"selection": 0, "elsewhere": 1, "yesterday": 2, "theme": 3}
