"""The feed of a search or of a theme: what `/recherche/` shows for the same parameters, last published first."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.feeds import ContentFeed, Listed
from core.models import SiteSettings
from search.search_filter import SearchFilter


class SearchFeed(ContentFeed):
    def listed(self, request):
        asked = SearchFilter(request.GET, SiteSettings.of(request).home_country, for_feed=True)
        return Listed.narrowed(asked, _("Recherche"), reverse("search"))
