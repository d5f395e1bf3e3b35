"""A sound of 500 MB is sent: how much memory the site takes for it, beyond what it has when nobody asks anything.

    make heavy                      (python -m tools.heavy: needs ffmpeg)

The site runs as in production, on SQLite. Ends with 1 where the bound is not held, or the sound did not arrive whole.
"""

import html
import os
import struct
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tools.example import Example
from tools.rush import CARRIED, TOKEN

MEGABYTE = 1_000_000
SIZE = 499 * MEGABYTE
#: Megabytes above idle.
BOUND = 100
_BOUNDARY = "nebuleuses-heavy"
_CHUNK = 1 << 16
_HEADERS = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "2001:db8::1",
    "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
}


def wave_header(size):
    """The head (bytes) of a WAV of `size` bytes of silence: 16 bits, 48 kHz, stereo."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, 48_000, 192_000, 4, 16)
    return struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE") + form + struct.pack("<4sI", b"data", size)


def part(name, value):
    return f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


class Memory(threading.Thread):
    """Looks, twenty times a second, at the memory (bytes of RSS) of this process's children, and theirs."""

    def __init__(self):
        super().__init__(daemon=True)
        self.most, self._over = 0, threading.Event()

    def run(self):
        while not self._over.wait(0.05):
            self.most = max(self.most, self.now())

    def stop(self):
        self._over.set()
        self.join()
        return self.most

    @staticmethod
    def now():
        parents, sizes = {}, {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    stat = (folder / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                parents[int(folder.name)], sizes[int(folder.name)] = int(stat[1]), int(stat[21])
        ours = {os.getpid()}
        while more := {key for key, parent in parents.items() if parent in ours} - ours:
            ours |= more
        return sum(sizes[key] for key in ours - {os.getpid()}) * os.sysconf("SC_PAGE_SIZE")


def opened(site):
    """What a form is given (its signed field, its token, its cookie: str)."""
    connection = HTTPConnection(site.hostname, site.port, timeout=60)
    connection.request("GET", "/contribuer/son/", headers=_HEADERS)
    response = connection.getresponse()
    page = response.read().decode()
    carried = html.unescape(CARRIED.search(page)[1])
    token = TOKEN.search(page)[1]
    return carried, token, response.getheader("Set-Cookie").partition(";")[0]


def sent(site):
    """Sends the sound; gives what the site answers (status, text) and the seconds it took."""
    carried, token, cookie = opened(site)
    head = part("csrfmiddlewaretoken", token) + part("formulaire", carried)
    disposition = 'form-data; name="attachments"; filename="nuit.wav"'
    head += f"--{_BOUNDARY}\r\nContent-Disposition: {disposition}\r\n\r\n".encode() + wave_header(SIZE)
    tail = f"\r\n--{_BOUNDARY}--\r\n".encode()
    start = time.perf_counter()
    connection = HTTPConnection(site.hostname, site.port, timeout=600)
    connection.putrequest("POST", "/contribuer/fichiers/")
    length = {"Content-Length": str(len(head) + SIZE + len(tail)), "Cookie": cookie}
    for name, value in (_HEADERS | length | {"Referer": f"https://{site.netloc}/contribuer/son/"}).items():
        connection.putheader(name, value)
    connection.endheaders(head)
    for _chunk in range(SIZE // _CHUNK):
        connection.send(bytes(_CHUNK))
    connection.send(bytes(SIZE % _CHUNK) + tail)
    response = connection.getresponse()
    return response.status, response.read().decode(), time.perf_counter() - start


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        example = Example(folder, f"sqlite:///{folder / 'site.sqlite3'}").built()
        with example.served() as address:
            site = urlsplit(address)
            opened(site)
            idle, memory = Memory.now(), Memory()
            memory.start()
            status, said, seconds = sent(site)
            most = (memory.stop() - idle) / MEGABYTE
        arrived = [path.stat().st_size for path in (folder / "quarantine").iterdir() if path.is_file()]
    print(f"{SIZE // MEGABYTE} Mo envoyés en {seconds:.0f} s ({status} {said})")
    print(f"mémoire au repos {idle / MEGABYTE:.0f} Mo, au plus {most:.0f} Mo de plus (borne : {BOUND})")
    sys.exit(status != 200 or most > BOUND or not arrived or min(arrived) < SIZE)


if __name__ == "__main__":
    main()
