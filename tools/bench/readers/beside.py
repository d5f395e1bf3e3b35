"""The site beside its peer (tools.bench.peer), none of whose pages was read before: as many of each as are served."""

import os
import subprocess  # noqa: S404
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tools.bench import load
from tools.bench.contents import generate
from tools.bench.readers.served import PATIENCE, served
from tools.bench.scratch import lent
from tools.example import ROOT, free_port, serving
from tools.waiting import answers, within

#: Contents of both: as many as are measured in a few seconds, and more.
CONTENTS = 10_000
CLIENTS = 8
HOME, LIST, CONTENT = "accueil", "listes", "contenus"
#: The list that is turned over, and what its contents are, at our place and at the peer's.
_KIND, _OURS, _THEIRS = "article", "/reflexions/", "/article/"
#: What wrk asks: each of these in turn.
_SCRIPT = """
local paths = {%s}
local next = 0
request = function()
    next = next %% #paths + 1
    return wrk.format("GET", paths[next])
end
"""


def beside(site, server):
    """Pages a second of a Site of CONTENTS, and of the peer on the same `server` (dict: what → pair of Load)."""
    slugs = [content.slug for content in generate(CONTENTS) if content.kind == _KIND]
    pages = range(1, len(slugs) // 12 + 1)
    with (
        tempfile.TemporaryDirectory() as folder,
        lent(server(Path(folder)), "peer") as database,
        _peer(database, Path(folder)) as peer,
        served(site, DJANGO_SETTINGS_MODULE="tools.bench.settings.uncached") as process,
    ):
        measured = {}
        for what, paths in {
            HOME: lambda _listing: ["/"],
            LIST: lambda listing: [f"{listing}?page={number}" for number in pages],
            CONTENT: lambda listing: [f"{listing}{slug}/" for slug in slugs],
        }.items():
            both = ((process.address, paths(_OURS)), (peer, paths(_THEIRS)))
            measured[what] = tuple(_load(address, asked, Path(folder)) for address, asked in both)
        return measured


def _load(address, paths, folder):
    script = folder / "paths.lua"
    script.write_text(_SCRIPT % ", ".join(f'"{path}"' for path in paths))
    return load.asked(address, CLIENTS, script=script)


@contextmanager
def _peer(database, folder):
    """The address (str) of the peer, filled with CONTENTS, on the `database` (str), by the same server as ours."""
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tools.bench.peer.settings",
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(folder / "media"),
        "SECRET_KEY": "peer-" + "x" * 50,
    }
    filling = [sys.executable, "-m", "tools.bench.peer.filling", str(CONTENTS)]
    subprocess.run(filling, cwd=ROOT, env=environment, check=True)  # noqa: S603
    command = serving(port, 2, "tools.bench.peer.wsgi:application")
    with (folder / "peer.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603
        try:
            if not within(PATIENCE, lambda: answers(f"http://127.0.0.1:{port}/")):
                raise RuntimeError("the peer did not start")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()
