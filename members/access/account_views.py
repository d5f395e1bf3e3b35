"""What opens an account, seen and closed by its member."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from members.access.forms import PasswordField
from members.access.open_sessions import sessions_of
from members.access.passkeys import are_possible
from members.access.proofs import check_password
from members.access.second_factor import codes_left, has_one, is_required, remove_passkey, remove_phone
from members.access.sign_in_views import discreet
from members.access.signing_in import VERIFIED
from members.access.telling import CODES_RENEWED, FACTOR_REMOVED, PASSKEY_REMOVED, PHONE_REMOVED, tell
from members.models import Passkey, Phone, RecoveryCodes

RENEW, REMOVE_PHONE, REMOVE_PASSKEY = "renew", "remove", "remove-passkey"
GESTURES = (RENEW, REMOVE_PHONE, REMOVE_PASSKEY)


class WithPassword(forms.Form):
    """A gesture on one's own second factor; `passkey` is which one, of `member`'s."""

    gesture = forms.ChoiceField(choices=[(gesture, gesture) for gesture in GESTURES], widget=forms.HiddenInput)
    passkey = forms.ModelChoiceField(Passkey.objects.none(), required=False, widget=forms.HiddenInput)
    password = PasswordField()

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["passkey"].queryset = request.user.passkeys.all()

    def clean_password(self):
        return check_password(self.request, self.request.user, self.cleaned_data["password"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("gesture") == REMOVE_PASSKEY and not cleaned.get("passkey"):
            raise ValidationError(_("Cette clé n’est plus là."))
        return cleaned


class RenamingForm(forms.ModelForm):
    class Meta:
        model = Passkey
        fields = ["name"]


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
            passkeys=list(member.passkeys.all()),
            takes_passkeys=are_possible(),
            codes_left=codes_left(member),
            is_required=is_required(member),
            sessions=[(reference(session), session, session.pk == here) for session in sessions_of(member)],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if "rename" in request.POST:
            return self.rename(request)
        if "close" not in request.POST:
            return super().post(request, *args, **kwargs)
        others = sessions_of(request.user, but=request.session.session_key)
        if request.POST["close"] != "others":
            wanted = [session.pk for session in others if reference(session) == request.POST["close"]]
            others = others.filter(pk__in=wanted)
        say_closed(request, others.close())
        return redirect("access_mine")

    def rename(self, request):
        number = request.POST["rename"]
        key = get_object_or_404(request.user.passkeys, pk=number if number.isdecimal() else None)
        form = RenamingForm(request.POST, instance=key)
        if form.is_valid():
            form.save()
            messages.success(
                request, _("C’est fait\u00a0: cette clé s’appelle «\u00a0%(name)s\u00a0».") % {"name": key}
            )
        else:
            messages.error(request, _("Il faut un nom, de soixante signes au plus."))
        return redirect("access_mine")

    def form_valid(self, form):
        member, gesture = self.request.user, form.cleaned_data["gesture"]
        if not has_one(member):
            return redirect("access_mine")
        if gesture == RENEW:
            tell(member, CODES_RENEWED, by=member)
            context = {"codes": RecoveryCodes.renew(member), "next": reverse("access_mine")}
            return render(self.request, "members/access/recovery_codes.html", context)
        if gesture == REMOVE_PHONE:
            say_removed(self.request, member, PHONE_REMOVED, remove_phone(member))
        else:
            say_removed(self.request, member, PASSKEY_REMOVED, remove_passkey(member, form.cleaned_data["passkey"]))
        return redirect("access_mine")


def say_removed(request, member, action, removed):
    """Tells `member` of `action`, and says it here, where something was `removed` (bool)."""
    if not removed:
        return
    is_own, has_another = request.user == member, has_one(member)
    tell(member, action if has_another else FACTOR_REMOVED, by=request.user)
    if is_own and not has_another:
        request.session.pop(VERIFIED, None)
    if has_another:
        messages.success(request, _("C’est fait\u00a0: cela n’ouvre plus le compte."))
    elif is_own:
        messages.success(request, _("C’est fait\u00a0: votre mot de passe suffit de nouveau."))
    else:
        messages.success(request, _("C’est fait\u00a0: ce compte n’a plus de second facteur."))


def say_closed(request, number):
    words = ngettext("%(number)d session fermée.", "%(number)d sessions fermées.", number) % {"number": number}
    messages.success(request, words if number else _("Aucune autre session n’était ouverte."))
