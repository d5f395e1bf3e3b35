"""ListingPage: the abstract index of one kind of content, filtered by the address."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageViewRestriction

from core.filters import ContentFilter
from core.indexing import FrenchIndexed
from core.lists import feed_address, list_context
from core.ordering import BY_TITLE, RECENT


class ListingPage(FrenchIndexed, Page):
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
    def content_filter(cls, parameters):
        """What `parameters` (QueryDict) ask of this list (ContentFilter); its feed asks the same."""
        contents = cls.content_model.objects.published()
        return ContentFilter(parameters, contents, filters=cls.filters, orders=cls.orders)

    def get_view_restrictions(self):
        """As Wagtail's, in one query: the addresses of its ancestors in the tree are in its own."""
        if self.alias_of_id:
            return super().get_view_restrictions()
        above = [self.path[:length] for length in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | self.listed(request) | {"section": self.content_model.section}

    def listed(self, request):
        """What the template is told of the contents that `request` asks for (dict)."""
        asked = self.content_filter(request.GET)
        return list_context(asked, self.counted, feed_address(self.feed, asked))
