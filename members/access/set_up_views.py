"""A second factor put in place: the codes of a telephone, or a passkey; codes on paper come with the first."""

from base64 import b32encode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from members.access import ceremonies
from members.access.forms import PasswordField
from members.access.open_sessions import sessions_of
from members.access.passkeys import LONGEST_ANSWER, MOST, add, are_possible, ask_for_new
from members.access.proofs import CodeForm, SetUpForm, check_password
from members.access.second_factor import confirm, first_codes, has_one, has_phone, is_required, phone_to_confirm
from members.access.sign_in_views import discreet
from members.access.signing_in import VERIFIED, finish, read_waiting
from members.access.telling import PASSKEY_ADDED, PHONE_SET, tell


class PutInPlace(FormView):
    """For who is signed in, and for who has proved a password and must have a second factor.

    Whoever has one already does not get another with a password alone: the first must have been proved here.
    """

    action = None

    def dispatch(self, request, *args, **kwargs):
        self.waiting = None if request.user.is_authenticated else read_waiting(request)
        self.member = self.waiting.member if self.waiting else request.user
        if not self.member.is_authenticated:
            return redirect("wagtailadmin_login")
        self.had_one = has_one(self.member)
        if self.had_one and not request.session.get(VERIFIED):
            return redirect("access_code" if self.waiting else "access_mine")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_required=is_required(self.member) and not self.had_one, **kwargs)

    def in_place(self, words):
        """The answer once the factor is there: ten codes shown this once with the first, otherwise `words` (str)."""
        if self.waiting:
            finish(self.request, self.waiting)
        else:
            self.request.session.cycle_key()
            self.request.session[VERIFIED] = True
        if not self.had_one:  # what was opened with a password alone
            sessions_of(self.member, but=self.request.session.session_key).close()
        tell(self.member, self.action, by=self.member)
        address = self.waiting.next if self.waiting else reverse("access_mine")
        codes = first_codes(self.member)
        if codes:
            return render(self.request, "members/access/recovery_codes.html", {"codes": codes, "next": address})
        messages.success(self.request, words)
        return redirect(address)


@discreet
class SetUp(PutInPlace):
    """A QR code drawn here, one code to prove that it was read."""

    template_name = "members/access/set_up.html"
    action = PHONE_SET

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and has_phone(request.user):
            return redirect("access_mine")
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return CodeForm if self.waiting else SetUpForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request, "member": self.member, "check": confirm}

    def get_context_data(self, **kwargs):
        phone = phone_to_confirm(self.member)
        secret = b32encode(phone.bin_key).decode()
        return super().get_context_data(
            address=phone.config_url,
            secret=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
            takes_passkeys=are_possible(),
            **kwargs,
        )

    def form_valid(self, form):
        return self.in_place(_("C’est fait\u00a0: un code de votre téléphone ouvre aussi votre compte."))


class NameForm(forms.Form):
    """What a new passkey is called."""

    name = forms.CharField(
        label=gettext_lazy("Nom de la clé"),
        max_length=60,
        help_text=gettext_lazy("Pour la reconnaître plus tard\u00a0: l’appareil, ou l’endroit où elle est."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, request, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.member = request, member

    def clean(self):
        if self.member.passkeys.count() >= MOST:
            sentence = _("Vous avez déjà %(most)s clés d’accès. Retirez-en une d’abord.") % {"most": MOST}
            raise ValidationError(sentence)
        return super().clean()


class NameAndPasswordForm(NameForm):
    password = PasswordField()

    def clean_password(self):
        return check_password(self.request, self.member, self.cleaned_data["password"])


class NewPasskeyForm(forms.Form):
    """What a browser answers for a new passkey of `member`; `key` is the Passkey that it made."""

    credential = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.HiddenInput)

    def __init__(self, *args, request, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.member, self.key = request, member, None

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            begun = ceremonies.take(self.request, ceremonies.ADD, self.member)
            name, handle = begun.said["name"], begun.said["handle"]
            self.key = add(self.member, name, handle, begun.challenge, cleaned["credential"])
        return cleaned


@discreet
class AddPasskey(PutInPlace):
    """Its name, and the password of who is signed in; then the browser is asked, and its answer comes here too."""

    template_name = "members/access/add_passkey.html"
    action = PASSKEY_ADDED

    def dispatch(self, request, *args, **kwargs):
        if not are_possible():
            return redirect("access_set_up")
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        if "credential" in self.request.POST:
            return NewPasskeyForm
        return NameForm if self.waiting else NameAndPasswordForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request, "member": self.member}

    def get_initial(self):
        return {"name": _("Clé de %(name)s") % {"name": self.member.get_full_name()[:50]}}

    def get_context_data(self, **kwargs):
        form = kwargs.setdefault("form", None) or self.get_form()
        if isinstance(form, NewPasskeyForm):  # refused: from the beginning again
            fields = NameForm if self.waiting else NameAndPasswordForm
            kwargs["fields"] = fields(initial=self.get_initial(), request=self.request, member=self.member)
        return super().get_context_data(**{"fields": form, **kwargs, "form": form})

    def form_valid(self, form):
        if isinstance(form, NewPasskeyForm):
            return self.in_place(
                _("C’est fait\u00a0: la clé «\u00a0%(name)s\u00a0» ouvre votre compte.") % {"name": form.key}
            )
        begun = ask_for_new(self.member)
        asked = ceremonies.begin(self.request, ceremonies.ADD, self.member, begun, name=form.cleaned_data["name"])
        context = self.get_context_data(form=form, asked=asked, name=form.cleaned_data["name"])
        return self.render_to_response(context)
