"""Coming in: the password, the code, and the second factor set up where one is required. All without JavaScript."""

from base64 import b32encode

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin.views.account import LoginView
from wagtail.log_actions import log

from members.access.attempts import CODE, PASSWORD, Attempt
from members.access.forms import PasswordField, refuse_hurry, with_wait
from members.access.open_sessions import sessions_of
from members.access.second_factor import check_code, confirm, has_one, is_required, phone_to_confirm
from members.access.signing_in import VERIFIED, begin_waiting, finish, needs_more, read_waiting

discreet = method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")


class SignIn(LoginView):
    """Wagtail's, that opens nothing yet to those who have a second factor or must have one."""

    def form_valid(self, form):
        member = form.get_user()
        if needs_more(member):
            begin_waiting(self.request, member, form.cleaned_data.get("remember"), self.get_success_url())
            return redirect("access_code" if has_one(member) else "access_set_up")
        response = super().form_valid(form)
        Attempt(self.request, member.get_username()).know_source()
        return response


class CodeForm(forms.Form):
    """A code of `member`, tried as often as `members.throttle` allows; `check` (member, code → truth) judges it."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "autofocus": ""}
        ),
    )

    def __init__(self, *args, request, member, check, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.member, self.check, self.answer = request, member, check, None

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        attempt = Attempt(self.request, self.member.get_username(), CODE)
        refuse_hurry(attempt)
        self.answer = self.check(self.member, cleaned["code"])
        if not self.answer:
            raise with_wait(
                ValidationError(_("Ce n’est pas le bon code, ou il a déjà servi. Attendez le suivant.")), attempt
            )
        attempt.succeeded()
        return cleaned


class SetUpForm(CodeForm):
    """For who is signed in already: the password again, or anybody who passes could take the account over."""

    password = PasswordField()
    field_order = ["code", "password"]

    def clean_password(self):
        return check_password(self.request, self.member, self.cleaned_data["password"])


def check_password(request, member, password):
    """`password` (str) where it is `member`'s; raises ValidationError otherwise, and counts as a sign-in does."""
    attempt = Attempt(request, member.get_username(), PASSWORD)
    refuse_hurry(attempt)
    if not member.check_password(password):
        raise with_wait(ValidationError(_("Ce n’est pas votre mot de passe.")), attempt)
    attempt.succeeded()
    return password


@discreet
class SecondStep(FormView):
    """The code, after the password."""

    template_name = "members/access/code.html"
    form_class = CodeForm

    def dispatch(self, request, *args, **kwargs):
        self.waiting = read_waiting(request)
        if self.waiting is None:
            return redirect("wagtailadmin_login")
        if not has_one(self.waiting.member):
            return redirect("access_set_up")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "request": self.request,
            "member": self.waiting.member,
            "check": check_code,
        }

    def form_valid(self, form):
        finish(self.request, self.waiting)
        return redirect(self.waiting.next)


@discreet
class SetUp(FormView):
    """A QR code drawn here, one code to prove that it was read, then ten codes on paper, shown this once."""

    template_name = "members/access/set_up.html"
    success_url = reverse_lazy("access_mine")

    def dispatch(self, request, *args, **kwargs):
        self.waiting = None if request.user.is_authenticated else read_waiting(request)
        self.member = self.waiting.member if self.waiting else request.user
        if not self.member.is_authenticated:
            return redirect("wagtailadmin_login")
        if has_one(self.member):  # who has one does not get another in its place with a password alone
            return redirect("access_code" if self.waiting else "access_mine")
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
            is_required=is_required(self.member),
            **kwargs,
        )

    def form_valid(self, form):
        if self.waiting:
            finish(self.request, self.waiting)
        else:
            self.request.session.cycle_key()
            self.request.session[VERIFIED] = True
        sessions_of(self.member, but=self.request.session.session_key).close()
        log(self.member, "members.second_factor_set", user=self.member)
        address = self.waiting.next if self.waiting else self.get_success_url()
        return render(self.request, "members/access/recovery_codes.html", {"codes": form.answer, "next": address})
