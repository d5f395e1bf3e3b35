"""For members: what readers look for and the site does not have."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from search.missed import DAYS_KEPT, missed

#: Shown on the member's home screen; the others are on a page of their own.
MOST_ON_HOME = 5
MOST_IN_REPORT = 200
TITLE = _("Ce que l’on cherche et que nous n’avons pas")


class MissedSearchesPanel(Component):
    name = "missed_searches"
    template_name = "search/admin/missed_panel.html"
    order = 260

    def get_context_data(self, parent_context):
        return {"missed": list(missed()[:MOST_ON_HOME]), "title": TITLE}


class MissedSearchesView(WagtailAdminTemplateMixin, TemplateView):
    page_title = TITLE
    header_icon = "search"
    template_name = "search/admin/missed_report.html"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(missed=list(missed()[:MOST_IN_REPORT]), days_kept=DAYS_KEPT, **kwargs)


@hooks.register("construct_homepage_panels")
def show_missed_searches(request, panels):
    panels.append(MissedSearchesPanel())


@hooks.register("register_admin_urls")
def missed_searches_address():
    return [path("recherches-sans-resultat/", MissedSearchesView.as_view(), name="missed_searches")]


@hooks.register("register_reports_menu_item")
def missed_searches_in_menu():
    return MenuItem(TITLE, reverse("missed_searches"), icon_name="search", order=1100)
