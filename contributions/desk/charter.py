"""The points of the charter, which a refusal may name: the headings of its page."""

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from core.machine_addresses import root_url
from core.privacy import without_restriction

#: The last part of the address of the charter.
CHARTER_SLUG = "charte"


def charter_points(request):
    """Its points (list of (anchor, heading)), in their order; none where the site has no charter that readers see."""
    page = _charter(request)
    blocks = getattr(page, "body", [])
    return [(block.value.anchor, block.value["text"]) for block in blocks if block.block_type == "heading"]


def with_point(reason, anchor, request):
    """A `reason` (str) that leads to the point of that `anchor` (str, may be empty) of the charter (str)."""
    heading = dict(charter_points(request)).get(anchor)
    if not heading:
        return reason
    address = f"{root_url(request)}{_charter(request).get_url(request)}#{anchor}"
    said = _("Le point de la charte dont il s’agit\u00a0: «\u00a0%(point)s\u00a0», %(address)s")
    return f"{reason}\n\n{said % {'point': heading, 'address': address}}"


def _charter(request):
    site = Site.find_for_request(request)
    pages = without_restriction(Page.objects.child_of(site.root_page).live().filter(slug=CHARTER_SLUG)) if site else []
    return next((page.specific for page in pages), None)
