"""nginx before the site as deploy/ sets it up, but for its certificate: readers here ask over plain HTTP."""

import re
from contextlib import contextmanager

from tools.bench import nginx
from tools.example import ROOT

_FILES = ROOT / "deploy" / "nginx"
#: The block of the site itself, and what of it another machine, or HTTPS alone, needs.
_SITE = re.compile(r"^server \{\n    listen 443 ssl http2;\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"^ *(listen|server_name|include|ssl_\w+) .*\n", re.MULTILINE)


@contextmanager
def in_front_of(upstream, folder):
    """The address (str) of an nginx before `upstream` (str, as nginx names it: an address and a port, or unix:…).

    `folder` (Path, it exists) receives what it writes. The site is told that it is asked by HTTPS, at 127.0.0.1.
    """
    kept = folder / "kept"
    kept.mkdir()
    http = (_FILES / "nebuleuses.conf").read_text(encoding="utf-8")
    http = http.replace("unix:/run/nebuleuses/site.sock", upstream).replace("/var/cache/nebuleuses", str(kept))
    server = _SITE.search((_FILES / "site").read_text(encoding="utf-8"))[1]
    server = _ELSEWHERE.sub("", server).replace("X-Forwarded-Proto $scheme", "X-Forwarded-Proto https")
    with nginx.started(folder, server, http) as address:
        yield address
