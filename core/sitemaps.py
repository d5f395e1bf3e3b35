"""sitemap.xml: every public page of the site, and the themes that have contents (sitemaps.org, protocol 0.9)."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page, Site

from core.models import ContentPage, Theme
from core.page_cache.parameters import reads_no_parameter
from core.privacy import without_restriction

#: Routes that are pages for people.
ROUTES = ("contact", "privacy", "legal-notice", "accessibility")
#: Pages of one file; beyond, sitemap.xml is an index of files.
PART_SIZE = 5000

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass
class Address:
    location: str
    changed: datetime | None = None


@require_safe
@conditional_page
@reads_no_parameter
def sitemap(request):
    site = Site.find_for_request(request)
    parts = ceil(public_pages(site).count() / PART_SIZE)
    if parts <= 1:
        return sitemap_part(request, 1)
    files = [Address(site.root_url + reverse("sitemap-part", args=[number])) for number in range(1, parts + 1)]
    return _written("sitemapindex", "sitemap", files)


@require_safe
@conditional_page
@reads_no_parameter
def sitemap_part(request, number):
    """The `number`th file (int, from 1); the first one names the themes too. Raises Http404 past the last."""
    site = Site.find_for_request(request)
    if number != 1 and not 1 <= number <= ceil(public_pages(site).count() / PART_SIZE):
        raise Http404
    return _written("urlset", "url", (routes(site) + themes(site) if number == 1 else []) + pages(site, number))


def public_pages(site):
    """The pages of `site` (Site or None) that any reader may see, lists and simple pages included (PageQuerySet)."""
    if site is None:
        return Page.objects.none()
    return without_restriction(Page.objects.descendant_of(site.root_page, inclusive=True).live()).order_by("path")


def pages(site, number):
    """The addresses (list of Address) of the `number`th part of the pages; one query, whatever their kinds."""
    start = (number - 1) * PART_SIZE
    rows = public_pages(site).values_list("url_path", "last_published_at", "content_type")[start : start + PART_SIZE]
    contents = {key for key in {row[2] for row in rows} if _is_content(key)}
    return [
        Address(_location(site, path), changed if content_type in contents else None)
        for path, changed, content_type in rows
    ]


def routes(site):
    """The addresses (list of Address) of pages that are no Wagtail page."""
    return [Address(site.root_url + reverse(name)) for name in ROUTES] if site else []


def themes(site):
    """The addresses (list of Address) of the themes that have something to read."""
    if site is None:
        return []
    found = Theme.objects.filter(contents__in=ContentPage.objects.published())
    found = found.annotate(changed=Max("contents__last_published_at")).order_by("slug")
    return [Address(site.root_url + theme.get_absolute_url(), theme.changed) for theme in found]


def _is_content(key):
    """Whether a content type is of contents: the date of a list is not that of what it shows."""
    model = ContentType.objects.get_for_id(key).model_class()
    return bool(model) and issubclass(model, ContentPage)


def _location(site, url_path):
    return site.root_url + iri_to_uri(reverse("wagtail_serve", args=[url_path[len(site.root_page.url_path) :]]))


def _written(container, element, addresses):
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement(container, {"xmlns": NAMESPACE})
    for address in addresses:
        xml.startElement(element, {})
        xml.addQuickElement("loc", address.location)
        if address.changed:
            xml.addQuickElement("lastmod", address.changed.isoformat(timespec="seconds"))
        xml.endElement(element)
    xml.endElement(container)
    return response
