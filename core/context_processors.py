"""What every public page shows around its content."""

from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site


def navigation(request):
    """`menu`: the published pages of the first level that are in menus, in their order (list of Page, lazy)."""

    def menu():
        site = Site.find_for_request(request)
        if site is None:
            return []
        return list(Page.objects.child_of(site.root_page).live().in_menu().order_by("path"))

    return {"menu": SimpleLazyObject(menu)}
