"""The example, running as in production, in a database of its own: what browser tests and `make audit` look at.

    with Example(folder, database_url).built().served() as address: …

The folder receives media and logs. Files of the site's own design are served as they are in `static/`; `collected=True`
collects and compresses them first, as a deployment does.
"""

import os
import socket
import subprocess  # noqa: S404
import sys
from contextlib import contextmanager
from pathlib import Path

from tools.waiting import answers, within

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60


class Example:
    """An example site in `folder` (Path, it exists) and the database named by `database_url` (str, it is empty).

    It is read at `port` (int), by default one that is free.
    """

    def __init__(self, folder, database_url, port=None):
        self.folder = folder
        self.port = port or free_port()
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "MEDIA_ROOT": str(folder / "media"),
            "QUARANTINE_ROOT": str(folder / "quarantine"),
            "PRIVATE_ROOT": str(folder / "private"),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SECRET_KEY": "example-only-" + "x" * 50,
            "DEMO_PASSWORD": "un mot de passe assez long",
            "DEBUG": "false",
            "BEHIND_PROXY": "true",
            "CACHE_URL": "locmemcache://",
            "PAGE_CACHE_MEGABYTES": "0",  # what a test writes is read at once
            "EMAIL_URL": "dummymail://",
            "DJANGO_SETTINGS_MODULE": "tools.example.settings",
        }

    def built(self):
        """Makes the tables and loads the example (Example, itself). Half a minute.

        Raises CalledProcessError, with the command's own message on the error output.
        """
        self._manage("migrate", "-v0")
        self._manage("load_demo", "--force", "-v0")
        return self

    @contextmanager
    def served(self, collected=False, debug=False):
        """The address (str, without a final slash) of the running site, stopped at the end.

        `debug` serves it on another port as a developer sees it, with what exists only then.
        """
        environment, port = self.environment, self.port
        if debug:
            port = free_port()
            environment = environment | {"DEBUG": "true", "SITE_URL": f"http://127.0.0.1:{port}"}
        if collected:
            self.collect(environment)
        command = serving(port, workers=1)
        with (self.folder / "server.log").open("a") as log:
            process = self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603
            try:
                address = f"http://127.0.0.1:{port}"
                self._wait_for(address, process)
                yield address
            finally:
                process.terminate()
                process.wait()

    def collect(self, environment=None):
        """Files of the site's own design are served collected and compressed from now on."""
        (self.folder / "static").mkdir(exist_ok=True)  # tools.example.settings looks for it
        self._manage("collectstatic", "--no-input", "-v0", environment=environment)

    def _manage(self, *arguments, environment=None):
        command = [sys.executable, "manage.py", *arguments]
        environment = environment or self.environment
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    def _wait_for(self, address, process):
        probe = f"{address}/sante.json"
        within(SECONDS_TO_START, lambda: process.poll() is not None or answers(probe, 2), every=0.2)
        if process.poll() is None and answers(probe, 2):
            return
        raise RuntimeError(f"the example did not start:\n{(self.folder / 'server.log').read_text()[-3000:]}")


def serving(port, workers, application="tools.example.wsgi:application"):
    """The command (list of str) of a server for an `application` (str, of WSGI), in so many `workers` (int)."""
    where = [f"127.0.0.1:{port}", f"--application={application}", f"--workers={workers}"]
    return [sys.executable, "deploy/serve.py", *where]


def free_port():
    """A port (int) that nobody listens to on this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
