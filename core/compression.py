"""Text travels compressed; files that are already, or that are streamed with their length, are left alone."""

from django.middleware.gzip import GZipMiddleware

from core.page_cache.environ import KEEPING

#: What grows smaller: beginnings of content types.
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


class TextGZipMiddleware(GZipMiddleware):
    """Django's own, which hides the length of secrets from BREACH, for text only."""

    def process_response(self, request, response):
        if KEEPING in request.META and request.META[KEEPING].is_allowed:
            return response  # compressed once, by whoever keeps it
        if response.streaming or not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
