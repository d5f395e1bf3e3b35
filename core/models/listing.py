"""ListingPage: the abstract index of one kind of content, filtered by the address."""

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.filters import ContentFilter

from .theme import Theme

#: Cards on one page of a list.
PAGE_SIZE = 12


class ListingPage(Page):
    """A branch sets `content_model` and, if its order is not « last published », `ordered`."""

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

    class Meta:
        abstract = True

    def contents(self):
        """The published contents of this list, in its order, before any filter (ContentQuerySet)."""
        return self.ordered(self.content_model.objects.published())

    def ordered(self, contents):
        return contents.recent()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        content_filter = ContentFilter(request.GET)
        contents = content_filter.apply(self.contents().with_card())
        context["filter"] = content_filter
        context["contents"] = Paginator(contents, PAGE_SIZE).get_page(content_filter.page_number)
        context["section"] = self.content_model.section
        context["themes"] = Theme.objects.all()
        return context
