"""Whole sites, each with its database and its folders, which commands are run on as an administrator runs them."""

import json
import os
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tests.databases import own_database

ROOT = Path(__file__).resolve().parents[3]


class Site:
    """A site in `folder` (Path), over the database at `url` (str); nothing is made of it yet."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
        self.media, self.private = folder / "media", folder / "private"
        self.quarantine, self.copies = folder / "quarantine", folder / "copies"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": url,
            "MEDIA_ROOT": str(self.media),
            "QUARANTINE_ROOT": str(self.quarantine),
            "PRIVATE_ROOT": str(self.private),
        }

    def run(self, *arguments, most_bytes=None):
        """What comes of a Python process on this site (CompletedProcess); no file may pass `most_bytes` (int)."""

        def limit():
            if most_bytes is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=limit,
        )

    def manage(self, *arguments, **options):
        return self.run("manage.py", *map(str, arguments), **options)

    def managed(self, *arguments):
        """What a command says (str), which does what it is asked."""
        done = self.manage(*arguments)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def killed(self, where, times, *arguments):
        """Runs a command that is killed (SIGKILL) when `where` (« module:object.method ») is called so many `times`."""
        done = self.run("-m", "tests.kills.command", where, str(times), *map(str, arguments))
        assert done.returncode == -9, (done.returncode, done.stdout, done.stderr[-3000:])

    def contents(self):
        done = self.run("-m", "tests.core.backup.contents")
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def newest_copy(self):
        return max(self.copies.glob("nebuleuses-*.tar"))


@contextmanager
def site(folder, name="copie", *, like=None, on=None):
    """A Site in `folder` (Path); empty, or as `like` (Site) is. `on`: see tests.databases."""
    folder.mkdir(exist_ok=True)
    with own_database(folder, name, on=on, like=like and like.url) as url:
        made = Site(folder, url)
        if like:
            for name in ("media", "private", "quarantine"):
                there, here = getattr(like, name), getattr(made, name)
                if there.exists():
                    shutil.copytree(there, here)
        yield made
