"""The site as it is served, beside nginx with the same bytes: readers by the thousand, memory, starting."""

import os
import signal
import subprocess  # noqa: S404
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from tools.bench import load, nginx
from tools.bench.front import in_front_of
from tools.example import ROOT, free_port, serving
from tools.processes import workers_of
from tools.waiting import answers, within

#: Readers who ask at once.
CLIENTS = (1, 8, 32)
#: Times that each server is asked, in turn.
TURNS = 7
#: Seconds within which a site starts.
PATIENCE = 60
#: What is read while members write: so many readers, for so many seconds.
READERS, READING = 50, 12


@contextmanager
def served(site, **environment):
    """The Process of a Site (tools.bench.readers.sites), by deploy/serve.py, without a front server."""
    port = free_port()
    own = {"SITE_URL": f"http://127.0.0.1:{port}", "BEHIND_PROXY": "", "ALLOWED_HOSTS": "127.0.0.1"}
    with (site.folder / "server.log").open("a") as log:
        command = serving(port, 2, "site_nebuleuses.wsgi:application")
        everything = site.example.environment | own | environment
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, env=everything, stdout=log, stderr=log)  # noqa: S603
        try:
            yield Process(f"http://127.0.0.1:{port}", process, _answered(port, start))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


class Process:
    """A site that runs at `address` (str): its first process, and the seconds (float) before its first page."""

    def __init__(self, address, process, started_in):
        self.address, self.pid, self.started_in = address, process.pid, started_in

    def memory(self):
        """Megabytes (list of int) that each worker has now."""
        statuses = [Path(f"/proc/{worker}/status").read_text() for worker in workers_of(self.pid)]
        return [int(status.partition("VmRSS:")[2].split()[0]) // 1000 for status in statuses]

    def bytes_of(self, path):
        """A page as a browser receives it (bytes, in brotli), and whether it came with a cookie (bool)."""
        with urlopen(Request(f"{self.address}{path}", headers=load.BROWSER), timeout=60) as answer:  # noqa: S310
            return answer.read(), "Set-Cookie" in answer.headers


def hot(site, path="/"):
    """What CLIENTS get of a page (dict: clients → TURNS, each the Loads of nginx with the same bytes, the site, nginx
    before it): whatever else this machine does meanwhile is compared with itself.
    """
    behind = {"SITE_URL": "https://127.0.0.1", "BEHIND_PROXY": "true"}
    with ExitStack() as stack:
        alone = stack.enter_context(served(site))
        proxied = stack.enter_context(served(site, **behind))
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _server in range(2)]
        body, _cookie = alone.bytes_of(path)
        front = stack.enter_context(nginx.serving(folders[0], body))
        before = stack.enter_context(in_front_of(proxied.address.removeprefix("http://"), folders[1]))
        addresses = (front, f"{alone.address}{path}", f"{before}{path}")
        return {
            clients: [[load.asked(address, clients, seconds=2) for address in addresses] for _turn in range(TURNS)]
            for clients in CLIENTS
        }


def memory_when_hot(site, paths):
    """Megabytes of each worker (list of int) once those `paths` (list of str) were read by many."""
    with served(site) as process:
        for path in paths:
            load.asked(f"{process.address}{path}", 8, seconds=1)
        return process.memory()


def weights(site, paths):
    """Of each path: bytes on the wire (int), and whether it sets a cookie (bool) (dict)."""
    with served(site) as process:
        return {path: (len(body), cookie) for path in paths for body, cookie in [process.bytes_of(path)]}


def while_members_write(site, write):
    """What `write` (function) gives, and the Load of READERS who read the front page meanwhile."""
    with served(site) as process, ThreadPoolExecutor(1) as beside:
        reading = beside.submit(load.asked, process.address + "/", READERS, seconds=READING)
        return write(), reading.result()


def second_start(site):
    """Seconds (float) from « make run » to its first page, on a site where everything is there already."""
    port = free_port()
    own = {
        "DEBUG": "true",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings",
    }
    start = time.monotonic()
    process = subprocess.Popen(  # noqa: S603
        ["make", "run", f"PORT={port}"],  # noqa: S607
        cwd=ROOT,
        env=site.example.environment | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return _answered(port, start)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _answered(port, start):
    """Seconds (float) since `start` when the front page answers. Raises RuntimeError if it never does."""
    if not within(PATIENCE, lambda: answers(f"http://127.0.0.1:{port}/"), every=0.05):
        raise RuntimeError("the site did not start")
    return time.monotonic() - start
