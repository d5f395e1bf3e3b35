"""The sites that are measured: the example and so many generated contents, kept in var/bench/ between runs."""

import hashlib
import json
import subprocess  # noqa: S404
import sys
import time

from tools.bench.scratch import PostgreSQL
from tools.example import ROOT, Example

KEPT = ROOT / "var" / "bench"
#: What a kept site was made by: when it changes, the site is made again.
_MADE_BY = (
    "*/migrations/*.py",
    "demo/**/*.py",
    "search/indexed.py",
    *(f"tools/bench/{name}.py" for name in ("contents", "prose", "subjects/*", "loading", "readers/loading")),
)
_STEPS = {
    "contenus": ("-m", "tools.bench.inside", "load"),
    "dates": (
        "-m",
        "tools.bench.readers.loading",
    ),
    "index": ("manage.py", "update_index", "-v0"),
}


class Site:
    """The site of `number` contents on a `server` (tools.bench.scratch.SQLite or PostgreSQL, the class)."""

    def __init__(self, server, number):
        self.number, self.database = number, server.name
        self.folder = KEPT / f"{server.name.lower()}-{number}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._server = server(self.folder)
        if server is PostgreSQL:
            self._server.prefix = "nebuleuses_bench_kept"
        self._name = f"n{number}"
        own = {"DJANGO_SETTINGS_MODULE": "tools.bench.settings.ours", "PAGE_CACHE_MEGABYTES": "64"}
        self.example = Example(self.folder, self._server.url(self._name))
        self.example.environment |= own

    def ready(self):
        """Makes it, unless it was made by the same code (Site, itself). Half an hour for 100,000 contents."""
        stamp, made_by = self.folder / "made-by", fingerprint()
        if stamp.exists() and stamp.read_text() == made_by:
            return self
        stamp.unlink(missing_ok=True)
        self._server.drop(self._name)
        self._server.create(self._name)
        self._told("exemple", self.example.built)
        for step, command in _STEPS.items():
            arguments = [*command, str(self.number)] if step == "contenus" else command
            self._told(step, lambda arguments=arguments: self.run(*arguments))
        self._server.tidy(self._name)
        stamp.write_text(made_by)
        return self

    def run(self, *command, **environment):
        """Runs a Python `command` (names) with this site; what it prints (str)."""
        everything = self.example.environment | environment
        done = subprocess.run(  # noqa: S603
            [sys.executable, *command], cwd=ROOT, env=everything, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    def size(self):
        """Bytes of its database (int), the index of the search included."""
        return self._server.size(self._name)

    def took(self):
        """Seconds (dict: step → float) that it took to make it."""
        return json.loads(self._took.read_text(encoding="utf-8"))

    @property
    def _took(self):
        return self.folder / "took.json"

    def _told(self, step, work):
        start = time.monotonic()
        print(f"  {self.database}, {self.number}\u00a0: {step}…", end=" ", flush=True)
        work()
        seconds = time.monotonic() - start
        print(f"{seconds:.0f}\u00a0s", flush=True)
        known = self.took() if self._took.exists() else {}
        self._took.write_text(json.dumps(known | {step: seconds}), encoding="utf-8")


def fingerprint():
    """What stands for the code that makes a site (str)."""
    digest = hashlib.sha256()
    for pattern in _MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
