"""Somebody without a session, in this process, who is answered by the page cache and by Django behind it."""

from io import BytesIO
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from core.models import Generation
from core.page_cache.front import PageCache
from core.page_cache.watch import Watch


class Reader:
    def __init__(self):
        self.made = 0
        self.cache = PageCache(self._django, 10_000_000, Watch(lambda: Generation.objects.get().token))
        self._handler = WSGIHandler()

    def _django(self, environ, start_response):
        self.made += 1
        return self._handler(environ, start_response)

    def get(self, address, **headers):
        said, parts = {}, urlsplit(address)
        environ = RequestFactory().get(parts.path, query_params=None).environ | headers
        environ |= {"QUERY_STRING": parts.query, "HTTP_HOST": "testserver", "wsgi.input": BytesIO()}

        def start_response(status, headers, exc_info=None):
            said.update(status=int(status[:3]), headers=dict(headers))

        body = self.cache(environ, start_response)
        said["text"] = b"".join(body).decode("utf-8", "replace")
        return said

    def text(self, address):
        answer = self.get(address)
        assert answer["status"] == 200, answer
        return answer["text"]

    def queries(self, address):
        """How many questions (int) the database is asked, that of the generation apart."""
        with CaptureQueriesContext(connection) as asked:
            self.get(address)
        return len(asked.captured_queries) - 1
