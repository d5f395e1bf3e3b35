"""Two moderators before the same contribution see each other: who is there, said on the screen and to its script."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from contributions.desk.screens import MAY_ACT
from contributions.models import Contribution, Presence


class LeavingForm(forms.Form):
    """When the screen that closes was last seen to be there."""

    vu = forms.DateTimeField()


def come(contribution, member):
    """Writes that `member` is before a Contribution now, and gives when (aware datetime).

    Nothing is written if either has just been deleted.
    """
    there = Presence(contribution=contribution, member=member, seen_at=timezone.now())
    fields = {"unique_fields": ["contribution", "member"], "update_fields": ["seen_at"]}
    try:
        Presence.objects.bulk_create([there], update_conflicts=True, **fields)
    except IntegrityError:
        pass
    return there.seen_at


def leave(contribution, member, seen_at):
    """Writes that `member` is no longer there, unless another screen of theirs has said so after `seen_at`.

    A page that is loaded again leaves once it has come back.
    """
    Presence.objects.filter(contribution=contribution, member=member, seen_at__lte=seen_at).delete()


def said_of_others(contribution, member):
    """« Alix regarde aussi cet envoi. » (str), or "" where `member` is alone."""
    others = Presence.objects.now().filter(contribution=contribution).exclude(member=member).select_related("member")
    names = sorted(one.member.get_full_name() for one in others)
    if not names:
        return ""
    said = ngettext("%(names)s regarde aussi cet envoi.", "%(names)s regardent aussi cet envoi.", len(names))
    return said % {"names": get_text_list(names, _("et"))}


@never_cache
@require_POST
def presence(request, pk):
    """Says who else is there (JSON: `said`, a sentence or "", and `seen`, now); one who posts `part` leaves.

    Raises PermissionDenied for who may not act, Http404 for what is gone.
    """
    if not request.user.has_perm(MAY_ACT):
        raise PermissionDenied
    contribution = Contribution.objects.filter(pk=pk).only("pk").first()
    if contribution is None:
        raise Http404
    if "part" in request.POST:
        form = LeavingForm(request.POST)
        if form.is_valid():
            leave(contribution, request.user, form.cleaned_data["vu"])
        return HttpResponse(status=204)
    seen = come(contribution, request.user).isoformat()
    return JsonResponse({"said": said_of_others(contribution, request.user), "seen": seen})
