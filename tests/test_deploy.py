"""What the volunteer puts on a server: started here, asked what hostile people ask, and read afterwards."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.example import free_port

ROOT = Path(__file__).resolve().parents[1]
#: Bytes that are no request, or a hostile one.
GARBAGE = [
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    b"GET /?courriel=quelqu.une@example.org HTTP/1.1\r\nHost: 203.0.113.9\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [2001:db8::7]\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
    b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n",
]


@pytest.fixture
def served(tmp_path):
    """The port (int) and the journal (Path) of the site under gunicorn, as docs/exploitation.md starts it."""
    port, journal = free_port(), tmp_path / "journal"
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"]
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
        yield port, journal
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


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
    """TRAPS 10: gunicorn writes the address of whoever sends an invalid request."""
    port, journal = served
    statuses = [said_to(port, request)[9:12] for request in GARBAGE]
    assert all(status[:1] == b"4" for status in statuses), journal.read_text()
    time.sleep(1)
    said = journal.read_text(errors="replace")
    assert "Invalid" in said or "Bad Request" in said, "the trap was not sprung"
    for personal in ("127.0.0.1", "203.0.113.9", "2001:db8::7", "quelqu.une@example.org"):
        assert personal not in said


@pytest.mark.parametrize("path", sorted((ROOT / "deploy").glob("*.[st]*")), ids=lambda path: path.name)
def test_each_unit_of_systemd_is_in_the_documentation_word_for_word(path):
    document = (ROOT / "docs" / "exploitation.md").read_text()
    assert f"`/etc/systemd/system/{path.name}` :\n\n```ini\n{path.read_text()}```\n" in document
