"""The search page and the theme pages: one filtered list of every kind of content."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_safe

from core.filters import ContentFilter
from core.lists import feed_address, list_context
from core.models import ContentPage, Theme
from search.search_filter import SearchFilter, by_section

#: The name of the route of the feed of a search.
FEED = "search-feed"
COUNTED = ngettext_lazy("%(number)d page", "%(number)d pages", "number")


@require_safe
def search(request):
    """`/recherche/?q=&type=&theme=&lieu=&annee=`; everything, last published first, when nothing is asked."""
    asked = SearchFilter(request.GET)
    feed = feed_address(FEED, asked)
    context = list_context(asked, COUNTED, feed)
    return render(request, "search/search.html", context)


@require_safe
def theme(request, slug):
    """`/themes/<slug>/`: everything about one theme, last published first. Raises Http404 for an unknown one."""
    found = Theme.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    asked = ContentFilter(
        request.GET,
        ContentPage.objects.published().about([found]),
        common=("lieu", "annee"),
        filters=(by_section(),),
    )
    feed = feed_address(FEED, asked, theme=found.slug)
    context = list_context(asked, COUNTED, feed)
    return render(request, "search/theme.html", context | {"theme": found})
