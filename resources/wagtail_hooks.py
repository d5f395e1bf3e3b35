"""The admin side of resources: the explorer's columns."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from core.pages_listing import ContentPageViewSet
from resources.models import ResourcePage


class ResourcePageViewSet(ContentPageViewSet):
    model = ResourcePage
    icon = "clipboard-list"
    own_columns = (
        Column("kind", label=_("Sorte"), accessor="get_kind_display", sort_key="kind"),
        Column("creators", label=_("De qui"), accessor="creators", sort_key="creators"),
    )


@hooks.register("register_admin_viewset")
def register_resource_explorer():
    return ResourcePageViewSet("resources")
