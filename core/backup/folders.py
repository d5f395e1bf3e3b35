"""Folders that change all at once: what comes is put aside in each of them, then takes the place of what was there.

Those of the disk are here; those of a store elsewhere, in core.backup.elsewhere.
"""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from core.backup.archive import BadArchive
from core.backup.elsewhere import FolderElsewhere
from core.files.settings import MEGABYTE
from core.site_storage import PRIVATE, STAGING, files_in

#: Megabytes that have to be left on a disk.
_FLOOR = 200
#: What belongs to the disk, not to the site.
_NOT_OURS = {STAGING, "lost+found"}


def folders():
    """The folders of the site (dict: folder of an archive → FolderOnDisk or FolderElsewhere)."""
    quarantine = FolderOnDisk(Path(settings.QUARANTINE_ROOT), 0o600)
    if default_storage.is_elsewhere:
        return {"media": FolderElsewhere("media"), PRIVATE: FolderElsewhere(PRIVATE), "quarantine": quarantine}
    media, private = FolderOnDisk(Path(settings.MEDIA_ROOT), 0o644), FolderOnDisk(Path(settings.PRIVATE_ROOT), 0o600)
    return {"media": media, PRIVATE: private, "quarantine": quarantine}


def on_disk():
    """Those of `folders` that are folders of this machine (list of Path)."""
    return [folder.root for folder in folders().values() if isinstance(folder, FolderOnDisk)]


def room_on(folder):
    """Bytes (int) that may be written in `folder` (Path), so that its disk is never full; fewer than none, at times."""
    return shutil.disk_usage(folder).free - _FLOOR * MEGABYTE


def lacking_on(folder, size):
    """Megabytes (int) that `folder` (Path) lacks to take `size` bytes: none where there is room."""
    lacking = size - room_on(folder)
    return lacking // MEGABYTE + 1 if lacking > 0 else 0


def put_aside(archive):
    """Takes the files out of `archive` (Reader), aside. Raises BadArchive: there is no room for them; OSError."""
    _check_room(archive.manifest["files"])
    for name, folder in folders().items():
        folder.put_aside(archive, name)
    os.sync()


def forget_what_is_aside():
    """Deletes what a restoration that did not reach its end put aside."""
    for folder in folders().values():
        folder.forget()


def what_is_aside():
    """The places (list of str) where something is aside."""
    return [folder.aside for folder in folders().values() if folder.has_something_aside()]


def take_their_place():
    """Puts what is aside in its place, and deletes what was there; goes on from wherever it was stopped."""
    for folder in folders().values():
        folder.take_its_place()
    os.sync()
    forget_what_is_aside()


class FolderOnDisk:
    """`root` (Path), whose files have this `mode` (int).

    Aside is inside (`.restauration`), for a folder may be a disk of its own, where alone renaming is instant.
    """

    def __init__(self, root, mode):
        self.root, self.mode = root, mode
        self._aside = root / STAGING
        self.aside = str(self._aside)

    def names(self):
        """Its files (iterator of str)."""
        return files_in(self.root)

    @contextmanager
    def local(self, name):
        """The Path of the file called `name` (str)."""
        yield self.root / name

    def put_aside(self, archive, folder):
        """Takes what `folder` (str) of `archive` (Reader) holds. Raises OSError."""
        new = self._aside / "new"
        self.root.mkdir(parents=True, exist_ok=True)
        self._aside.mkdir(mode=0o700)
        new.mkdir()
        for name in archive.names(folder):
            archive.extract(f"{folder}/{name}", new / name)
            os.chmod(new / name, self.mode)

    def has_something_aside(self):
        return self._aside.exists()

    def forget(self):
        """Deletes what is aside."""
        if self._aside.exists():
            shutil.rmtree(self._aside)

    def take_its_place(self):
        """Puts what is aside in the place of what is there; what was there is aside then."""
        new, placing, old = (self._aside / name for name in ("new", "placing", "old"))
        if new.exists():
            old.mkdir(exist_ok=True)
            for path in self._contents():
                path.rename(_free(old / path.name))
            # From here on, what is in the folder is what was restored.
            new.rename(placing)
        if placing.exists():
            for path in list(placing.iterdir()):
                if (self.root / path.name).exists():  # somebody writes: the site is not closed
                    old.mkdir(exist_ok=True)
                    (self.root / path.name).rename(_free(old / path.name))
                path.rename(self.root / path.name)
            placing.rmdir()

    def _contents(self):
        arrivals = Path(settings.FILE_UPLOAD_TEMP_DIR)
        return [path for path in self.root.iterdir() if path.name not in _NOT_OURS and path != arrivals]


def _free(path):
    number = 0
    while (free := path.with_name(f"{path.name}.{number}") if number else path).exists():
        number += 1
    return free


def _check_room(files):
    """What comes and what is there are both on the disk for a moment; folders may be on the same disk, or not."""
    asked = {}
    for name, folder in folders().items():
        if not isinstance(folder, FolderOnDisk):
            continue
        folder.root.mkdir(parents=True, exist_ok=True)
        size = sum(said["size"] for file, said in files.items() if file.startswith(f"{name}/"))
        asked.setdefault(folder.root.stat().st_dev, [folder.root, 0])[1] += size
    for root, size in asked.values():
        if lacking := lacking_on(root, size):
            raise BadArchive(f"le disque de {root} n’a pas la place de ses fichiers\u00a0: il manque {lacking} Mo")
