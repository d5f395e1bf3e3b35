"""The admin side of appeals: the explorer's columns."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn

from appeals.models import AppealPage
from core.pages_listing import ContentPageViewSet


class AppealPageViewSet(ContentPageViewSet):
    model = AppealPage
    icon = "thumbtack"
    own_columns = (
        Column("kind", label=_("Sorte"), accessor="get_kind_display", sort_key="kind"),
        DateColumn("deadline", label=_("Date limite"), sort_key="deadline"),
    )


@hooks.register("register_admin_viewset")
def register_appeal_explorer():
    return AppealPageViewSet("appeals")
