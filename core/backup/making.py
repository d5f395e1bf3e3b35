"""Making a copy of the site while it runs.

The database first, files after. A file is written before its row is committed and deleted after its row is: what the
snapshot names is there, unless somebody has deleted it since. The other way round, a photo that arrives meanwhile would
have its row in the copy, and not itself.
"""

import os
import platform
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from core.backup import folders
from core.backup.alone import Busy, alone, settle
from core.backup.archive import Vanished, Writer, checked
from core.backup.restoring import is_unfinished
from core.backup.retention import copies, kept, moment_of, name_of
from core.backup.rows import file_of, write_table
from core.backup.snapshot import applied_migrations, last_key, snapshot
from core.backup.tables import copied_tables
from core.site_storage import collection_of
from core.stored_files import is_made_again, quarantined
from core.version import VERSION

#: How what is not a copy yet is called; whatever a killed process left of it goes the next time.
_UNFINISHED = ".nebuleuses-"
_VARIABLES = re.compile(r"^(?:# ?)?([A-Z][A-Z0-9_]+)=", re.MULTILINE)


class CannotCopy(Exception):
    """Why no copy was made, in French."""


@dataclass
class Copy:
    """What was made: its `path` (Path), its `manifest` (dict), and the older ones that were deleted (list of Path)."""

    path: Path
    manifest: dict
    deleted: list = field(default_factory=list)

    @property
    def made_at(self):
        return moment_of(self.path.name)

    @property
    def rows(self):
        return sum(table["rows"] for table in self.manifest["tables"])


def make_copy(folder, *, days=7, weeks=4, months=0, now=None):
    """Copies the site in `folder` (Path, made if need be), verifies the copy, forgets older ones (Copy).

    Raises CannotCopy, BadArchive (it reads wrong), OSError (the disk is full), DatabaseError. Then nothing that looks
    like a copy is left, and none of the older ones is gone.
    """
    if is_unfinished():
        raise CannotCopy(
            "Une restauration s’est arrêtée en chemin\u00a0: relancez d’abord manage.py restore, elle finira."
        )
    folder = folder.resolve()
    for root in folders.on_disk():
        if folder.is_relative_to(root.resolve()):
            raise CannotCopy(f"{folder} est dans un dossier du site ({root})\u00a0: choisissez-en un autre.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with alone(folder):
            _sweep(folder)
            _require_room(folder)
            work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
            try:
                copy = _copy(work, folder, now or datetime.now(UTC))
            finally:
                shutil.rmtree(work, ignore_errors=True)
            chosen = kept([moment_of(path.name) for path in copies(folder)], days=days, weeks=weeks, months=months)
            copy.deleted = [path for path in copies(folder) if moment_of(path.name) not in chosen | {copy.made_at}]
            for path in copy.deleted:
                path.unlink()
    except Busy as error:
        raise CannotCopy(f"Une autre sauvegarde se fait en ce moment dans {folder}.") from error
    return copy


def _require_room(folder):
    """Raises CannotCopy where one more copy, as heavy as the heaviest or as all files, would fill the disk of `folder`.

    The site and its database may be on it; and what is deleted to make room is only once a copy is there.
    """
    heaviest = max((path.stat().st_size for path in copies(folder)), default=None)
    if heaviest is None:
        files = (path for root in folders.on_disk() for path in root.rglob("*"))
        heaviest = sum(path.stat().st_size for path in files if path.is_file())
    if lacking := folders.lacking_on(folder, heaviest):
        raise CannotCopy(
            f"Le disque de {folder} n’a pas la place d’une sauvegarde de plus\u00a0: il manque "
            f"{lacking} Mo. Rien n’y a été écrit, et les précédentes sont là."
        )


def _sweep(folder):
    for path in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


def _copy(work, folder, now):
    written = work / "archive.tar"
    with os.fdopen(os.open(written, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        archive = Writer(file)
        database, needed = _add_database(archive, work)
        missing = _add_files(archive, needed)
        archive.close({**_about(now), **database, "missing": missing})
        file.flush()
        os.fsync(file.fileno())
    manifest = checked(written)
    path = folder / name_of(now)
    if path.exists():
        raise CannotCopy(f"{path} existe déjà.")
    written.rename(path)
    settle(folder)
    return Copy(path, manifest)


def _add_database(archive, work):
    """Copies every table; gives what the manifest says of them (dict), and the media that their rows name (set)."""
    tables, left_out = copied_tables()
    said, needed = [], set()
    with snapshot(work) as opened:
        for table in tables:
            path = work / "rows"
            count, files = write_table(opened, table, path)
            archive.add(file_of(table.name), path)
            needed |= files
            columns, last = [list(column) for column in table.columns], last_key(opened, table)
            said.append({"name": table.name, "model": table.model, "columns": columns, "rows": count, "last_key": last})
        migrations, engine = applied_migrations(opened), opened.vendor
    return {"engine": engine, "migrations": migrations, "tables": said, "left_out": left_out}, needed


def _add_files(archive, needed):
    """Copies media and quarantine; gives the files that rows name and that are not there (sorted list of str)."""
    needed = {name if collection_of(name) is not None else f"media/{name}" for name in needed}
    needed |= {f"quarantine/{name}" for name in quarantined()}
    for folder, kept_there in folders.folders().items():
        for name in kept_there.names():
            path = f"{folder}/{name}"
            known = path.removeprefix("media/")
            if folder != "quarantine" and is_made_again(known) and path not in needed:
                continue
            try:
                with kept_there.local(name) as copied:
                    archive.add(path, copied)
            except (Vanished, FileNotFoundError):
                continue
    return sorted(needed - archive.files.keys())


def _about(now):
    """Where the copy comes from (dict): versions, and the names of the variables that were set, never their values."""
    known = _VARIABLES.findall((settings.BASE_DIR / ".env.example").read_text())
    return {
        "made_at": now.isoformat(),
        "site": urlsplit(settings.SITE_URL).hostname,
        "versions": {
            "nebuleuses": VERSION,
            "python": platform.python_version(),
            "django": version("django"),
            "wagtail": version("wagtail"),
        },
        "settings": sorted(name for name in known if os.environ.get(name)),
    }
