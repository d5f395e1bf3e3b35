"""From what was sent to the draft of a page: the fields that it fills, and nothing invented."""

from datetime import date, time

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agenda.models import EventPage
from appeals.models import AppealPage
from articles.models import ArticlePage
from contributions.signing import SignedBy
from core.place_search import recognised_place
from core.plain_text import lines_of, link_to, paragraphs_of, summary_of
from initiatives.models import InitiativePage
from resources.models import ResourcePage

LONGEST_TITLE = 255
#: Words of a text that stand for a title, until a member writes one.
TITLE_WORDS = 8

_SIGNED_BY = {
    SignedBy.NOBODY: ArticlePage.SignedBy.ANONYMOUS,
    SignedBy.NAME: ArticlePage.SignedBy.NAMES,
    SignedBy.PSEUDONYM: ArticlePage.SignedBy.PSEUDONYMS,
    SignedBy.COLLECTIVE: ArticlePage.SignedBy.COLLECTIVE,
}


def article(contribution):
    """An ArticlePage (unsaved) of a Contribution, signed as its sender asked; those that follow are alike."""
    said = contribution.answers
    return ArticlePage(
        kind=ArticlePage.Kind.REFLECTION,
        signed_by=_SIGNED_BY[contribution.signed_by],
        signature=contribution.signature,
        body=_paragraphs(said.get("text", ""), said.get("link", "")),
        **_head(said),
    )


def testimony(contribution):
    page = article(contribution)
    page.kind = ArticlePage.Kind.TESTIMONY
    return page


def report(contribution):
    page = article(contribution)
    page.kind = ArticlePage.Kind.REPORT
    page.title = contribution.title
    return page


def initiative(contribution):
    said = contribution.answers
    body = _paragraphs(said.get("text", ""))
    return InitiativePage(website=said.get("link", ""), place=_place(said.get("place")), body=body, **_head(said))


def appeal(contribution):
    said = contribution.answers
    return AppealPage(
        adopted_by=said.get("called_by", ""),
        deadline=_day(said.get("deadline")),
        body=_paragraphs(said.get("text", ""), said.get("link", "")),
        **_head(said),
    )


def event(contribution):
    said = contribution.answers
    return EventPage(
        start_date=_day(said.get("day")),
        start_time=_hour(said.get("hour")),
        end_time=_hour(said.get("end_hour")),
        place=_place(said.get("town")),
        venue=said.get("venue", ""),
        body=_paragraphs(said.get("text", ""), said.get("link", "")),
        **_head(said),
    )


def work(contribution):
    said = contribution.answers
    why = f"<p>{lines_of(said['text'])}</p>" if said.get("text") else ""
    link, creators = said.get("link", ""), said.get("creators", "")
    return ResourcePage(kind=said["sort"], creators=creators, link=link, why=why, **_head(said))


def link(contribution):
    said = contribution.answers
    why = f"<p>{lines_of(said['text'])}</p>" if said.get("text") else ""
    title = said["link"].partition("//")[2].rstrip("/")
    head = _head({"title": title, "text": said.get("text", "")})
    return ResourcePage(kind=ResourcePage.Kind.LINK, link=said["link"], why=why, **head)


def _head(said):
    """The title and the summary (dict) of any page; both are a member's to write better."""
    text = " ".join(said.get("text", "").split())
    title = said.get("title") or Truncator(text).words(TITLE_WORDS) or _("Sans titre")
    return {"title": title[:LONGEST_TITLE], "summary": summary_of(said.get("text", ""))}


def _paragraphs(text, address=""):
    """The body (list) of a page: the paragraphs of a plain text, then an `address` that it gives."""
    html = paragraphs_of(text) + ([f"<p>{link_to(address)}</p>"] if address else [])
    return [("text", "".join(html))] if html else []


def _place(name):
    return recognised_place(name, []) if name else None


def _day(text):
    return date.fromisoformat(text) if text else None


def _hour(text):
    return time.fromisoformat(text) if text else None
