"""Finding a page by its address in one or two queries, where Wagtail walks the tree at two queries a level."""

from copy import copy
from functools import cache

from django.urls import Resolver404, re_path
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from core.companions import with_companions
from core.first_level import first_level
from core.models import ContentPage, ListingPage
from core.page_cache.known import known
from core.prepared import Prepared
from core.privacy import nothing_is_private


def serve(request, path):
    """Wagtail's own view, given the page when one address names exactly one live page.

    Everything else (routes inside a page, what does not exist) is left to Wagtail's walk.
    """
    page, parts = find_page(request, path)
    if page is not None:
        page.is_surely_public = nothing_is_private(request)
        request._wagtail_route_for_request = page.route(request, parts)
    return wagtail_serve(request, path)


def find_page(request, path):
    """The live page at `path` (str, without its first slash), of its own class and ready to be read, or None.

    And the parts (list of str) of the route of its own that the rest of the path is: as in Wagtail's walk, what a page
    routes comes before what is under it.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None, []
    if not path:
        return _shared(request, site.root_page) if site.root_page.live else None, []
    first, *parts = path.strip("/").split("/")
    listing = next((page for page in first_level(request) if page.slug == first), None)
    model = listing and listing.specific_class
    if model and (_routes(model, parts) if parts else issubclass(model, ListingPage)):
        return _shared(request, listing), parts
    whole = f"{site.root_page.url_path}{path}"
    # What is usually right under a list.
    expected = getattr(model, "content_model", None) if len(parts) == 1 else None
    found = _read_at(expected)(whole, _slug(whole)) if expected else []
    return found[0] if found else _wherever(whole), []


def _routes(model, parts):
    """Whether pages of a type (class) route these parts (list of str) of an address themselves (bool)."""
    if not issubclass(model, RoutablePageMixin):
        return False
    try:
        model.get_resolver().resolve(f"/{'/'.join(parts)}/")
    except Resolver404:
        return False
    return True


def _shared(request, page):
    """`page` (Page) of its own class, read once for a generation; each request has a copy of its own."""
    return copy(known(request, ("page", page.pk), page.get_specific))


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


@cache
def _read_at(model):
    """The query (Prepared) of the live page of this type (class) at an address, whose last part is also given."""
    return Prepared(
        lambda whole, slug: _ready_to_read(model).filter(url_path=whole, slug=slug, live=True)[:1], str, str
    )


def _ready_to_read(model):
    return with_companions(model.objects.for_reading())


#: Takes the place of wagtail.urls' last pattern, under the same name.
serve_pattern = re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve")
