"""`/prive/<collection>/…`: images, sounds and videos of a private collection, for those who may see it."""

from django.core.exceptions import PermissionDenied, SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images.views.images import preview

from core.disk import StoreAway
from core.models import SiteImage
from core.privacy import may_see
from core.site_storage import folder_of


@require_safe
def private_file(request, collection, name):
    """The file called `name` (str) of the collection of this key, whole or the range that is asked.

    Raises Http404 for whoever may not see this collection too: what it holds is not said either; StoreAway. No cache
    keeps it, so that nobody gets it from one once they may not see it any more.
    """
    if not may_see(request, collection):
        raise Http404
    try:
        response = default_storage.given(folder_of(collection) + name, request, "private, no-store")
    except StoreAway:
        raise
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def preview_of_what_one_may_see(request, image_id, filter_spec):
    """Wagtail's own view, which draws any image for whoever may change it. Raises PermissionDenied."""
    image = get_object_or_404(SiteImage, pk=image_id)
    if image.is_private and not may_see(request, image.private_to):
        raise PermissionDenied
    return preview(request, image_id, filter_spec)
