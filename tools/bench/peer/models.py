"""The page types of the tutorial: a home page, an index and its entries."""

from django.core.paginator import Paginator
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

#: Entries on one page of the index, as on ours.
PAGE_SIZE = 12
#: Entries of each index on the home page: twenty in all, where ours shows up to twenty-four contents and dates.
LAST = 4


class PeerHomePage(Page):
    body = RichTextField(blank=True)
    template = "peer/home_page.html"

    def get_context(self, request):
        last = [(page, page.get_children().live().order_by("-first_published_at")) for page in self.get_children()]
        return super().get_context(request) | {"indexes": [(page, found.specific()[:LAST]) for page, found in last]}


class EntryIndexPage(Page):
    intro = RichTextField(blank=True)
    template = "peer/entry_index_page.html"

    def get_context(self, request):
        entries = self.get_children().live().order_by("-first_published_at")
        page = Paginator(entries, PAGE_SIZE).get_page(request.GET.get("page"))
        return super().get_context(request) | {"entries": page}


class EntryPage(Page):
    date = models.DateField("Post date")
    intro = models.CharField(max_length=320)
    body = RichTextField(blank=True)
    main_image = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    template = "peer/entry_page.html"

    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
