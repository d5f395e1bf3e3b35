"""Accounts in the admin: created, edited and kept up by each member without a civil name."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    BaseSettingsPanel,
    NameEmailSettingsPanel,
)
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class MemberCreationForm(UserCreationForm):
    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        fields = ["username", "email", "display_name", "is_superuser", "groups"]


class MemberEditForm(UserEditForm):
    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        fields = ["username", "email", "display_name", "is_active", "is_superuser", "groups"]


class MemberViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return MemberEditForm if for_update else MemberCreationForm


class DisplayNameForm(forms.ModelForm):
    class Meta:
        model = get_user_model()
        fields = ["display_name", "email"]


class DisplayNamePanel(NameEmailSettingsPanel):
    form_class = DisplayNameForm


class AccessPanel(BaseSettingsPanel):
    """A way to what opens the account, which has its own screen: nothing is sent with the rest."""

    name = "access"
    title = _("Accès à mon compte")
    order = 450
    template_name = "members/access/panel.html"

    def get_form(self):
        return forms.Form()


class MemberAccountView(AccountView):
    """« Mon compte », with the name one chooses instead of a first and a last name, and no portrait.

    Wagtail would keep an avatar as it was sent, position and camera included (TRAPS 1).
    """

    def get_panels(self):
        panels = [
            DisplayNamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, NameEmailSettingsPanel)
            else panel
            for panel in super().get_panels()
            if not isinstance(panel, AvatarSettingsPanel)
        ]
        return [*panels, AccessPanel(self.request, self.request.user, None)]
