"""Coming in: the password, then a code or a passkey; or a passkey alone. All but passkeys works without JavaScript."""

from django.contrib import messages
from django.contrib.auth.views import RedirectURLMixin
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin.views.account import LoginView

from members.access import ceremonies
from members.access.attempts import PASSKEYS_ASKED, Attempt
from members.access.passkeys import are_possible, ask_for_proof
from members.access.proofs import CodeForm, PasskeyForm
from members.access.second_factor import check_code, has_one, has_passkey, has_phone
from members.access.signing_in import Waiting, begin_waiting, finish, needs_more, read_waiting

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

    def get_context_data(self, **kwargs):
        return super().get_context_data(takes_passkeys=are_possible(), **kwargs)


@discreet
class SecondStep(FormView):
    """The code or the passkey, after the password."""

    template_name = "members/access/code.html"

    def dispatch(self, request, *args, **kwargs):
        self.waiting = read_waiting(request)
        if self.waiting is None:
            return redirect("wagtailadmin_login")
        if not has_one(self.waiting.member):
            return redirect("access_set_up")
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        options = {**self.get_form_kwargs(), "request": self.request, "member": self.waiting.member}
        if "credential" in self.request.POST:
            return PasskeyForm(**options)
        return CodeForm(**options, check=check_code)

    def get_context_data(self, **kwargs):
        member, asked = self.waiting.member, None
        if has_passkey(member) and are_possible():
            asked = ceremonies.begin(self.request, ceremonies.PROVE, member, ask_for_proof(member))
        form = kwargs.get("form") or self.get_form()
        blank = CodeForm(request=self.request, member=member, check=check_code)
        code_form = form if isinstance(form, CodeForm) else blank
        if asked:
            code_form.fields["code"].widget.attrs.pop("autofocus")  # the key comes first
        return super().get_context_data(
            **{**kwargs, "form": form}, code_form=code_form, asked=asked, has_phone=has_phone(member)
        )

    def form_valid(self, form):
        finish(self.request, self.waiting)
        return redirect(self.waiting.next)


@discreet
class EnterWithPasskey(RedirectURLMixin, FormView):
    """A passkey and nothing else: the device makes sure of who holds it, which is a second factor in itself.

    A first POST asks; the second answers. No name is typed, none is shown, and no key is named: there is nothing to
    learn here about who has an account.
    """

    template_name = "members/access/enter_with_passkey.html"
    form_class = PasskeyForm
    next_page = "wagtailadmin_home"

    def get(self, request):
        return redirect("wagtailadmin_login")

    def post(self, request):
        if not are_possible():
            return redirect("wagtailadmin_login")
        if not PASSKEYS_ASKED.allows(request):
            messages.error(request, _("Trop d’essais. Entrez avec votre mot de passe, ou attendez une heure."))
            return redirect("wagtailadmin_login")
        if "credential" in request.POST:
            return super().post(request)
        return self.render_to_response(self.get_context_data(form=PasskeyForm(request=request), starts=True))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def get_context_data(self, **kwargs):
        self.request.session.flush()  # whoever was signed in here, or waiting, is not any more
        self.request.session.set_expiry(ceremonies.LONGEST)
        return super().get_context_data(
            asked=ceremonies.begin(self.request, ceremonies.ENTER, None, ask_for_proof()),
            next=self.get_success_url(),
            remember=self.remember,
            **kwargs,
        )

    @property
    def remember(self):
        return bool(self.request.POST.get("remember"))

    def form_valid(self, form):
        finish(self.request, Waiting(form.answer.member, self.remember, self.get_success_url()))
        return redirect(self.get_success_url())
