"""nginx before the site as deploy/ sets it up, but for its certificate: readers here ask over plain HTTP."""

import re
from contextlib import contextmanager

from tools.bench import nginx
from tools.example import ROOT

_FILES = ROOT / "deploy" / "nginx"
#: The block of the site itself, and what of it another machine, or HTTPS alone, needs.
_SITE = re.compile(r"^server \{\n    listen 443 ssl http2;\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"^ *(listen|server_name|include|ssl_\w+) .*\n", re.MULTILINE)
#: What a site whose files are in a bucket answers itself.
_FILES_OF_THE_DISK = re.compile(r"^    location \^~ /media/.*?^    \}\n", re.MULTILINE | re.DOTALL)
#: The machines that deploy/nginx-machines.conf names.
MACHINES = ("10.0.0.2:8000", "10.0.0.3:8000")


@contextmanager
def in_front_of(upstream, folder):
    """The address (str) of an nginx before `upstream` (str, as nginx names it: an address and a port, or unix:…).

    `folder` (Path, it exists) receives what it writes. The site is told that it is asked by HTTPS, at 127.0.0.1.
    """
    machines = (_FILES / "machines.conf").read_text(encoding="utf-8")
    machines = machines.replace("unix:/run/nebuleuses/site.sock", upstream)
    server = _server().replace("X-Forwarded-Proto $scheme", "X-Forwarded-Proto https")
    with _started(folder, machines, server) as address:
        yield address


@contextmanager
def in_front_of_machines(upstreams, folder, port):
    """The same at `port` (int), before as many `upstreams` (list of str) as there are MACHINES, files in a bucket.

    The site is told that it is asked by HTTP, as it is.
    """
    machines = (ROOT / "deploy" / "nginx-machines.conf").read_text(encoding="utf-8")
    for written, upstream in zip(MACHINES, upstreams, strict=True):
        machines = machines.replace(written, upstream)
    with _started(folder, machines, _FILES_OF_THE_DISK.sub("", _server()), port) as address:
        yield address


def _server():
    """What the block of the site says (str)."""
    server = _SITE.search((_FILES / "site").read_text(encoding="utf-8"))[1]
    return _ELSEWHERE.sub("", server).replace("/srv/nebuleuses/site", str(ROOT))


@contextmanager
def _started(folder, machines, server, port=None):
    kept = folder / "kept"
    kept.mkdir(exist_ok=True)
    http = machines + (_FILES / "nebuleuses.conf").read_text(encoding="utf-8")
    http = http.replace("/var/cache/nebuleuses", str(kept))
    with nginx.started(folder, server, http, port) as address:
        yield address
