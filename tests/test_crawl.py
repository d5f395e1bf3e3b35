"""The visitor of .ci/run sees what it is there to see."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tools.crawl import ENTRANCES, Crawl

SOUND = {path: ("text/html", "<h1>Bien</h1>") for path in ENTRANCES}


@pytest.fixture
def visit():
    """visit(pages, cookie="") → the faults (list of str) of a site made of `pages` (path → (type, text))."""
    servers = []

    def run(pages, cookie="", **bounds):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802 -- the name that http.server calls
                kind, text = pages.get(self.path, ("text/html", ""))
                content = text.encode()
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                if cookie:
                    self.send_header("Set-Cookie", cookie)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return Crawl(f"http://127.0.0.1:{server.server_port}", **bounds).run()

    yield run
    for server in servers:
        server.shutdown()
        server.server_close()


def with_home(html, **others):
    return SOUND | {"/": ("text/html", html)} | {f"/{name}": page for name, page in others.items()}


def test_a_sound_site_has_no_fault(visit):
    home = """<link rel="stylesheet" href="/a.css"><h1 id="haut">Nébuleuses</h1><a href="#haut">haut</a>
        <a href="https://example.org/">ailleurs</a><a href="mailto:a@example.org">écrire</a>
        <script type="application/ld+json">{}</script><img src="/é.png" srcset="/b.png 2x, /é.png 1x" alt="">"""
    pages = with_home(home, **{"a.css": ("text/css", "p{background:url('/b.png')}"), "b.png": ("image/png", "")})
    pages["/%C3%A9.png"] = ("image/png", "")
    crawl = visit(pages)
    assert crawl.faults == []
    assert crawl.kinds.total() == len(ENTRANCES) + 3
    assert crawl.left_out == 0


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="/absente/">', "/absente/ : 404, depuis /"),
        ('<img src="/absente.png">', "/absente.png : 404"),
        ('<a href="#absente">', "ancre #absente"),
        ('<a href="/recherche/#absente">', "ancre #absente"),
        ('<img src="https://cdn.example.org/a.png">', "tiers"),
        ('<img src="/" srcset="//cdn.example.org/a.png 2x">', "tiers"),
        ('<script src="https://cdn.example.org/a.js"></script>', "tiers"),
        ('<link rel="stylesheet" href="https://fonts.example.org/a.css">', "tiers"),
        ('<link rel="preconnect" href="https://fonts.example.org">', "tiers"),
        ('<iframe src="https://video.example.org/"></iframe>', "tiers"),
        ("<script>alert(1)</script>", "<script> dans la page"),
        ('<script type="module">alert(1)</script>', "<script> dans la page"),
        ('<script type="application/json">{}</script>', "<script> dans la page"),
        ('<script type="application/ld+json">{"name": </script>', "JSON-LD illisibles"),
        ('<link rel="canonical" href="/absente/">', "/absente/ : 404"),
        ('<meta property="og:image" content="/absente.png">', "/absente.png : 404"),
        ("<style>p{}</style>", "<style> dans la page"),
        ('<p style="color:red">', "attribut style="),
        ('<p onclick="a()">', "attribut onclick="),
        ('<link rel="stylesheet" href="/a.css">', "tiers, https://fonts.example.org/f.woff2"),
    ],
)
def test_a_fault_is_named(visit, html, fault):
    pages = with_home(html, **{"a.css": ("text/css", "@font-face{src:url(https://fonts.example.org/f.woff2)}")})
    assert [line for line in visit(pages).faults if fault in line]


def test_a_feed_is_followed(visit):
    pages = SOUND | {"/flux.xml": ("application/atom+xml", '<feed><entry><link href="/absente/"/></entry></feed>')}
    assert [line for line in visit(pages).faults if "/absente/ : 404" in line]


def test_the_map_of_the_site_is_followed(visit):
    pages = SOUND | {"/sitemap.xml": ("application/xml", "<urlset><url><loc>/absente/</loc></url></urlset>")}
    assert [line for line in visit(pages).faults if "/absente/ : 404" in line]


def test_a_cookie_on_a_public_page_is_a_fault(visit):
    assert [line for line in visit(SOUND, cookie="suivi=1; Path=/").faults if "cookie (suivi)" in line]


def test_the_token_of_a_form_that_sends_something_is_none(visit):
    token = "csrftoken=a; Path=/"
    form = '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="a"></form>'
    assert [line for line in visit(SOUND, cookie=token).faults if "cookie (csrftoken)" in line]
    pages = {path: ("text/html", form) for path in SOUND}
    assert visit(pages, cookie=token).faults == []
    assert visit(pages, cookie="sessionid=a").faults


def test_the_visit_is_bounded_and_says_what_it_left(visit):
    links = "".join(f'<a href="/?page={number}">' for number in range(100))
    crawl = visit(with_home(links) | {f"/?page={number}": ("text/html", "") for number in range(100)})
    assert crawl.faults == []
    assert crawl.left_out == 60
