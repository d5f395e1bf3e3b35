"""The member's home screen: what one can write, in one click; nothing that only developers read."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from agenda.models import AgendaPage, EventPage
from appeals.models import AppealIndexPage, AppealPage
from articles.models import ArticleIndexPage, ArticlePage
from core.models import SiteSettings
from initiatives.models import InitiativeIndexPage, InitiativePage
from resources.models import ResourceIndexPage, ResourcePage

#: (list, what is written into it, icon), as the buttons of the home screen show them.
WRITABLE = [
    (ArticleIndexPage, ArticlePage, "doc-full"),
    (InitiativeIndexPage, InitiativePage, "pick"),
    (AppealIndexPage, AppealPage, "thumbtack"),
    (AgendaPage, EventPage, "date"),
    (ResourceIndexPage, ResourcePage, "clipboard-list"),
]


class WritePanel(Component):
    """One button for each kind of content that this member may add."""

    name = "write"
    template_name = "home/admin/write.html"
    order = 230

    def __init__(self, request):
        self.request = request

    @cached_property
    def buttons(self):
        parents = {page.specific_class: page for page in Page.objects.type(*(index for index, *_rest in WRITABLE))}
        return [
            {
                "label": model._meta.verbose_name,
                "description": model.get_page_description(),
                "icon": icon,
                "url": reverse(
                    "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parents[index].pk]
                ),
            }
            for index, model, icon in WRITABLE
            if index in parents and parents[index].permissions_for_user(self.request.user).can_add_subpage()
        ]

    def get_context_data(self, parent_context):
        return {"buttons": self.buttons}


class LegalPanel(Component):
    """What the legal notice lacks, to those who may write it, and to moderators, who may ask them to."""

    name = "legal"
    template_name = "home/admin/legal.html"
    order = 220

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        may_edit = request.user.has_perm("core.change_sitesettings")
        if not (may_edit or request.user.has_perm("contributions.change_contribution")):
            return {}
        site_settings = SiteSettings.of(request)
        edit = may_edit and site_settings.pk
        return {
            "heading": _("Mentions légales"),
            "missing": site_settings.missing_legal_facts,
            "edit": reverse("wagtailsettings:edit", args=["core", "sitesettings", site_settings.pk]) if edit else "",
        }


@hooks.register("construct_homepage_panels")
def offer_to_write(request, panels):
    panels.extend([WritePanel(request), LegalPanel()])


@hooks.register("construct_homepage_summary_items", order=1000)
def leave_counts_out(request, summary_items):
    summary_items.clear()


@hooks.register("construct_help_menu")
def keep_the_keyboard_shortcuts(request, menu_items):
    """The other entries lead out of the site, to texts in English for developers."""
    menu_items[:] = [item for item in menu_items if item.name == "keyboard-shortcuts-trigger"]
