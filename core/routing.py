"""Finding a page by its address in two queries, where Wagtail walks the tree at two queries a level."""

from django.db.models import Exists
from django.urls import re_path
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from core.companions import with_companions
from core.models import ContentPage


def serve(request, path):
    """Wagtail's own view, given the page when one address names exactly one live content.

    Everything else (lists, routes inside a page, what does not exist) is left to Wagtail's walk.
    """
    page = find_content(request, path)
    if page is not None:
        request._wagtail_route_for_request = RouteResult(page)
    return wagtail_serve(request, path)


def find_content(request, path):
    """The live content (a branch of ContentPage, ready to be read) at `path`, or None."""
    site = Site.find_for_request(request)
    if site is None or not path:
        return None
    found = (
        Page.objects.filter(url_path=f"{site.root_page.url_path}{path}", live=True)
        .annotate(may_be_restricted=Exists(PageViewRestriction.objects.all()))
        .first()
    )
    if found is None or not issubclass(found.specific_class, ContentPage):
        return None
    if issubclass(found.specific_class, RoutablePageMixin):
        return None
    page = with_companions(found.specific_class.objects.for_reading()).get(pk=found.pk)
    page.is_surely_public = not found.may_be_restricted
    return page


#: Takes the place of wagtail.urls' last pattern, under the same name.
serve_pattern = re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve")
