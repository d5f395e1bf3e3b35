"""The files of a form: those that come with it, and those that came before and that it carries by their names."""

from dataclasses import dataclass, field
from functools import wraps

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from contributions.files.intake import harmless_name, take_in
from contributions.files.uploading import FIELD, QuarantineUploadHandler
from contributions.models import Attachment
from contributions.safeguards import FILES
from core.french import printable

#: The field that carries the names of those that came before.
CARRIED = "recu"


@dataclass
class Received:
    """`files` (list of Attachment) that were taken; `refusals` (list of str) for those that were not, in French."""

    files: list = field(default_factory=list)
    refusals: list = field(default_factory=list)

    @property
    def waiting(self):
        """Those that a form given again has to carry (list of Attachment)."""
        return [one for one in self.files if one.contribution_id is None]


def takes_files(view):
    """A view whose POST may bring files: they stream to the quarantine, whatever else reads the request first."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def receiving(request, *args, **options):
        if request.method == "POST":
            request.upload_handlers = [QuarantineUploadHandler(request)]
        return protected(request, *args, **options)

    return receiving


def received_files(request, already=0):
    """What a POST brought (Received), for a thing that has so many files `already` (int)."""
    most = settings.FILE_LIMITS.most
    names = list(dict.fromkeys(printable(name) for name in request.POST.getlist(CARRIED)))
    room = max(0, most - already)
    received = Received(list(Attachment.objects.filter(name__in=names[:room])))
    if len(received.files) < len(names[:room]):
        received.refusals.append(
            _("Un fichier a attendu trop longtemps, et n’a pas été gardé\u00a0: joignez-le à nouveau.")
        )
    arrived, is_over = request.FILES.getlist(FIELD), len(names) > room
    received.refusals += [_named(name, said) for name, said in request.upload_handlers[0].refused]
    room -= len(received.files)
    for file in arrived[:room]:
        try:
            if not FILES.allows(request):
                raise ValidationError(_("Trop de fichiers à la suite. Réessayez dans une heure."))
            received.files.append(take_in(file))
        except ValidationError as error:
            received.refusals.append(_named(file.said_name, " ".join(error.messages)))
        finally:
            file.close()
    if is_over or len(arrived) > room:
        said = _("Vous pouvez joindre %(most)s fichiers au plus\u00a0: les premiers sont là, les autres non.")
        received.refusals.append(said % {"most": most})
    return received


def _named(name, said):
    return _("«\u00a0%(name)s\u00a0»\u00a0: %(said)s") % {"name": harmless_name(name) or _("sans nom"), "said": said}
