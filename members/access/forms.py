"""Forms of those who come in: password, code, forgotten password."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm

from members.access.attempts import RESETS_ASKED, RESETS_SENT, Attempt
from members.senders import key_of_the_day, sender_key
from members.throttle import wait_sentence


class SignInForm(LoginForm):
    """Wagtail's, where each try is counted: a right password is not taken before the wait is over."""

    def clean(self):
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not username or not password:
            return self.cleaned_data
        attempt = Attempt(self.request, username)
        refuse_hurry(attempt)
        try:
            cleaned = super().clean()
        except ValidationError as error:
            raise with_wait(error, attempt) from error
        attempt.succeeded()
        return cleaned


def refuse_hurry(attempt):
    """Raises ValidationError where `attempt` must wait; counts it otherwise."""
    wait = attempt.wait()
    if wait:
        raise ValidationError(wait_sentence(wait), code="wait")


def with_wait(error, attempt):
    """What was wrong (ValidationError), and how long to wait before the next try, if one must."""
    wait = attempt.remaining()
    return ValidationError([error, ValidationError(wait_sentence(wait), code="wait")]) if wait else error


class PasswordField(forms.CharField):
    """The password of the member who is here, asked again before what cannot be undone."""

    def __init__(self, **options):
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        super().__init__(**{"label": _("Votre mot de passe"), "strip": False, "widget": widget} | options)


class LostPasswordForm(PasswordResetForm):
    """Answers the same whether the address is known or not; `may_send` says whether mail leaves.

    A source that asks too often is told so; an address that was written to too often is not, for it says who is here.
    """

    def __init__(self, *args, request=None, **kwargs):
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self):
        source = sender_key(self.request)
        wait = RESETS_ASKED.remaining(source) or RESETS_ASKED.begin(source)
        if wait:
            raise ValidationError(wait_sentence(wait), code="wait")
        return super().clean()

    def may_send(self):
        address = key_of_the_day(self.cleaned_data["email"].strip().casefold())
        return not (RESETS_SENT.remaining(address) or RESETS_SENT.begin(address))
