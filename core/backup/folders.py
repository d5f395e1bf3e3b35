"""Folders that change all at once: what comes is put aside in each of them, then takes the place of what was there.

Aside is inside (`.restauration`), for a folder of the site may be a disk of its own, where alone renaming is instant.
"""

import os
import shutil
from pathlib import Path

from django.conf import settings

from core.backup.archive import BadArchive
from core.site_storage import PRIVATE
from core.stored_files import STAGING

#: Megabytes that have to be left on a disk.
_FLOOR = 200
_MEGABYTE = 1024 * 1024
#: What belongs to the disk, not to the site.
_NOT_OURS = {STAGING, "lost+found"}


def roots():
    """The folders of the site (dict: folder of an archive → Path, mode of its files)."""
    return {
        "media": (Path(settings.MEDIA_ROOT), 0o644),
        PRIVATE: (Path(settings.PRIVATE_ROOT), 0o600),
        "quarantine": (Path(settings.QUARANTINE_ROOT), 0o600),
    }


def put_aside(archive):
    """Takes the files out of `archive` (Reader), aside. Raises BadArchive: there is no room for them; OSError."""
    _check_room(archive.manifest["files"])
    for folder, (root, mode) in roots().items():
        new = _aside(root) / "new"
        root.mkdir(parents=True, exist_ok=True)
        _aside(root).mkdir(mode=0o700)
        new.mkdir()
        for name in archive.names(folder):
            archive.extract(f"{folder}/{name}", new / name)
            os.chmod(new / name, mode)
    os.sync()


def forget_what_is_aside():
    """Deletes what a restoration that did not reach its end put aside."""
    for root, _mode in roots().values():
        if _aside(root).exists():
            shutil.rmtree(_aside(root))


def what_is_aside():
    """The folders (list of Path) where something is aside."""
    return [_aside(root) for root, _mode in roots().values() if _aside(root).exists()]


def take_their_place():
    """Puts what is aside in its place, and deletes what was there; goes on from wherever it was stopped."""
    for root, _mode in roots().values():
        new, placing, old = (_aside(root) / name for name in ("new", "placing", "old"))
        if new.exists():
            old.mkdir(exist_ok=True)
            for path in _contents(root):
                path.rename(_free(old / path.name))
            # From here on, what is in the folder is what was restored.
            new.rename(placing)
        if placing.exists():
            for path in list(placing.iterdir()):
                if (root / path.name).exists():  # somebody writes: the site is not closed
                    old.mkdir(exist_ok=True)
                    (root / path.name).rename(_free(old / path.name))
                path.rename(root / path.name)
            placing.rmdir()
    os.sync()
    forget_what_is_aside()


def _aside(root):
    return root / STAGING


def _contents(root):
    arrivals = Path(settings.FILE_UPLOAD_TEMP_DIR)
    return [path for path in root.iterdir() if path.name not in _NOT_OURS and path != arrivals]


def _free(path):
    number = 0
    while (free := path.with_name(f"{path.name}.{number}") if number else path).exists():
        number += 1
    return free


def _check_room(files):
    """What comes and what is there are both on the disk for a moment; folders may be on the same disk, or not."""
    asked = {}
    for folder, (root, _mode) in roots().items():
        root.mkdir(parents=True, exist_ok=True)
        size = sum(said["size"] for name, said in files.items() if name.startswith(f"{folder}/"))
        asked.setdefault(root.stat().st_dev, [root, 0])[1] += size
    for root, size in asked.values():
        free = shutil.disk_usage(root).free - _FLOOR * _MEGABYTE
        if size > free:
            lacking = (size - free) // _MEGABYTE + 1
            raise BadArchive(f"le disque de {root} n’a pas la place de ses fichiers\u00a0: il manque {lacking} Mo")
