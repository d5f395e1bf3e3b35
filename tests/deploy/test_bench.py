"""What `make bench` puts before the site is nginx as deploy/ sets it up."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import Request, urlopen

import pytest

from tools.bench import nginx
from tools.bench.front import in_front_of


class Page(BaseHTTPRequestHandler):
    asked = []

    def do_GET(self):  # noqa: N802 -- as HTTP writes it
        self.asked.append((self.headers["Host"], self.headers["X-Forwarded-Proto"], self.headers["Accept-Encoding"]))
        self.send_response(200)
        self.send_header("X-Accel-Expires", "60")
        self.end_headers()
        self.wfile.write(b"Une page")

    def log_message(self, *said):
        pass


@pytest.mark.skipif(not nginx.is_there(), reason="nginx n’est pas là")
def test_it_keeps_what_the_site_says_and_asks_it_once(tmp_path, monkeypatch):
    monkeypatch.setattr(Page, "asked", [])
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        Thread(target=site.serve_forever, args=(0.01,), daemon=True).start()
        with in_front_of(f"127.0.0.1:{site.server_port}", tmp_path) as address:
            for _time in range(3):
                request = Request(f"{address}/page/", headers={"Accept-Encoding": "gzip, deflate, br"})  # noqa: S310
                assert urlopen(request).read() == b"Une page"  # noqa: S310
        site.shutdown()
    assert Page.asked.count(("127.0.0.1", "https", "br, gzip")) == 1
