"""What readers see: what one may send, the form of each kind, and what becomes of it, to whoever has the code."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from contributions.codes import code_hash
from contributions.follow_up import FollowUpForm, ReplyForm, answer, withdraw
from contributions.kinds import KINDS, kind_of
from contributions.models import Contribution
from contributions.retention import DECLINED_KEPT_DAYS, SPAM_KEPT_DAYS
from contributions.safeguards import CODES, SENDING, read_form, sign_form
from contributions.sending import DifferentText, receive
from core.context_processors import Frame
from core.machine_addresses import root_url
from core.models import ContentPage


class Refused(Exception):
    """What is not received now; its text is a French sentence. With `keeps_form`, the same form may be sent again."""

    def __init__(self, said, *, keeps_form=False):
        self.keeps_form = keeps_form
        super().__init__(said)


#: Days that /contribuer/ says.
KEPT = {"declined_kept_days": DECLINED_KEPT_DAYS, "spam_kept_days": SPAM_KEPT_DAYS}


@require_safe
def contribute(request):
    """`/contribuer/`: what one may send, and what becomes of it. Raises Http404 where members have closed the page."""
    page = _page(request)
    context = page.specific.get_context(request) | {"page": page.specific, "kinds": KINDS}
    return render(request, "contributions/contribute.html", context | KEPT)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def send(request, kind):
    """`/contribuer/<kind>/`: the form of a kind; once sent, the code, which is shown this time only.

    Raises Http404 for an unknown kind.
    """
    kind, _parent = kind_of(kind), _page(request)
    if kind is None:
        raise Http404
    if request.method != "POST":
        return _form(request, kind, kind.form(), sign_form())
    form, carried = kind.form(request.POST), request.POST.get("formulaire", "")
    opened = read_form(carried)
    if form.is_valid():
        try:
            return _receive(request, kind, form, opened)
        except Refused as error:
            form.add_error(None, str(error))
            opened = opened if error.keeps_form else None
    return _form(request, kind, form, carried if opened else sign_form(is_again=True), status=422)


def _receive(request, kind, form, opened):
    """The page that says the code. Raises Refused."""
    if opened is None:
        raise Refused(_("Ce formulaire était ouvert depuis longtemps. Tout y est encore : envoyez-le à nouveau."))
    if not SENDING.allows(request):
        said = _("Beaucoup d’envois viennent de la même connexion. Tout est encore là : réessayez dans une heure.")
        raise Refused(said, keeps_form=True)
    try:
        sent = receive(kind, form, opened)
    except DifferentText as error:
        said = _("Votre premier envoi est bien arrivé. Celui-ci est différent : s’il doit venir en plus, envoyez-le.")
        raise Refused(said) from error
    address = f"{root_url(request)}{reverse('follow-up')}"
    return render(request, "contributions/sent.html", {"kind": kind, "code": sent.code, "address": address})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request):
    """`/contribuer/suivi/`: asks for the code; with it, says where things are, takes an answer or a withdrawal.

    The code comes with each gesture: nothing remembers who was there.
    """
    if request.method != "POST":
        return render(request, "contributions/follow_up.html", {"form": FollowUpForm()})
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return render(request, "contributions/follow_up.html", {"form": form}, status=422)
    if not CODES.allows(request):
        form.add_error("code", _("Trop d’essais à la suite. Attendez dix minutes, puis réessayez."))
        return render(request, "contributions/follow_up.html", {"form": form}, status=429)
    code = form.cleaned_data["code"]
    hashed = code_hash(code)
    contribution = Contribution.objects.filter(code_hash=hashed).first() if hashed else None
    if contribution is None:
        form.add_error("code", _("Aucun envoi n’a ce code. Vérifiez les six mots ; leur ordre compte."))
        return render(request, "contributions/follow_up.html", {"form": form}, status=422)
    return _followed(request, contribution, code)


def _followed(request, contribution, code):
    gesture, reply, too_late = request.POST.get("geste"), ReplyForm(), False
    if gesture == "retirer":
        if withdraw(contribution):
            return render(request, "contributions/withdrawn.html")
        too_late = True
    elif gesture == "repondre":
        reply = ReplyForm(request.POST)
        if reply.is_valid():
            too_late = not answer(contribution, reply.cleaned_data["text"])
            reply = reply if too_late else ReplyForm()
    contribution = Contribution.objects.filter(pk=contribution.pk).first()
    if contribution is None:
        return render(request, "contributions/withdrawn.html")
    context = {
        "contribution": contribution,
        "code": code,
        "reply": reply,
        "too_late": too_late,
        "is_leaving": gesture == "confirmer" and not contribution.is_decided,
        "page_address": _address_of(contribution, request),
        "messages_exchanged": list(contribution.messages.all()),
    }
    return render(request, "contributions/followed.html", context, status=422 if reply.errors or too_late else 200)


def _address_of(contribution, request):
    """The address (str) of the page that was made of it, once any reader may see it; else ""."""
    page = ContentPage.objects.published().filter(pk=contribution.page_id).first() if contribution.page_id else None
    return page.get_url(request) if page else ""


def _form(request, kind, form, carried, status=200):
    context = {"kind": kind, "form": form, "carried": carried}
    return render(request, "contributions/send.html", context, status=status)


def _page(request):
    """The page under which one contributes (Page). Raises Http404 where members have closed it."""
    page = Frame(request).contribute
    if page is None:
        raise Http404
    return page
