"""What the site does when what it stands on goes away: shared by tests/outages/ and by `make audit`.

    with deployed(example, folder) as site, site.served(EMAIL_URL="smtp://127.0.0.1:1") as address: …

A copy of the example, served by deploy/serve.py.
"""

import shutil
import signal
import subprocess  # noqa: S404
import sys
from contextlib import contextmanager

from tests.databases import POSTGRESQL, SQLITE, own_database
from tools.example import ROOT, Example, serving


@contextmanager
def deployed(example, folder, disk=None):
    """A Deployment in `folder` (Path) with the contents of a built Example, which nobody serves meanwhile.

    All that it writes, but its journal, is on the `disk` (Path) if one is given.
    """
    url = example.environment["DATABASE_URL"]
    kind = SQLITE if url.startswith("sqlite") else POSTGRESQL
    folder.mkdir(exist_ok=True)
    disk = disk or folder
    with own_database(disk, "outage", on=kind, like=url) as database:
        shutil.copytree(example.folder / "media", disk / "media")
        temporary = disk / "tmp"
        temporary.mkdir()
        site = Deployment(folder, database)
        folders = {"MEDIA_ROOT": "media", "PRIVATE_ROOT": "private", "QUARANTINE_ROOT": "quarantine", "TMPDIR": "tmp"}
        written = {name: disk / called for name, called in folders.items()}
        site.environment |= {name: str(path) for name, path in written.items()}
        yield site


class Deployment(Example):
    """A site in `folder` (Path) as a volunteer runs it; what its processes write is in `journal` (Path)."""

    @property
    def journal(self):
        return self.folder / "server.log"

    @property
    def is_sqlite(self):
        return self.environment["DATABASE_URL"].startswith("sqlite")

    @contextmanager
    def served(self, workers=1, **environment):
        """The address (str) of the running site, with other variables of the `environment` (str)."""
        address = f"http://127.0.0.1:{self.port}"
        with self.journal.open("ab") as journal:
            process = subprocess.Popen(  # noqa: S603
                serving(self.port, workers),
                cwd=ROOT,
                env=self.environment | environment,
                stdout=journal,
                stderr=journal,
            )
            try:
                self._wait_for(address, process)
                yield address
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def asked(self, program, **environment):
        """What a program (str, Python, with the models of the site) prints about it (str)."""
        command = [sys.executable, "manage.py", "shell", "-v0", "-c", program]
        done = subprocess.run(  # noqa: S603
            command, cwd=ROOT, env=self.environment | environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout.strip()
