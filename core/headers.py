"""What every answer tells the browser besides its content, whoever made it: a page, a file, an error, a refusal."""

from csp.middleware import CSPMiddleware

from core import content_policy


class ProtectiveHeadersMiddleware(CSPMiddleware):
    """Adds the policies of core/content_policy.py; a view that has set its own keeps it.

    No nonce: it would be kept with the page by any cache. SecurityMiddleware and XFrameOptionsMiddleware say part of it
    too, but are not asked for what fails, or answers, before them.
    """

    def process_response(self, request, response):
        if _is_framed(response):
            # A preview is a page that was made for its own address, and says that nothing may frame it.
            del response["Content-Security-Policy"]
        for header, value in content_policy.headers_of(request.path_info, _plays(response)).items():
            response.headers.setdefault(header, value)
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only:
            parts.config = content_policy.policy_of(request.path_info, _is_framed(response), _plays(response))
        return parts


def _is_framed(response):
    """Whether Wagtail lets the editor show this answer in a frame."""
    return response.get("X-Frame-Options") == "SAMEORIGIN"


def _plays(response):
    """Whether an answer is a page whose body has a recording that is kept elsewhere (bool)."""
    page = (getattr(response, "context_data", None) or {}).get("page")
    body = getattr(page, "body", None)
    return body is not None and any(block["type"] == "player" for block in body.raw_data)
