"""The screens of the desk beside its list: who enters, and the way back."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

MAY_SEE = "contributions.view_contribution"
MAY_ACT = "contributions.change_contribution"


def desk_address():
    """The address (str) of the list."""
    return reverse("contributions_contribution_modeladmin_index")


class DeskScreen(WagtailAdminTemplateMixin, TemplateView):
    """For who may see contributions. Raises PermissionDenied, which the admin says in its way."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(MAY_SEE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        desk = {"url": desk_address(), "label": _("Contributions")}
        return [*super().get_breadcrumbs_items(), desk, {"url": "", "label": self.page_title}]
