"""What a member gives to prove who they are besides the password: a code that is typed, or a passkey's answer."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.access.attempts import CODE, PASSWORD, AnybodysAttempt, Attempt
from members.access.ceremonies import ENTER, PROVE, take
from members.access.forms import PasswordField, refuse_hurry, with_wait
from members.access.passkeys import COPIED, LONGEST_ANSWER, recognise
from members.access.telling import PASSKEY_COPIED, tell


class ProofForm(forms.Form):
    """A try, counted as `members.throttle` allows; `answer` is what was found right. `judge` is a subclass's."""

    def __init__(self, *args, request, member=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.member, self.answer = request, member, None

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        account = self.member and self.member.get_username()
        attempt = Attempt(self.request, account, CODE) if account else AnybodysAttempt(self.request)
        refuse_hurry(attempt)
        try:
            self.answer = self.judge(cleaned)
        except ValidationError as error:
            raise with_wait(error, attempt) from error
        attempt.succeeded()
        return cleaned

    def judge(self, cleaned):
        """What `cleaned` (dict) proves; raises ValidationError where it proves nothing."""
        raise NotImplementedError


class CodeForm(ProofForm):
    """A code of `member`; `check` (member, code → bool) judges it."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "autofocus": ""}
        ),
    )

    def __init__(self, *args, check, **kwargs):
        super().__init__(*args, **kwargs)
        self.check = check

    def judge(self, cleaned):
        if not self.check(self.member, cleaned["code"]):
            raise ValidationError(_("Ce n’est pas le bon code, ou il a déjà servi. Attendez le suivant."))
        return True


class SetUpForm(CodeForm):
    """For who is signed in already: the password again, or anybody who passes could take the account over."""

    password = PasswordField()
    field_order = ["code", "password"]

    def clean_password(self):
        return check_password(self.request, self.member, self.cleaned_data["password"])


class PasskeyForm(ProofForm):
    """What a browser answers for a passkey of `member`, or of anybody where there is none; `answer` is the Passkey."""

    credential = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.HiddenInput)
    said = None

    def judge(self, cleaned):
        ceremony = take(self.request, PROVE if self.member else ENTER, self.member)
        self.said = ceremony.said
        try:
            return recognise(ceremony.challenge, cleaned["credential"], self.member)
        except ValidationError as error:
            if error.code == COPIED:
                tell(error.params["key"].member, PASSKEY_COPIED)
            raise


def check_password(request, member, password):
    """`password` (str) where it is `member`'s; raises ValidationError otherwise, and counts as a sign-in does."""
    attempt = Attempt(request, member.get_username(), PASSWORD)
    refuse_hurry(attempt)
    if not member.check_password(password):
        raise with_wait(ValidationError(_("Ce n’est pas votre mot de passe.")), attempt)
    attempt.succeeded()
    return password
