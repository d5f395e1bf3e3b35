"""Finding a page by its address in one or two queries, where Wagtail walks the tree at two queries a level."""

from copy import copy

from django.urls import Resolver404, re_path
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from core.companions import with_companions
from core.first_level import first_level
from core.models import ContentPage, ListingPage
from core.page_cache.known import known
from core.privacy import nothing_is_private


def serve(request, path):
    """Wagtail's own view, given the page when one address names exactly one live page.

    Everything else (routes inside a page, what does not exist) is left to Wagtail's walk.
    """
    page, parts = _routed(request, path) or (find_page(request, path), [])
    if page is not None:
        page.is_surely_public = nothing_is_private(request)
        request._wagtail_route_for_request = page.route(request, parts)
    return wagtail_serve(request, path)


def _routed(request, path):
    """A page of the first level one of whose own routes is at `path` (str), and the parts of the route; or None.

    As in Wagtail's walk, where what a page routes comes before what is under it.
    """
    first, *parts = path.strip("/").split("/")
    page = next((page for page in first_level(request) if page.slug == first), None) if parts else None
    if page is None or not issubclass(page.specific_class, RoutablePageMixin):
        return None
    try:
        page.specific_class.get_resolver().resolve(f"/{'/'.join(parts)}/")
    except Resolver404:
        return None
    return _shared(request, page), parts


def find_page(request, path):
    """The live page at `path` (str, without its first slash), of its own class and ready to be read, or None."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    if not path:
        return _shared(request, site.root_page) if site.root_page.live else None
    whole = f"{site.root_page.url_path}{path}"
    listing = next((page for page in first_level(request) if page.url_path == whole), None)
    if listing is not None and issubclass(listing.specific_class, ListingPage):
        return _shared(request, listing)
    model = _expected(request, whole)
    page = model and _ready_to_read(model).filter(url_path=whole, slug=_slug(whole), live=True).first()
    return page or _wherever(whole)


def _shared(request, page):
    """`page` (Page) of its own class, read once for a generation; each request has a copy of its own."""
    return copy(known(request, ("page", page.pk), page.get_specific))


def _expected(request, url_path):
    """What is usually right under the list that holds an address (a branch of ContentPage), or None."""
    above = f"{url_path.rstrip('/').rpartition('/')[0]}/"
    listing = next((page for page in first_level(request) if page.url_path == above), None)
    return listing and getattr(listing.specific_class, "content_model", None)


def _slug(url_path):
    """The last part of an address: it has an index, the whole address has none."""
    return url_path.rstrip("/").rpartition("/")[2]


def _wherever(url_path):
    found = Page.objects.filter(url_path=url_path, slug=_slug(url_path), live=True).first()
    if found is None:
        return None
    model = found.specific_class
    is_content = model is not None and issubclass(model, ContentPage)
    return _ready_to_read(model).get(pk=found.pk) if is_content else found.get_specific()


def _ready_to_read(model):
    return with_companions(model.objects.for_reading())


#: Takes the place of wagtail.urls' last pattern, under the same name.
serve_pattern = re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve")
