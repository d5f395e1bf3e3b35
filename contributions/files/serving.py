"""A file of the quarantine, to moderators alone, and so that nothing in it can act."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_required

from contributions.desk.screens import MAY_SEE
from contributions.models import Attachment
from core.files.ranges import ranged


@never_cache
@require_safe
@permission_required(MAY_SEE)
def attachment_file(request, pk):
    """The file of an Attachment, whole or the range that is asked (RFC 9110 §14), as a download in a sandbox.

    Raises Http404 once it is not in quarantine any more.
    """
    attachment = get_object_or_404(Attachment.objects.in_quarantine().exclude(contribution=None), pk=pk)
    try:
        response = ranged(attachment.path, request.headers.get("Range", ""), attachment.type.mime)
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Disposition"] = content_disposition_header(True, attachment.label)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
