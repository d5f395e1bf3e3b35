"""The pages right under the home page: what menus show, and where contents are found."""

from wagtail.models import Page, Site

from core.page_cache.known import known
from core.privacy import without_restriction


def first_level(request):
    """Those that any reader may see (list of Page, in their order), asked once for a request, or for a generation."""
    if not hasattr(request, "_first_level"):
        site = Site.find_for_request(request)
        request._first_level = known(request, ("first level", site.pk), lambda: _read(site)) if site else []
    return request._first_level


def public_page(model, request):
    """The page that any reader may see of a type of which there is one (Page), or None; usually of the first level."""
    found = next((page for page in first_level(request) if page.specific_class is model), None)
    return found or without_restriction(model.objects.live()).first()


def _read(site):
    return list(without_restriction(Page.objects.child_of(site.root_page).live()).order_by("path"))
