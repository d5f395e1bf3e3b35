"""The page explorer's columns, per kind of content: what its people look for first."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from core.models import ContentPage


def explorer_columns(*own_columns):
    """Title and status as everywhere, with a kind's own columns between them (list of Column)."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Titre"), sort_key="title", classname="title"),
        *own_columns,
        DateColumn(
            "latest_revision_created_at", label=_("Modifié"), sort_key="latest_revision_created_at", width="12%"
        ),
        PageStatusColumn("status", label=_("État"), sort_key="live", width="10%"),
    ]


class ContentIndexView(ExplorableIndexView):
    """Wagtail's own list, with the place of each page in the same query."""

    def get_base_queryset(self):
        pages = super().get_base_queryset()
        return pages.select_related("place") if issubclass(pages.model, ContentPage) else pages


class ContentPageViewSet(PageViewSet):
    """A kind gives `own_columns`; the rest is Wagtail's."""

    index_view_class = ContentIndexView
    own_columns = ()

    @property
    def list_display(self):
        return explorer_columns(*self.own_columns)
