"""The admin side of the trunk: taxonomies as snippets, the chooser of places, photos masked."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.blocks import StreamValue
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.image_library import LibraryView
from core.masking.views import MaskingView
from core.models import ListingPage, Place, Theme
from core.oembed import learn
from core.places_chooser import PlaceChooserViewSet
from core.private_files import preview_of_what_one_may_see
from core.rich_text import ReadablePageLinkHandler


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


@hooks.register("insert_global_admin_js")
def start_widgets():
    """Not a module: what it defines must be there while the browser reads the page."""
    return format_html('<script src="{}"></script>', static("js/admin/widgets.js"))


@hooks.register("insert_editor_js")
def save_once_at_a_time():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/saving.js"))


@hooks.register("before_delete_snippet")
def keep_what_is_used(request, instances):
    """A place, a theme or a form that a page names stays: its pages would lose it without a word."""
    used = [str(instance) for instance in instances if ReferenceIndex.get_references_to(instance).exists()]
    if used:
        messages.error(
            request,
            _now("Des pages s’en servent encore : %(names)s. Changez d’abord ces pages.") % {"names": ", ".join(used)},
        )
        return redirect("wagtailadmin_home")
    return None


def _holds_the_site_up(page):
    """The home page and the lists: without one, everything that lies under it is gone."""
    return page.depth <= 2 or issubclass(page.specific_class, ListingPage)


def _refused(request):
    messages.error(request, _now("Cette page porte une rubrique du site : on peut la dépublier, pas la supprimer."))
    return redirect("wagtailadmin_home")


@hooks.register("before_delete_page")
def keep_the_sections(request, page):
    return _refused(request) if _holds_the_site_up(page) else None


@hooks.register("before_bulk_action")
def keep_the_sections_in_bulk(request, action_type, objects, action_class_instance):
    if action_type in {"delete", "move"} and any(
        isinstance(page, Page) and _holds_the_site_up(page) for page in objects
    ):
        return _refused(request)
    return None


@hooks.register("before_move_page")
def keep_the_sections_where_they_are(request, page, destination):
    return _refused(request) if _holds_the_site_up(page) else None


@hooks.register("register_rich_text_features", order=100)
def keep_private_addresses(features):
    features.register_link_type(ReadablePageLinkHandler)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def ask_about_recordings(request, page):
    """Whoever saves waits for the hosts of new recordings; an automatic save does not: an address is being typed."""
    body = getattr(page, "body", None)
    if isinstance(body, StreamValue) and request.accepts("text/html"):
        # A host may take seconds, and nobody else writes meanwhile on SQLite.
        transaction.on_commit(partial(_ask_about, request, page, body), robust=True)


def _ask_about(request, page, body):
    news, silent = learn(body)
    if news and page.live:
        index.insert_or_update_object(page)
    for player in silent:
        said = _now(
            "%(host)s n’a rien dit de %(address)s\u00a0: la page montre un simple lien. "
            "Enregistrez plus tard pour redemander."
        )
        messages.warning(request, said % {"host": player.host.name, "address": player.page})


@hooks.register("register_admin_urls", order=-1)
def addresses_of_images():
    """Before Wagtail's own."""
    return [
        path("images/<int:pk>/masquer/", MaskingView.as_view(), name="masking"),
        path("images/<int:image_id>/preview/<str:filter_spec>/", preview_of_what_one_may_see),
        path("images/", LibraryView.as_view()),
        path("images/results/", LibraryView.as_view(results_only=True)),
    ]


@hooks.register("register_log_actions")
def name_the_masking(actions):
    @actions.register_action("core.mask_image")
    class Masking(LogFormatter):
        label = _("Masquer des visages")

        def format_message(self, log_entry):
            number = log_entry.data.get("masks", 0)
            return ngettext("%(number)s masque appliqué", "%(number)s masques appliqués", number) % {"number": number}
