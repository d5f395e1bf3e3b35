"""ListingPage: the abstract index of one kind of content, filtered by the address."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.filters import ContentFilter
from core.indexing import FrenchIndexed
from core.lists import cards_context, feed_address
from core.ordering import BY_TITLE, RECENT
from core.page_cache.known import recall_of
from core.privacy import MayBePrivate


class ListingPage(FrenchIndexed, MayBePrivate, Page):
    """A branch sets `content_model` and `feed`, and what is its own: its words, its filters, its orders."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Quelques phrases en tête de la liste."),
    )

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    template = "core/listing_page.html"
    max_count = 1
    show_in_menus_default = True

    content_model = None
    #: The name of the route of its feed.
    feed = "feed"
    #: A number of its contents, in words.
    counted = ngettext_lazy("%(number)d contenu", "%(number)d contenus", "number")
    #: What it may be narrowed by, beside theme, place and year (core.list_filters).
    filters = ()
    #: The orders it may be read in (core.ordering); the first is the usual one.
    orders = (RECENT, BY_TITLE)

    class Meta:
        abstract = True

    @classmethod
    def content_filter(cls, parameters, recall=None):
        """What `parameters` (QueryDict) ask of this list (ContentFilter, given `recall`); its feed asks the same."""
        contents = cls.content_model.objects.published()
        return ContentFilter(parameters, contents, filters=cls.filters, orders=cls.orders, recall=recall)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | self.listed(request) | {"section": self.content_model.section}

    def listed(self, request):
        """What the template is told of the contents that `request` asks for (dict)."""
        asked = self.content_filter(request.GET, recall_of(request, type(self).__name__))
        return cards_context(request, asked, self.counted, feed_address(self.feed, asked), in_section=True)
