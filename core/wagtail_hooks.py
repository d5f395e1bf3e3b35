"""The admin side of the trunk: taxonomies as snippets, the chooser of places."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.models import Place, Theme
from core.places_chooser import PlaceChooserViewSet


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["title", "slug"]


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "site"
    list_display = ["name", "kind", "department", "region", "country"]
    list_filter = ["kind", "country"]
    chooser_viewset_class = PlaceChooserViewSet


class TaxonomyGroup(SnippetViewSetGroup):
    items = (ThemeViewSet, PlaceViewSet)
    menu_label = _("Thèmes et lieux")
    menu_icon = "tag"
    menu_order = 300


register_snippet(TaxonomyGroup)


@hooks.register("insert_global_admin_css")
def add_our_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
