"""What the volunteer puts on a server: started here, asked what hostile people ask, and read afterwards."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from environ import Env

from core.finishing import Finishing
from tools.example import free_port
from tools.processes import workers_of
from tools.waiting import within

ROOT = Path(__file__).resolve().parents[2]
#: Bytes that are no request, or a hostile one.
GARBAGE = [
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    b"GET /?courriel=quelqu.une@example.org HTTP/1.1\r\nHost: 203.0.113.9\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [2001:db8::7]\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
    b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n",
]


@dataclass
class Served:
    """A site as docs/exploitation.md starts it: where it listens, its first process, what it writes."""

    port: int
    process: subprocess.Popen
    journal: Path

    @property
    def workers(self):
        """The processes (set of int) that answer."""
        return set(workers_of(self.process.pid))


@pytest.fixture
def served(tmp_path):
    port, journal = free_port(), tmp_path / "journal"
    command = [sys.executable, "deploy/serve.py", f"127.0.0.1:{port}"]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tools.example.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "QUARANTINE_ROOT": str(tmp_path / "quarantine"),
        "PRIVATE_ROOT": str(tmp_path / "private"),
        "SITE_URL": "https://nebuleuses.example.org",
        "ALLOWED_HOSTS": "nebuleuses.example.org",
        "DEBUG": "false",
    }
    with journal.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file)
        for _attempt in range(300):
            if process.poll() is None and answers(port):
                break
            time.sleep(0.2)
        yield Served(port, process, journal)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def answers(port):
    try:
        return bool(
            said_to(port, b"GET /sante.json HTTP/1.1\r\nHost: nebuleuses.example.org\r\nConnection: close\r\n\r\n")
        )
    except OSError:
        return False


def said_to(port, request):
    """What the server answers (bytes) to bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        return connection.recv(4096)


def test_the_journal_names_nobody_whatever_is_sent(served):
    """TRAPS 10: a server may write the address of whoever sends an invalid request; a wrong host reaches Django."""
    statuses = [said_to(served.port, request)[9:12] for request in GARBAGE]
    assert all(status[:1] == b"4" for status in statuses), served.journal.read_text()
    time.sleep(1)
    said = served.journal.read_text(errors="replace")
    assert "DisallowedHost" in said, "the trap was not sprung"
    for personal in ("127.0.0.1", "203.0.113.9", "2001:db8::7", "quelqu.une@example.org"):
        assert personal not in said


def test_a_worker_that_is_killed_is_replaced(served):
    before = served.workers
    assert len(before) == 2
    os.kill(min(before), signal.SIGKILL)
    assert within(20, lambda: len(served.workers - before) == 1 and len(served.workers) == 2)
    assert within(20, lambda: served.journal.read_text().count("Started worker") == 3)
    assert answers(served.port)


def test_the_site_changes_its_code_without_a_reader_noticing(served):
    """`systemctl reload`: new workers come before the old ones go."""
    before, refused = served.workers, []
    served.process.send_signal(signal.SIGHUP)
    until = time.monotonic() + 120
    while served.workers & before and time.monotonic() < until:
        refused += [] if answers(served.port) else [time.monotonic()]
    assert not served.workers & before
    assert not refused


def test_what_is_done_after_an_answer_is_finished_before_the_site_stops(tmp_path):
    """A mail to a slow server: the reader has the answer, and a restart comes."""
    port, journal, done = free_port(), tmp_path / "journal", tmp_path / "done"
    application = "--application=tests.deploy.test_serve:said_then_done"
    command = [sys.executable, "deploy/serve.py", f"127.0.0.1:{port}", "--workers=1", application]
    with journal.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, stderr=file, env=os.environ | {"TO_WRITE": str(done)})
    try:
        assert within(20, lambda: answers(port))
        assert not done.exists()
    finally:
        process.terminate()
        process.wait(timeout=60)
    assert done.read_text() == "done"


def test_the_socket_is_for_the_front_server_and_nobody_else(tmp_path):
    path, journal = tmp_path / "site.sock", tmp_path / "journal"
    application = "--application=tests.deploy.test_serve:said"
    command = [sys.executable, "deploy/serve.py", f"unix:{path}", "--workers=1", application]
    with journal.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, stderr=file)
    try:
        assert within(20, lambda: "Started worker" in journal.read_text())
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
    finally:
        process.terminate()
        process.wait(timeout=60)


def said(environ, start_response):
    """The least WSGI application."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"said"]


class DoneAfter:
    """An answer (iterable of bytes) after which a file is written, two seconds later."""

    def __iter__(self):
        return iter([b"said"])

    def close(self):
        time.sleep(2)
        Path(Env()("TO_WRITE")).write_text("done")


def _said_then_done(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return DoneAfter()


said_then_done = Finishing(_said_then_done)


@pytest.mark.parametrize("name", ["nginx-s3.conf", "nginx-machines.conf"])
def test_what_nginx_is_told_by_hand_is_in_the_documentation_word_for_word(name):
    document = (ROOT / "docs" / "exploitation.md").read_text()
    assert f"```nginx\n{(ROOT / 'deploy' / name).read_text()}```\n" in document
