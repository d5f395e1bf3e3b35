"""What opens somebody's account, taken off by administrators for who has lost it all."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from members.access.account_views import say_closed, say_removed
from members.access.open_sessions import sessions_of
from members.access.second_factor import has_one, has_phone, is_required, remove, remove_passkey, remove_phone
from members.access.telling import FACTOR_REMOVED, PASSKEY_REMOVED, PHONE_REMOVED


class OthersAccess(WagtailAdminTemplateMixin, TemplateView):
    """For administrators: which second factors there are, how many sessions; all can be taken off, nothing added.

    An account of a superuser is touched by superusers alone.
    """

    template_name = "members/access/of_member.html"
    page_title = gettext_lazy("Accès au compte")
    header_icon = "lock"

    def dispatch(self, request, pk):
        self.member = get_object_or_404(get_user_model(), pk=pk)
        may = request.user.has_perm("members.change_member")
        if not may or (self.member.is_superuser and not request.user.is_superuser):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get_page_subtitle(self):
        return self.member.get_full_name()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            member=self.member,
            has_one=has_one(self.member),
            has_phone=has_phone(self.member),
            passkeys=list(self.member.passkeys.all()),
            is_required=is_required(self.member),
            sessions=sessions_of(self.member).count(),
            **kwargs,
        )

    def post(self, request, pk):
        if "forget" in request.POST:
            say_removed(request, self.member, FACTOR_REMOVED, remove(self.member))
        if "forget-phone" in request.POST:
            say_removed(request, self.member, PHONE_REMOVED, remove_phone(self.member))
        if "forget-passkey" in request.POST:
            wanted = [key for key in self.member.passkeys.all() if str(key.pk) == request.POST["forget-passkey"]]
            for key in wanted:
                say_removed(request, self.member, PASSKEY_REMOVED, remove_passkey(self.member, key))
        if "close" in request.POST:
            number = sessions_of(self.member).close()
            log(self.member, "members.sessions_closed")
            say_closed(request, number)
        return redirect("access_of_member", pk)
