"""Where an installation puts things, and what it runs: each place is written only if it says something else."""

import os
import pwd
import re
import shutil
import subprocess  # noqa: S404
import sys
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent
HOME = PROGRAM.parent
#: The account of the site; that of nginx, which is a group too.
ACCOUNT, FRONT = "nebuleuses", "www-data"
#: What the files of deploy/ are written for.
NAME, WRITTEN_HOME, SYSTEM = "nebuleuses.example.org", "/srv/nebuleuses", ("/etc", "/run", "/var")
_PLACE = re.compile(rf"(?<![\w./])({'|'.join([WRITTEN_HOME, *SYSTEM])})(?=[/\s;]|$)", re.MULTILINE)


class Installation:
    """The site `name` (str), under `root` (Path, or None: on this very machine). `changed` says what it did (list)."""

    def __init__(self, name, root=None):
        self.name, self.root = name, root
        self.is_real = root is None
        self.account = ACCOUNT if self.is_real else pwd.getpwuid(os.geteuid()).pw_name
        self.changed = []

    def path(self, place):
        """Where a `place` (str, absolute) of the system is (Path)."""
        return Path(place) if self.is_real else self.root / place.lstrip("/")

    def text(self, file):
        """What a file of deploy/ (Path) says for this installation (str)."""
        text = file.read_text(encoding="utf-8").replace(NAME, self.name)
        return _PLACE.sub(lambda found: str(HOME if found[0] == WRITTEN_HOME else self.path(found[0])), text)

    def write(self, path, text, mode=0o644):
        """Writes a file (Path), unless it says that already; what it said before is kept beside."""
        path.parent.mkdir(parents=True, exist_ok=True)
        former = path.read_text(encoding="utf-8") if path.exists() else None
        if former == text:
            return
        if former is not None:
            path.with_name(f"{path.name}.avant").write_text(former, encoding="utf-8")
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="utf-8") as file:
            file.write(text)
        self.note(f"écrit\u00a0: {path}" + (" (l’ancien est à côté, en .avant)" if former is not None else ""))

    def folder(self, path, mode, owner="root", group="root"):
        """Makes a folder (Path), or gives one that is there this mode (int) and these owners (names)."""
        is_new = not path.is_dir()
        path.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(path, owner, group)
        path.chmod(mode)
        if is_new:
            self.note(f"dossier\u00a0: {path}")

    def link(self, path, to):
        """Makes a symbolic link (Path), or leaves it as it is."""
        if not path.is_symlink():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(to)
            self.note(f"lien\u00a0: {path}")

    def note(self, sentence):
        self.changed.append(sentence)
        say(f"  {sentence}")

    def manage(self, *arguments):
        """Runs a command of the site, as its account, with nothing of this environment but where programs are."""
        as_account = ["runuser", "-u", self.account, "--"] if self.is_real else []
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        call([*as_account, str(PROGRAM / ".venv/bin/python"), "manage.py", *arguments], cwd=PROGRAM, env=environment)


def call(command, **options):
    """What a command (list of str, with options of subprocess.run) prints, if asked; where it fails, all stops."""
    done = subprocess.run(command, check=False, **options)  # noqa: S603
    if done.returncode:
        sys.exit(f"La commande « {' '.join(command)} » a échoué.")
    return done.stdout


def said():
    """What .env says (str)."""
    settings = PROGRAM / ".env"
    return settings.read_text(encoding="utf-8") if settings.exists() else ""


def is_said(name):
    """Whether .env gives a value to the variable `name` (str) (bool)."""
    return re.search(rf"^{name}=\S", said(), re.MULTILINE) is not None


def say(sentence):
    print(sentence, flush=True)
