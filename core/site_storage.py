"""Where the files of the site lie: in the media, which the front server gives to anybody, or where it does not look.

What is called `prive/<key of a collection>/…` lies under PRIVATE_ROOT, and its address is that of a view which asks who
may see this collection (core.private_files). The name of a file alone says where it is and who may see it.

`SiteStorage` is that of a disk; core.s3.storage has the same methods over an S3 service.
"""

import os
import posixpath
import re
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.dispatch import Signal
from django.utils._os import safe_makedirs

from core.files.ranges import mime_of, ranged
from core.whole_files import WholeFileStorage

PRIVATE = "prive"
#: Where a restoration puts what it has not given back yet, in each folder of the site.
STAGING = ".restauration"
#: The collection of what nobody gets by an address: there is none of this key.
NOBODYS = 0

#: Sent with the `name` (str) of a file that was to be deleted, and is still there: its store is away.
left_behind = Signal()

_PRIVATE_NAME = re.compile(rf"{PRIVATE}/(\d+)/")
_TOKEN = re.compile(r"(_[0-9a-f]{16})+$")
_LONGEST = 255
#: A name in the database has 100 characters: what is left of the stem beside folders, token and extension.
_LONGEST_STEM = 40


def collection_of(name):
    """The key (int) of the private collection whose file `name` (str or None) is; None for a file of the media."""
    found = _PRIVATE_NAME.match(name or "")
    return int(found[1]) if found else None


def folder_of(collection):
    """How the names begin (str) of the files of a private collection (its key; None: of the media, empty)."""
    return "" if collection is None else f"{PRIVATE}/{collection}/"


def name_in(folder, name):
    """Another name (str) for the file called `name`, in `folder` (as `folder_of` gives it).

    It was never used, so that no address leads again to what was moved away.
    """
    path = PurePosixPath(name)
    parts = path.parts[2:] if collection_of(name) is not None else path.parts
    stem = f"{_TOKEN.sub('', path.stem)[:_LONGEST_STEM]}_{secrets.token_hex(8)}"
    return folder + str(PurePosixPath(*parts).with_name(stem + path.suffix))


def plain(name):
    """`name` (str), which somebody asks for, if it leads where it says; else raises SuspiciousFileOperation.

    Another collection is beside each: `..` in an address leads there.
    """
    is_straight = posixpath.normpath(name) == name and name.split("/")[0] not in {"", ".", ".."}
    if not is_straight or not name.isprintable() or len(name) > _LONGEST:
        raise SuspiciousFileOperation("A name that leads elsewhere.")
    return name


def files_in(root):
    """The files under `root` (Path), as str from there; neither links nor what is on its way in."""
    aside = {root / STAGING, Path(settings.FILE_UPLOAD_TEMP_DIR)}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if Path(folder, name) not in aside)
        for name in sorted(names):
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix()


class SiteStorage(WholeFileStorage):
    """The default storage: one space of names over two folders."""

    #: Whether files are on another machine (bool).
    is_elsewhere = False

    @property
    def _private(self):
        return WholeFileStorage(
            settings.PRIVATE_ROOT,
            base_url=f"/{PRIVATE}/",
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
        )

    def path(self, name):
        inside = _inside(name)
        return super().path(name) if inside is None else self._private.path(inside)

    def url(self, name):
        inside = _inside(name)
        return super().url(name) if inside is None else self._private.url(inside)

    def _save(self, name, content):
        inside = _inside(name)
        return super()._save(name, content) if inside is None else f"{PRIVATE}/{self._private._save(inside, content)}"

    def names(self, folder=""):
        """The names (iterator of str) of all files, or of those in `folder` (str) and below."""
        if folder:
            yield from (f"{folder}/{name}" for name in files_in(Path(self.path(folder))))
            return
        yield from files_in(Path(settings.MEDIA_ROOT))
        yield from self.names(PRIVATE)

    @contextmanager
    def local(self, name):
        """The Path of the file called `name` on this machine, for programs that read nothing else.

        Raises FileNotFoundError, OSError.
        """
        yield Path(self.path(name))

    def given(self, name, request, keep):
        """The response (200, 206 or 416) that gives the file called `name`, whole or the range that is asked.

        `keep` is its Cache-Control (str). Raises SuspiciousFileOperation: `name` leads elsewhere; FileNotFoundError,
        OSError.
        """
        response = ranged(Path(self.path(plain(name))), request.headers.get("Range", ""), mime_of(name))
        response["Cache-Control"] = keep
        return response

    def erase(self, name):
        """Deletes the file called `name`, if it is there. Raises OSError: it may still be there."""
        self.delete(name)

    def faults(self):
        """What is wrong with the way files are kept (list of sentences in French): of a disk, nothing is known."""
        return []

    def share(self, name, other):
        """Gives the file called `name` the name `other` too, which is free: at once, or by a copy on another disk.

        Raises FileNotFoundError: it is not there; OSError: the disk refuses.
        """
        is_private = _inside(other) is not None
        source, target = self.path(name), self.path(other)
        safe_makedirs(os.path.dirname(target), 0o700 if is_private else 0o755, exist_ok=True)
        try:
            os.link(source, target)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(source, target)
        os.chmod(target, 0o600 if is_private else 0o644)


def _inside(name):
    """What is after `prive/` in a name (str), or None."""
    name = str(name)
    if name == PRIVATE:
        return ""
    return name.removeprefix(f"{PRIVATE}/") if name.startswith(f"{PRIVATE}/") else None
