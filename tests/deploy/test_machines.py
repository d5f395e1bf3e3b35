"""Two machines behind nginx, as deploy/nginx-machines.conf says: one is away, or dies with what it was given."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tools.bench import nginx
from tools.bench.front import in_front_of_machines
from tools.example import free_port
from tools.outages.people import Visitor

pytestmark = pytest.mark.skipif(not nginx.is_there(), reason="nginx n’est pas là")


class Machine(BaseHTTPRequestHandler):
    """One that answers, unless `is_dying`: it takes what it is asked, and is gone."""

    is_dying = False
    asked = ()

    def do_GET(self):  # noqa: N802 -- as HTTP writes it
        self.asked.append(self.command)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.is_dying:
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"Lu !")

    do_POST = do_GET  # noqa: N815 -- as HTTP writes it

    def log_message(self, *said):
        pass


@contextmanager
def machine(**state):
    """What it is (class), and where (str)."""
    kind = type("Own", (Machine,), {"asked": [], **state})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield kind, f"127.0.0.1:{server.server_port}"
        server.shutdown()


def test_what_is_read_and_what_is_sent_arrive_while_a_machine_is_off(tmp_path):
    with machine() as (_kind, place):
        absent = f"127.0.0.1:{free_port()}"
        with in_front_of_machines([absent, place], tmp_path, free_port()) as address:
            visitor = Visitor(address)
            assert [visitor.get(f"/{number}").status for number in range(60)] == [200] * 60
            assert [visitor.post("/contact/", {"text": "Bonjour"}).status for _time in range(60)] == [200] * 60


def test_what_a_dying_machine_was_asked_to_read_is_asked_of_the_other_and_what_it_was_sent_is_not(tmp_path):
    """It may have written it: whoever sent it is told that it did not arrive, and looks."""
    with machine() as (well, first), machine(is_dying=True) as (dying, second):
        with in_front_of_machines([first, second], tmp_path, free_port()) as address:
            visitor = Visitor(address)
            assert {visitor.get(f"/{number}").status for number in range(10)} == {200}
            sent = [visitor.post("/contact/", {"text": "Bonjour"}) for _time in range(10)]
    assert {answer.status for answer in sent} == {200, 503}
    assert "indisponible pour un moment" in next(answer.text for answer in sent if answer.status == 503)
    assert well.asked.count("POST") + dying.asked.count("POST") == 10
