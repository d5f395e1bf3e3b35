"""One process of the cluster and those that it starts: a machine of its own, that may lose its power."""

import os
import signal
import subprocess  # noqa: S404
from contextlib import suppress

from tools.example import ROOT
from tools.waiting import within

#: Seconds given to what is under way when one asks it to stop: deploy/serve.py takes thirty at the most.
GRACE = 40


class Part:
    """A `command` (list of str) with an `environment` (dict), called `name` (str); what it writes is in `journal`.

    `is_ready` (function → bool) says that it does its work. Its temporary folder is its own, in `folder` (Path).
    """

    def __init__(self, name, folder, command, environment, is_ready):
        self.name, self.journal = name, folder / f"{name}.log"
        self._command, self._is_ready, self._process = command, is_ready, None
        temporary = folder / name / "tmp"
        temporary.mkdir(parents=True, exist_ok=True)
        self._environment = environment | {"TMPDIR": str(temporary)}

    @property
    def pid(self):
        """The first of its processes (int)."""
        return self._process.pid

    @property
    def is_running(self):
        return self._process is not None and self._process.poll() is None

    def start(self):
        """Starts it, and does not wait."""
        with self.journal.open("ab") as journal:
            self._process = subprocess.Popen(  # noqa: S603
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdout=journal,
                stderr=journal,
                start_new_session=True,
            )

    def wait(self, seconds):
        """Until it does its work. Raises RuntimeError, with the end of its journal, if it does not in time."""
        within(seconds, lambda: not self.is_running or self._is_ready())
        if not self.is_running or not self._is_ready():
            raise RuntimeError(f"{self.name} did not start:\n{self.journal.read_text(errors='replace')[-3000:]}")

    def kill(self):
        """All its processes at once, which are told nothing: the power is cut."""
        self._send(signal.SIGKILL)
        self._process.wait()

    def ask_to_stop(self):
        """As systemd does, and does not wait."""
        if self.is_running:
            self._process.terminate()

    def stop(self):
        """As systemd does: what it is doing ends; nothing of it runs any more."""
        if self._process is None:
            return
        self.ask_to_stop()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            pass
        self.kill()

    def freeze(self):
        """It does nothing any more, and is there."""
        self._send(signal.SIGSTOP)

    def thaw(self):
        self._send(signal.SIGCONT)

    def _send(self, word):
        with suppress(ProcessLookupError):
            os.killpg(self.pid, word)
