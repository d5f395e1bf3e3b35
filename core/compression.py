"""Text travels compressed; files that are already, or that are streamed with their length, are left alone."""

from django.middleware.gzip import GZipMiddleware

#: What grows smaller: beginnings of content types.
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


class TextGZipMiddleware(GZipMiddleware):
    """Django's own, which hides the length of secrets from BREACH, for text only."""

    def process_response(self, request, response):
        if response.streaming or not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
