"""The search page and the theme pages: one filtered list of every kind of content."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.filters import ContentFilter
from core.models import ContentPage, Theme
from core.models.listing import PAGE_SIZE
from search.ranking import best_first
from search.sections import content_types


@require_safe
def search(request):
    """`/recherche/?q=&type=&theme=&lieu=&annee=`; everything, last published first, when nothing is asked."""
    content_filter = ContentFilter(request.GET, sections=content_types())
    contents = content_filter.apply(ContentPage.objects.published().with_card())
    contents = best_first(contents, content_filter.words) if content_filter.words else contents.recent()
    context = {
        "filter": content_filter,
        "sections": content_types(),
        "themes": Theme.objects.all(),
        "contents": Paginator(contents, PAGE_SIZE).get_page(content_filter.page_number),
    }
    return render(request, "search/search.html", context)


@require_safe
def theme(request, slug):
    """`/themes/<slug>/`: everything about one theme, last published first. Raises Http404 for an unknown one."""
    found = Theme.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    content_filter = ContentFilter(request.GET, sections=content_types())
    contents = content_filter.apply(ContentPage.objects.published().about([found]).with_card().recent())
    context = {
        "theme": found,
        "filter": content_filter,
        "contents": Paginator(contents, PAGE_SIZE).get_page(content_filter.page_number),
    }
    return render(request, "search/theme.html", context)
