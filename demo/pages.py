"""One content of the example made into one page: what is common to all kinds, then what each kind adds."""

from wagtail.rich_text import RichText

from agenda.models import AgendaPage, EventPage
from appeals.models import AppealIndexPage, AppealPage, AppealTown
from articles.models import ArticleIndexPage, ArticlePage
from core.models import RelatedContent
from demo.content.appeals import APPEALS
from demo.content.articles import ARTICLES
from demo.content.events import EVENTS
from demo.content.initiatives import INITIATIVES
from demo.content.resources import RESOURCES
from demo.moments import resolved
from demo.text import one_line
from initiatives.models import (
    InitiativeIndexPage,
    InitiativePage,
)
from resources.models import ResourceIndexPage, ResourcePage

#: (page type, its index, its contents, what is its own), in the order of the menu.
KINDS = [
    (InitiativePage, InitiativeIndexPage, INITIATIVES, "initiative"),
    (ArticlePage, ArticleIndexPage, ARTICLES, "article"),
    (AppealPage, AppealIndexPage, APPEALS, "appeal"),
    (EventPage, AgendaPage, EVENTS, "event"),
    (ResourcePage, ResourceIndexPage, RESOURCES, "resource"),
]

_DATES = {
    "verified_on",
    "adopted_on",
    "adopted_until",
    "deadline",
    "start_date",
    "end_date",
    "repeats_until",
    "day",
    "to_day",
    "end_day",
    "first",
    "last",
}
#: Fields that are lists of blocks with dates in them.
_DATED_BLOCKS = {"added_dates", "exceptions"}


class PageFiller:
    """Fills a page, created empty, from its content (a dict of `demo/content`); `today` is a date."""

    def __init__(self, library, writer, pages, today):
        self.library = library
        self.writer = writer
        self.pages = pages
        self.today = today

    def fill(self, page, content, kind):
        page.image = self.library.image(content.get("image"))
        page.place = self.library.place(content.get("place"))
        page.themes = [self.library.theme(slug) for slug in content["themes"]]
        page.body = self.writer.stream(content.get("body", []))
        page.related_contents = [
            RelatedContent(content=self.pages[slug], sort_order=order)
            for order, slug in enumerate(content.get("related", []))
        ]
        for name, value in content.get("fields", {}).items():
            setattr(page, name, self._plain(name, value))
        getattr(self, f"_{kind}")(page, content)

    def _plain(self, name, value):
        if name in _DATES:
            return resolved(value, self.today)
        if name in _DATED_BLOCKS:
            return [(kind, {key: self._plain(key, said) for key, said in block.items()}) for kind, block in value]
        return one_line(value) if isinstance(value, str) else value

    def _initiative(self, page, content):
        page.kind = self.library.kind(content["kind"])
        page.part_of = self.pages.get(content.get("part_of"))
        page.steps = [("step", {"when": when, "text": one_line(text)}) for when, text in content.get("steps", [])]
        page.contacts = [("contact", contact) for contact in content.get("contacts", [])]
        page.partners = [("partner", {"name": name, "url": url}) for name, url in content.get("partners", [])]

    def _article(self, page, content):
        pass

    def _appeal(self, page, content):
        page.booklet = self.library.document(content.get("booklet"))
        page.outcome = self.writer.rich_text(content.get("outcome", ""))
        page.towns = [AppealTown(place=self.library.place(code)) for code in content.get("towns", [])]
        page.calls = [("call", self._call(call)) for call in content.get("calls", [])]

    def _call(self, call):
        return {
            "title": call["title"],
            "form": call["form"],
            "venue": call.get("venue", ""),
            "place": self.library.place(call.get("place")),
            "text": RichText(self.writer.rich_text(call.get("text", ""))),
            "dates": [
                {
                    "start_date": None,
                    "start_time": None,
                    "end_date": None,
                    "precision": "day",
                    **{name: self._plain(name, value) for name, value in date.items()},
                }
                for date in call.get("dates", [])
            ],
        }

    def _event(self, page, content):
        for name in page.read_with:
            setattr(page, name, self.pages.get(content.get(name)))

    def _resource(self, page, content):
        page.document = self.library.document(content.get("document"))
        page.why = self.writer.rich_text(content["why"])
