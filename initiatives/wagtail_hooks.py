"""The admin side of initiatives: their forms as snippets, the explorer's columns."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.pages_listing import ContentPageViewSet
from initiatives.models import InitiativeKind, InitiativePage


class InitiativeKindViewSet(SnippetViewSet):
    model = InitiativeKind
    icon = "list-ul"
    list_display = ["title"]
    add_to_settings_menu = True


register_snippet(InitiativeKindViewSet)


class InitiativePageViewSet(ContentPageViewSet):
    model = InitiativePage
    icon = "pick"
    own_columns = (
        Column("place", label=_("Lieu"), accessor="place", sort_key="place__name"),
        Column("alive", label=_("Aujourd’hui"), accessor="get_status_display", sort_key="status"),
        DateColumn("verified_on", label=_("Vérifié"), sort_key="verified_on"),
    )


@hooks.register("register_admin_viewset")
def register_initiative_explorer():
    return InitiativePageViewSet("initiatives")
