"""The feed of a search or of a theme: what `/recherche/` shows for the same parameters, last published first."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.feeds import ContentFeed, Listed
from search.search_filter import SearchFilter


class SearchFeed(ContentFeed):
    def listed(self, request):
        return Listed.narrowed(SearchFilter(request.GET), _("Recherche"), reverse("search"))
