"""Who one may write to from `/contact/`: readers know a name, the site alone knows where it leads."""

from dataclasses import dataclass

from wagtail.models import Site

from core.models import SiteSettings


@dataclass(frozen=True)
class Recipient:
    """`address` (str) is where messages arrive, `site` the one on which its name is chosen."""

    address: str
    site: Site


def recipients_of(request):
    """The identifier and the label (pairs of str) of each recipient, in the order of the collective."""
    return [(block.id, block.value["label"]) for block in SiteSettings.of(request).contact_recipients if block.id]


def recipient_of(key):
    """The Recipient of an identifier (str) as it is today, or None where it is no more in the list."""
    for known in SiteSettings.objects.select_related("site"):
        for block in known.contact_recipients:
            if block.id == key:
                return Recipient(block.value["address"], known.site)
    return None
