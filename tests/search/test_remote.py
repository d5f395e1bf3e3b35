"""SEARCH_URL: another engine gets the same stems, for what is indexed and for what is asked."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from wagtail.search.backends import get_search_backend

from core.models import ContentPage
from search.backends.address import search_backends
from search.models import ContentText
from tests.factories import make_article

pytest.importorskip("opensearchpy")


class Engine(BaseHTTPRequestHandler):
    """What OpenSearch answers, and what it was told."""

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        said = self.rfile.read(length).decode()
        self.server.told.append((self.command, self.path, said))
        hits = [{"_id": key, "_score": 2.5, "fields": {"pk": [key]}} for key in self.server.found]
        answer = {
            "hits": {"total": {"value": len(hits)}, "hits": hits},
            "acknowledged": True,
            "errors": False,
            "items": [],
        }
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = answer

    def log_message(self, *args):
        pass


@pytest.fixture
def engine(settings):
    with ThreadingHTTPServer(("127.0.0.1", 0), Engine) as server:
        server.told, server.found = [], []
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        settings.WAGTAILSEARCH_BACKENDS = search_backends(f"opensearch3+http://127.0.0.1:{server.server_port}/neb")
        yield server
        server.shutdown()


@pytest.mark.django_db
def test_the_engine_is_told_stems_and_asked_for_stems(engine, client):
    page = make_article("Les salarié·e·s", summary="Des éducateur·trice·s.")
    get_search_backend().add(page)
    document = next(said for method, path, said in reversed(engine.told) if "/neb_wagtailcore_page/_doc/" in path)
    assert json.loads(document)["title"] == "les salari zzz0"
    assert ContentText.objects.get(content=page).text.startswith("Des éducateur·trice·s.")
    engine.found, engine.told[:] = [str(page.pk)], []
    context = client.get("/recherche/?q=salariées -police").context
    assert [content.title for content in context["contents"]] == ["Les salarié·e·s"]
    assert context["contents"][0].found_title == "Les <mark>salarié·e·s</mark>"
    asked = next(said for _method, path, said in engine.told if "_search" in path)
    assert "salari" in asked and "salariées" not in asked and "polic" in asked
    assert client.get("/recherche.json?q=sal").json()["suggestions"][0]["label"] == "Les salarié·e·s"
    assert client.get("/recherche/?q=appel+des+salariées").status_code == 200
    assert list(ContentPage.objects.search("salariées")) == [ContentPage.objects.get(pk=page.pk)]


@pytest.mark.parametrize(
    "address", ["opensearch3://machine", "redis://machine", "opensearch3+https://", "n’importe quoi"]
)
def test_an_address_that_names_no_engine_stops_the_start_with_a_sentence(address):
    with pytest.raises(SystemExit, match="SEARCH_URL"):
        search_backends(address)


def test_without_an_address_the_database_answers():
    assert search_backends("")["default"]["BACKEND"] == "search.backends.database"
