"""Atom feeds: the whole site, one section, or any filtered list (RFC 4287)."""

import re
from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site

from core.feed_bodies import (
    FEED_TEMPLATES,
    bodies_of,
    enclosures_of,
    in_its_branch,
    joined_for,
    readable_in,
    with_whole_addresses,
)
from core.first_level import public_page
from core.french import fold
from core.machine_addresses import root_url
from core.models import ContentPage, ContentQuerySet, site_name
from core.models.content_queryset import THEMES_APART
from core.page_cache.known import recall_of
from core.page_cache.parameters import reads_no_parameter
from core.reading import render_body

#: Entries of a feed; readers keep the older ones themselves.
FEED_SIZE = 30

#: What XML 1.0 cannot hold (§2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class PrintableXML(SimplerXMLGenerator):
    """Leaves out what XML cannot hold, in texts and in attributes: a pasted character breaks no feed."""

    def characters(self, content):
        super().characters(_NOT_XML.sub("", content))

    def startElement(self, name, attrs):  # noqa: N802 -- the name that SAX calls
        super().startElement(name, {key: _NOT_XML.sub("", value) for key, value in attrs.items()})


class StillWhenEmpty:
    """Before a feed of Django: without an entry it says this morning, so that it does not change at each request."""

    def latest_post_date(self):
        this_morning = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return super().latest_post_date() if self.items else this_morning


class ContentAtom(StillWhenEmpty, Atom1Feed):
    """Django's Atom, with the whole text of each entry."""

    def write(self, outfile, encoding):
        handler = PrintableXML(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


@dataclass
class Listed:
    """What a feed follows: contents, the name of their list, its address on the site and what narrows it."""

    contents: ContentQuerySet
    title: str = ""
    path: str = "/"
    asked: str = ""
    query: str = ""

    @classmethod
    def narrowed(cls, content_filter, title, path):
        """What a ContentFilter leaves of its list; the order of the page is not a feed's."""
        contents = content_filter.apply(content_filter.contents)
        asked = ", ".join(one.value for one in content_filter.active)
        return cls(contents, title, path, asked, content_filter.address(tri=None))


@dataclass
class Entry:
    content: ContentPage
    address: str
    html: str
    enclosures: list
    byline: str


class ContentFeed(Feed):
    """The last published contents of the site. A branch says which by `listed`."""

    feed_type = ContentAtom
    item_guid_is_permalink = False

    @method_decorator([require_safe, conditional_page, reads_no_parameter])
    def __call__(self, request):
        return super().__call__(request)

    def listed(self, request):
        return Listed(ContentPage.objects.published())

    def get_object(self, request):
        # One Feed serves several threads: what belongs to a request travels in this object.
        followed = self.listed(request)
        followed.request = request
        followed.site = Site.find_for_request(request)
        followed.root = root_url(request)
        return followed

    def author_name(self, followed):
        return site_name(followed.site)

    def title(self, followed):
        name = site_name(followed.site)
        title = f"{name} – {followed.title}" if followed.title else name
        return f"{title}\xa0: {followed.asked}" if followed.asked else title

    def link(self, followed):
        return f"{followed.root}{followed.path}{followed.query}"

    def subtitle(self, followed):
        return _("Alternatives, réflexions et luttes autour du travail social et de la santé")

    def feed_url(self, followed):
        return f"{followed.root}{followed.request.path}{followed.query}"

    feed_guid = feed_url

    def items(self, followed):
        return entries_of(list(ready_for_feed(followed.contents).recent()[:FEED_SIZE]), followed.request)

    def item_title(self, entry):
        return entry.content.title

    def item_link(self, entry):
        return entry.address

    def item_guid(self, entry):
        return f"urn:uuid:{entry.content.translation_key}"

    def item_description(self, entry):
        return escape(entry.content.summary)

    def item_author_name(self, entry):
        return entry.byline or None

    def item_pubdate(self, entry):
        return entry.content.first_published_at

    def item_updateddate(self, entry):
        return entry.content.last_published_at or entry.content.latest_revision_created_at

    def item_categories(self, entry):
        titles = (entry.content.theme_titles or "").split(THEMES_APART)
        return sorted(filter(None, titles), key=fold)

    def item_enclosures(self, entry):
        return entry.enclosures

    def item_extra_kwargs(self, entry):
        return {"content": entry.html}


class SectionFeed(ContentFeed):
    """The contents of one list, narrowed by the same parameters as its page. Raises Http404 without a public list."""

    def __init__(self, listing_model):
        self.listing_model = listing_model

    def listed(self, request):
        model = self.listing_model
        page = public_page(model, request)
        if page is None:
            raise Http404
        asked = model.content_filter(request.GET, recall_of(request, model.__name__))
        return Listed.narrowed(asked, page.title, page.get_url(request))


def ready_for_feed(contents):
    """`contents` (ContentQuerySet) with what `entries_of` reads of each."""
    joined = ("image", "place", *joined_for(contents.model))
    return contents.select_related(*joined).with_theme_titles()


def entries_of(contents, request):
    """What the feed says of `contents` (list of ContentPage as `ready_for_feed` → list of Entry).

    In a fixed number of queries.
    """
    pages = [in_its_branch(content) for content in contents]
    bodies = bodies_of(contents, pages)
    context = {"request": request, "readable": readable_in(bodies, request)}
    entries = []
    for content, page, body in zip(contents, pages, bodies, strict=True):
        address = content.get_full_url(request)
        rendered = render_body(body, context, FEED_TEMPLATES)
        templates = [f"feeds/{page.section}.html", "feeds/entry.html"]
        html = render_to_string(templates, {"content": content, "page": page, "body": rendered})
        enclosures = enclosures_of(body, address)
        entries.append(Entry(content, address, with_whole_addresses(html, address), enclosures, page.byline))
    return entries
