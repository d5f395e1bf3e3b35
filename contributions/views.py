"""What readers see: what one may send, the form of each kind, and what becomes of it, to whoever has the code."""

from django.conf import settings
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contributions.codes import code_hash
from contributions.files.received import Received, received_files, takes_files
from contributions.follow_up import AddFilesForm, FollowUpForm, ReplyForm, add_files, answer, withdraw
from contributions.kinds import KINDS, kind_of
from contributions.models import Contribution
from contributions.proof import is_proved, proof_for
from contributions.retention import ABANDONED_KEPT_DAYS, ACCEPTED_KEPT_DAYS, DECLINED_KEPT_DAYS, SPAM_KEPT_DAYS
from contributions.safeguards import CODES, SENDING, read_form, sign_form
from contributions.sending import DifferentText, receive
from core.context_processors import Frame
from core.files.arrivals import arrivals
from core.giving_back import gives_back
from core.machine_addresses import root_url
from core.models import ContentPage
from core.page_cache.parameters import reads_no_parameter


class Refused(Exception):
    """What is not received now; its text is a French sentence. With `keeps_form`, the same form may be sent again."""

    def __init__(self, said, *, keeps_form=False):
        self.keeps_form = keeps_form
        super().__init__(said)


#: Days that pages say.
KEPT = {
    "declined_kept_days": DECLINED_KEPT_DAYS,
    "spam_kept_days": SPAM_KEPT_DAYS,
    "accepted_kept_days": ACCEPTED_KEPT_DAYS,
    "abandoned_kept_days": ABANDONED_KEPT_DAYS,
}


@require_safe
@reads_no_parameter
def contribute(request):
    """`/contribuer/`: what one may send, and what becomes of it. Raises Http404 where members have closed the page."""
    page = _page(request)
    context = page.specific.get_context(request) | {"page": page.specific, "kinds": KINDS}
    return render(request, "contributions/contribute.html", context | KEPT)


@gives_back
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files
def send(request, kind):
    """`/contribuer/<kind>/`: the form of a kind; once sent, the code, which is shown this time only.

    Raises Http404 for an unknown kind.
    """
    kind, _parent = kind_of(kind), _page(request)
    if kind not in KINDS:
        raise Http404
    return fill(request, kind, kind.form)


def fill(request, kind, form_of):
    """The form of a Kind, empty, or to be corrected; the page that says its code once it is sent.

    `form_of` (callable) gives the form of what was posted (QueryDict), or an empty one.
    """
    if request.method != "POST":
        return _form(request, kind, form_of(), sign_form(), Received())
    form, carried = form_of(request.POST), request.POST.get("formulaire", "")
    opened, received = read_form(carried), Received()
    if "attachments" in form.fields:
        received = received_files(request)
        form.take_note_of(received)
    if form.is_valid():
        try:
            return _receive(request, kind, form, opened, received)
        except Refused as error:
            form.add_error(None, str(error))
            opened = opened if error.keeps_form else None
    return _form(request, kind, form, carried if opened else sign_form(is_again=True), received, status=422)


@never_cache
@require_POST
@takes_files
def receive_file(request):
    """`/contribuer/fichiers/`: one file, ahead of its form, for browsers with script. Answers in JSON.

    200 gives the name that the form will carry, and how it is called; 422 says in French why it is refused.
    """
    if read_form(request.POST.get("formulaire", "")) is None:
        said = _("Ce formulaire était ouvert depuis longtemps. Envoyez-le sans ce fichier, que vous joindrez ensuite.")
        return JsonResponse({"error": said}, status=422)
    received = received_files(request)
    if not received.files:
        said = " ".join(received.refusals) or _("Choisissez au moins un fichier.")
        return JsonResponse({"error": said}, status=422)
    file = received.files[-1]
    return JsonResponse({"name": file.name, "label": file.label, "size": filesizeformat(file.size)})


def _receive(request, kind, form, opened, received):
    """The page that says the code. Raises Refused."""
    if opened is None:
        raise Refused(_("Ce formulaire était ouvert depuis longtemps. Tout y est encore : envoyez-le à nouveau."))
    if not SENDING.allows(request):
        said = _("Beaucoup d’envois viennent de la même connexion. Tout est encore là : réessayez dans une heure.")
        raise Refused(said, keeps_form=True)
    try:
        proof = is_proved(request.POST.get("preuve", ""), opened.seed)
        sent = receive(kind, form, opened, received.files, is_proved=proof)
    except DifferentText as error:
        said = _("Votre premier envoi est bien arrivé. Celui-ci est différent : s’il doit venir en plus, envoyez-le.")
        raise Refused(said) from error
    address = f"{root_url(request)}{reverse('follow-up')}"
    return render(request, "contributions/sent.html", {"kind": kind, "code": sent.code, "address": address})


@gives_back
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files
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
    gesture, reply, adding = request.POST.get("geste"), ReplyForm(), AddFilesForm()
    too_late = is_done = False
    if gesture == "retirer":
        if withdraw(contribution):
            return render(request, "contributions/withdrawn.html", {"kind": contribution.of_kind})
        too_late = True
    elif gesture == "repondre":
        reply = ReplyForm(request.POST)
        if reply.is_valid():
            too_late = not answer(contribution, reply.cleaned_data["text"])
            is_done, reply = not too_late, reply if too_late else ReplyForm()
    elif gesture == "joindre":
        adding, received = AddFilesForm({}), received_files(request, contribution.files.count())
        adding.take_note_of(received)
        too_late = bool(received.files) and not add_files(contribution, received.files)
        is_done = bool(received.files) and not too_late
    kind, contribution = contribution.of_kind, Contribution.objects.filter(pk=contribution.pk).first()
    if contribution is None:
        return render(request, "contributions/withdrawn.html", {"kind": kind})
    context = {
        "contribution": contribution,
        "code": code,
        "reply": reply,
        "adding": adding,
        "too_late": too_late,
        "is_done": is_done,
        "is_leaving": gesture == "confirmer" and contribution.may_be_withdrawn,
        "page_address": _address_of(contribution, request),
        "messages_exchanged": list(contribution.messages.all()),
        "files": list(contribution.files.all()),
    }
    context |= _files()
    is_refused = bool(reply.errors or adding.errors or too_late)
    return render(request, "contributions/followed.html", context, status=422 if is_refused else 200)


def _files():
    """What a field for files says (dict)."""
    return {"limits": settings.FILE_LIMITS.in_words, "has_room": settings.FILE_LIMITS.has_room(arrivals())}


def _address_of(contribution, request):
    """The address (str) of the page that was made of it, once any reader may see it; else ""."""
    page = ContentPage.objects.published().filter(pk=contribution.page_id).first() if contribution.page_id else None
    return page.get_url(request) if page else ""


def _form(request, kind, form, carried, received, status=200):
    context = {"kind": kind, "form": form, "carried": carried, "received": received.waiting} | _files() | KEPT
    context |= {"address": reverse("receive-file"), "proof": proof_for(carried, request.POST.get("preuve", ""))}
    return render(request, kind.template, context, status=status)


def _page(request):
    """The page under which one contributes (Page). Raises Http404 where members have closed it."""
    page = Frame(request).contribute
    if page is None:
        raise Http404
    return page
