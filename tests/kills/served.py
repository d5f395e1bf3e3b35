"""The site as it is served (granian), killed while a stranger sends a sound: its worker, then its master."""

import json
import os
import random
import re
import signal
import socket
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.kills.outcome import Outcome
from tools.heavy import opened, part, wave_header
from tools.processes import workers_of

TITLE = "joindre un son à travers HTTP, le serveur tué"
_BOUNDARY = "nebuleuses-heavy"
_SIZE = 4_000_000
#: Beyond the whole of it, seconds during which what has arrived is looked into.
_LOOKED_INTO = 0.4
_PATIENCE = 60


class Upload:
    """One sound that somebody sends ahead of a form, from an address of their own."""

    def __init__(self, address, number):
        self.site = urlsplit(address)
        carried, token, cookie = opened(self.site)
        head = part("csrfmiddlewaretoken", token) + part("formulaire", carried)
        said = 'form-data; name="attachments"; filename="nuit.wav"'
        head += f"--{_BOUNDARY}\r\nContent-Disposition: {said}\r\n\r\n".encode() + wave_header(_SIZE)
        self.body = head + bytes(_SIZE) + f"\r\n--{_BOUNDARY}--\r\n".encode()
        self.carried = carried
        self.headers = {
            "Host": self.site.netloc,
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": f"2001:db8:{number}::1",
            "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
            "Content-Length": str(len(self.body)),
            "Cookie": cookie,
            "Referer": f"https://{self.site.netloc}/contribuer/son/",
        }

    def begun(self, share):
        """A socket through which that share (0 to 1) of it has left."""
        connection = socket.create_connection((self.site.hostname, self.site.port), timeout=_PATIENCE)
        head = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        connection.sendall(f"POST /contribuer/fichiers/ HTTP/1.1\r\n{head}\r\n".encode())
        connection.sendall(self.body[: int(len(self.body) * share)])
        return connection

    def whole(self):
        """The name (str) under which all of it is received, or "" where it is not."""
        connection = HTTPConnection(self.site.hostname, self.site.port, timeout=_PATIENCE)
        connection.request("POST", "/contribuer/fichiers/", self.body, self.headers)
        response = connection.getresponse()
        said = response.read()
        connection.close()
        return json.loads(said)["name"] if response.status == 200 else ""


def run(site, kills, seed):
    """The Outcome (dict) of an Example that is killed so many times, every third time with its master."""
    outcome, draws, number = Outcome(TITLE), random.Random(seed), 0  # noqa: S311
    while outcome.kills < kills:
        with site.served() as address:
            while outcome.kills < kills:
                number += 1
                if not answers(address, site.process):
                    if site.process.poll() is not None:
                        break  # a worker died twice in five seconds: granian gives up, and systemd starts it again
                    outcome.lost.append("the site does not start again")
                    return vars(outcome)
                is_master = number % 3 == 0
                _kill(site, Upload(address, number), draws, is_master)
                outcome.kills += 1
                if is_master:
                    break
    with site.served() as address:
        name = Upload(address, number + 1).whole()
        if re.fullmatch(r"[0-9a-f]{32}", name):
            outcome.done_again += 1
        else:
            outcome.lost.append("done again: the sound is not received")
    return vars(outcome)


def _kill(site, upload, draws, is_master):
    """Begins to send, then kills at a moment that `draws` (Random): on the way, or while the sound is looked into."""
    share = min(1, draws.uniform(0.05, 1.4))
    connection = upload.begun(share)
    if share == 1:
        time.sleep(draws.uniform(0, _LOOKED_INTO))
    workers = workers_of(site.process.pid)
    for victim in [site.process.pid, *workers] if is_master else workers:
        os.kill(victim, signal.SIGKILL)
    connection.close()


def answers(address, process):
    """Whether the site answers within a minute (bool), and as long as its first process (Popen) lives."""
    site, until = urlsplit(address), time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection(site.hostname, site.port, timeout=5)
            connection.request("GET", "/sante.json")
            if connection.getresponse().status == 200:
                return True
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    return False
