"""The trunk: what every content of the site shares."""

from .content import ContentPage, ContentQuerySet, RelatedContent
from .dated import Dated, ScheduledDate
from .gone_file import FileToErase
from .hosted import HostedRecording
from .listing import ListingPage
from .media import People, SiteDocument, SiteImage, SiteMedia, SiteRendition, prefetch_renditions
from .place import Located, Place
from .site_settings import SiteSettings, site_name
from .theme import Theme

__all__ = [
    "ContentPage",
    "ContentQuerySet",
    "Dated",
    "HostedRecording",
    "FileToErase",
    "ListingPage",
    "Located",
    "People",
    "Place",
    "RelatedContent",
    "ScheduledDate",
    "SiteDocument",
    "SiteImage",
    "SiteMedia",
    "SiteRendition",
    "SiteSettings",
    "Theme",
    "prefetch_renditions",
    "site_name",
]
