"""What a host answers when an editor saves: little, soon, from the host that was chosen, or nothing at all."""

import json
import socket
import time
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.urls import reverse

from core import outside
from core.models import HostedRecording
from core.oembed import MOST_JSON, learn
from core.outside import NoAnswer, PublicConnection, fetched, is_public
from members.groups import MODERATION
from tests.factories import make_article, make_member, png

pytestmark = pytest.mark.django_db
YOUTUBE = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
GOOD = {"title": "Une assemblée", "author_name": "Un collectif", "thumbnail_url": "https://i.ytimg.com/vi/x/hq.jpg"}


class Host:
    """Answers for every host of the world (status, media type, bytes) by path, and remembers what it was asked."""

    def __init__(self):
        self.asked, self.answers, self.drip = [], {}, 0

    def says(self, path, content, kind="application/json", status=200, **headers):
        content = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.answers[path] = (status, kind, content, headers)


@pytest.fixture
def host(monkeypatch):
    cache.clear()
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 -- the name that http.server calls
            host.asked.append(self.path)
            status, kind, content, headers = host.answers.get(urlsplit(self.path).path, (404, "text/plain", b"", {}))
            self.send_response(status)
            for name, value in {"Content-Type": kind, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                step = 1 if host.drip else max(1, len(content))
                for start in range(0, len(content), step):
                    self.wfile.write(content[start : start + step])
                    time.sleep(host.drip)
            except OSError:
                return

        def log_message(self, *arguments):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    port = server.server_address[1]
    monkeypatch.setattr(
        outside, "connection_to", lambda name, seconds: HTTPConnection("127.0.0.1", port, timeout=seconds)
    )
    host.says("/vi/x/hq.jpg", png(1600, 900), "image/jpeg")
    yield host
    server.shutdown()
    server.server_close()


def body_of(*addresses):
    return make_article(body=[("player", {"address": address}) for address in addresses]).body


def test_what_a_host_says_is_kept_with_its_poster(host):
    host.says("/oembed", GOOD)
    news, silent = learn(body_of(YOUTUBE))
    assert [player.page for player in news] == [YOUTUBE]
    assert silent == []
    recording = HostedRecording.objects.get()
    assert (recording.title, recording.author) == ("Une assemblée", "Un collectif")
    assert recording.poster.read()[8:12] == b"WEBP"
    assert host.asked[0] == "/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DAbCdEfGhIjK"


def test_nobody_is_asked_twice(host):
    host.says("/oembed", GOOD)
    body = body_of(YOUTUBE, YOUTUBE)
    learn(body)
    asked = len(host.asked)
    assert learn(body) == ([], [])
    assert len(host.asked) == asked


def test_a_host_that_said_nothing_is_left_alone_for_a_while(host):
    body = body_of(YOUTUBE)
    assert [player.page for player in learn(body)[1]] == [YOUTUBE]
    assert [player.page for player in learn(body)[1]] == [YOUTUBE]
    assert len(host.asked) == 1


def test_an_address_that_is_of_no_host_is_not_asked(host):
    assert learn(body_of("https://169.254.169.254/latest", "http://127.0.0.1/", "javascript:1")) == ([], [])
    assert host.asked == []


@pytest.mark.parametrize(
    ("answer", "options"),
    [
        (b"not json", {}),
        (b"[" * 100_000, {}),
        (b"\xff\xfe", {}),
        ([GOOD], {}),
        ({"title": ""}, {}),
        ({"title": {"a": 1}}, {}),
        ({"title": "\x00 \n"}, {}),
        ({"author_name": "x"}, {}),
        (GOOD, {"kind": "text/html"}),
        (GOOD, {"status": 401}),
        (GOOD, {"status": 500}),
        ({**GOOD, "html": "x" * MOST_JSON}, {}),
        (GOOD, {"status": 302, "Location": "http://127.0.0.1/"}),
        (GOOD, {"status": 301, "Location": "file:///etc/passwd"}),
        (GOOD, {"status": 307, "Location": "https://www.youtube.com/oembed"}),
    ],
)
def test_what_is_no_answer_leaves_a_plain_link(host, answer, options):
    host.says("/oembed", answer, **options)
    news, silent = learn(body_of(YOUTUBE))
    assert news == []
    assert len(silent) == 1
    assert not HostedRecording.objects.exists()
    assert len(host.asked) == 1, "a redirection was followed"


@pytest.mark.parametrize(
    "poster",
    [
        "https://example.org/poster.jpg",
        "http://i.ytimg.com/vi/x/hq.jpg",
        "https://i.ytimg.com.example.org/vi/x/hq.jpg",
        "https://i.ytimg.com@127.0.0.1/vi/x/hq.jpg",
        "https://i.ytimg.com:8443/vi/x/hq.jpg",
        "file:///etc/passwd",
        "https://[x/y",
        "https://i.ytimg.com/a b\r\nX: y",
        12,
    ],
)
def test_a_poster_from_elsewhere_is_not_fetched(host, poster):
    host.says("/oembed", {**GOOD, "thumbnail_url": poster})
    learn(body_of(YOUTUBE))
    assert not HostedRecording.objects.get().poster
    assert len(host.asked) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"not a picture", "image/jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (png()[:60], "image/png"),
        (b"x" * 2_000_001, "image/jpeg"),
    ],
)
def test_a_poster_that_is_no_picture_is_left_out(host, content, kind):
    host.says("/oembed", GOOD)
    host.says("/vi/x/hq.jpg", content, kind)
    learn(body_of(YOUTUBE))
    recording = HostedRecording.objects.get()
    assert recording.title == "Une assemblée"
    assert not recording.poster


def test_a_title_is_text_on_one_line(host):
    host.says("/oembed", {**GOOD, "title": "<b>Un</b>\n\ttitre\x00 " + "long" * 200})
    learn(body_of(YOUTUBE))
    title = HostedRecording.objects.get().title
    assert title.startswith("<b>Un</b> titre long")
    assert len(title) == 300


def test_an_answer_that_drips_is_cut(host):
    host.says("/oembed", GOOD)
    host.drip = 0.3
    started = time.monotonic()
    with pytest.raises(NoAnswer):
        fetched("https://www.youtube.com/oembed", 1000, {"application/json"}, seconds=1)
    assert time.monotonic() - started < 3


def test_a_name_that_is_not_found_soon_is_given_up(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **options: time.sleep(3) or [])
    started = time.monotonic()
    with pytest.raises(NoAnswer):
        fetched("https://www.youtube.com/oembed", 1000, {"application/json"}, seconds=0.5)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.0.0.8",
        "192.168.1.1",
        "169.254.169.254",
        "fe80::1",
        "fd00::1",
        "0.0.0.0",  # noqa: S104
        "::ffff:127.0.0.1",
    ]
    + ["100.64.0.1", "224.0.0.1", "ff02::1"],
)
def test_a_name_that_leads_inside_leads_nowhere(monkeypatch, address):
    def found(*arguments, **options):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 443))] + [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))
        ]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket, "create_connection", lambda *arguments: pytest.fail("it was asked"))
    assert not is_public(address)
    with pytest.raises(NoAnswer):
        PublicConnection("www.youtube.com", timeout=1, context=None).connect()


# --- In the editor ----------------------------------------------------------------------------


@pytest.fixture
def save(client, django_capture_on_commit_callbacks):
    """A function that saves a page as it is in the editor (response), to the end of what follows."""

    def saved(article, **headers):
        with django_capture_on_commit_callbacks(execute=True):
            return _save(client, article, **headers)

    return saved


def _save(client, article, **headers):
    from_editor = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).context["form"]
    data = {name: from_editor[name].value() for name in ("title", "slug", "summary", "signature", "kind", "signed_by")}
    data = {name: value for name, value in data.items() if value is not None}
    data |= {"body-count": "1", "body-0-type": "player", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    data |= {"body-0-value-address": "https://youtu.be/AbCdEfGhIjK"}
    for name in ("title", "description", "poster", "transcript"):
        data[f"body-0-value-{name}"] = ""
    for formset in from_editor.formsets.values():
        data |= {f"{formset.prefix}-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    response = client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data, headers=headers)
    if response.status_code == 200:
        assert response.json()["success"]
    return response


def test_who_saves_reads_that_nobody_answered(client, host, save):
    client.force_login(make_member("ana", MODERATION))
    article = make_article(publish=False)
    said = [str(message) for message in get_messages(save(article).wsgi_request)]
    assert any("YouTube n’a rien dit de https://www.youtube.com/watch?v=AbCdEfGhIjK" in one for one in said)


def test_who_saves_has_the_title(client, host, save):
    host.says("/oembed", GOOD)
    client.force_login(make_member("ana", MODERATION))
    save(make_article(publish=False))
    assert HostedRecording.objects.get().title == "Une assemblée"


def test_what_saves_itself_asks_nobody(client, host, save):
    client.force_login(make_member("ana", MODERATION))
    save(make_article(publish=False), accept="application/json")
    assert host.asked == []
