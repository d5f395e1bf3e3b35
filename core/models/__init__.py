"""The trunk: what every content of the site shares."""

from .content import ContentPage, ContentQuerySet
from .dated import Dated, ScheduledDate
from .generation import Generation, Token
from .gone_file import FileToErase
from .hosted import HostedRecording
from .listing import ListingPage
from .media import People, SiteDocument, SiteImage, SiteMedia, SiteRendition, prefetch_renditions
from .place import Located, Place
from .related import RelatedContent
from .site_settings import SiteSettings, site_name
from .theme import Theme
from .timed_job import TimedJob

__all__ = [
    "ContentPage",
    "ContentQuerySet",
    "Dated",
    "HostedRecording",
    "FileToErase",
    "Generation",
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
    "TimedJob",
    "Token",
    "prefetch_renditions",
    "site_name",
]
