"""The search page and the theme pages: one filtered list of every kind of content."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy
from django.views.decorators.http import require_safe

from core.filters import ContentFilter
from core.lists import cards_context, feed_address, list_context
from core.models import ContentPage, SiteSettings, Theme
from core.page_cache.known import recall_of
from core.page_cache.parameters import note_read
from search.missed import count_missed
from search.results import what_was_found
from search.search_filter import SearchFilter, by_section
from search.suggestions import suggestions

#: The name of the route of the feed of a search.
FEED = "search-feed"
COUNTED = ngettext_lazy("%(number)d page", "%(number)d pages", "number")


@require_safe
def search(request):
    """`/recherche/?q=&type=&theme=&lieu=&annee=&ou=&quand=`; everything, last published first, if nothing is asked."""
    asked = SearchFilter(request.GET, SiteSettings.of(request).home_country)
    feed = feed_address(FEED, asked)
    if asked.answers.query.units:
        context = list_context(asked, COUNTED, feed)
        contents = context["contents"]
        contents.object_list = what_was_found(asked.contents, contents.object_list, asked.answers.query)
    else:
        context = cards_context(request, asked, COUNTED, feed)
    if asked.answers.missed and asked.page_number == 1:
        count_missed(asked.words)
    response = render(request, "search/search.html", context)
    if asked.answers.missed:
        patch_cache_control(response, no_cache=True)  # each time counts
    return response


@require_safe
def suggested(request):
    """`/recherche.json?q=`: what to propose to somebody who types, and the words that announce it."""
    note_read(request.GET, ["q"])
    found = suggestions(request.GET.get("q", ""), request)
    said = ngettext("%(number)d proposition", "%(number)d propositions", len(found)) % {"number": len(found)}
    return JsonResponse({"label": _("Propositions"), "found": said, "suggestions": found})


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
        recall=recall_of(request, ("theme", found.pk)),
    )
    context = cards_context(request, asked, COUNTED, feed_address(FEED, asked, theme=found.slug))
    return render(request, "search/theme.html", context | {"theme": found})
