"""Documents of the library as readers get them: files that nothing in the browser obeys."""

from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from core.content_policy import DOCUMENT

#: What is a file, or says that the one that the browser has is still good and updates its headers (RFC 9111 §4.3.4).
_GIVEN = (200, 304)


@require_safe
def serve_document(request, document_id, document_filename):
    """Wagtail's own view, which knows which collections are private; a download, or a PDF in a sandbox.

    What becomes private is asked again each time, and no cache between keeps it.
    """
    response = serve(request, document_id, document_filename)
    if response.status_code in _GIVEN:
        response["Content-Security-Policy"] = DOCUMENT
        response["X-Content-Type-Options"] = "nosniff"
        if response.get("Content-Encoding") == "None":  # wagtail.utils.sendfile
            del response["Content-Encoding"]
        response["Cache-Control"] = "private, no-cache"
    return response
