"""What opens an account, seen and closed: by its member, and by administrators for who has lost a telephone."""

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from members.access.forms import PasswordField
from members.access.open_sessions import sessions_of
from members.access.second_factor import codes_left, has_one, is_required, remove
from members.access.sign_in_views import check_password, discreet
from members.access.signing_in import VERIFIED
from members.models import Phone, RecoveryCodes

REMOVE, RENEW = "remove", "renew"


class WithPassword(forms.Form):
    """A gesture on one's own second factor."""

    gesture = forms.ChoiceField(choices=[(REMOVE, REMOVE), (RENEW, RENEW)], widget=forms.HiddenInput)
    password = PasswordField()

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self):
        return check_password(self.request, self.request.user, self.cleaned_data["password"])


def reference(session):
    """What a page says of an OpenSession (str) in the place of its key, which opens it."""
    return salted_hmac("members.session", session.pk, algorithm="sha256").hexdigest()[:16]


@discreet
class MyAccess(WagtailAdminTemplateMixin, FormView):
    template_name = "members/access/mine.html"
    form_class = WithPassword
    page_title = gettext_lazy("Accès à mon compte")
    header_icon = "lock"

    def get_breadcrumbs_items(self):
        account = {"url": reverse("wagtailadmin_account"), "label": _("Mon compte")}
        return [*super().get_breadcrumbs_items(), account, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def get_context_data(self, **kwargs):
        here, member = self.request.session.session_key, self.request.user
        return super().get_context_data(
            phone=Phone.objects.filter(user=member, confirmed=True).first(),
            codes_left=codes_left(member),
            is_required=is_required(member),
            sessions=[(reference(session), session, session.pk == here) for session in sessions_of(member)],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if "close" not in request.POST:
            return super().post(request, *args, **kwargs)
        others = sessions_of(request.user, but=request.session.session_key)
        if request.POST["close"] != "others":
            wanted = [session.pk for session in others if reference(session) == request.POST["close"]]
            others = others.filter(pk__in=wanted)
        say_closed(request, others.close())
        return redirect("access_mine")

    def form_valid(self, form):
        member = self.request.user
        if not has_one(member):
            return redirect("access_mine")
        if form.cleaned_data["gesture"] == RENEW:
            log(member, "members.recovery_codes_renewed", user=member)
            context = {"codes": RecoveryCodes.renew(member), "next": reverse("access_mine")}
            return render(self.request, "members/access/recovery_codes.html", context)
        remove(member)
        self.request.session.pop(VERIFIED, None)
        log(member, "members.second_factor_removed", user=member)
        messages.success(self.request, _("C’est fait\u00a0: votre mot de passe suffit de nouveau."))
        return redirect("access_mine")


def say_closed(request, number):
    words = ngettext("%(number)d session fermée.", "%(number)d sessions fermées.", number) % {"number": number}
    messages.success(request, words if number else _("Aucune autre session n’était ouverte."))


class OthersAccess(WagtailAdminTemplateMixin, TemplateView):
    """For administrators: whether there is a second factor, how many sessions; both can be taken off, nothing added.

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
            is_required=is_required(self.member),
            sessions=sessions_of(self.member).count(),
            **kwargs,
        )

    def post(self, request, pk):
        if "forget" in request.POST and remove(self.member):
            log(self.member, "members.second_factor_removed")
            messages.success(request, _("C’est fait\u00a0: ce compte n’a plus de second facteur."))
        if "close" in request.POST:
            number = sessions_of(self.member).close()
            log(self.member, "members.sessions_closed")
            say_closed(request, number)
        return redirect("access_of_member", pk)
