"""Where the files of the site lie: in the media, which the front server gives to anybody, or where it does not look.

What is called `prive/<key of a collection>/…` lies under PRIVATE_ROOT, and its address is that of a view which asks who
may see this collection (core.private_files). The name of a file alone says where it is and who may see it.
"""

import os
import re
import secrets
import shutil
from pathlib import PurePosixPath

from django.conf import settings
from django.utils._os import safe_makedirs

from core.whole_files import WholeFileStorage

PRIVATE = "prive"
#: The collection of what nobody gets by an address: there is none of this key.
NOBODYS = 0

_PRIVATE_NAME = re.compile(rf"{PRIVATE}/(\d+)/")
_TOKEN = re.compile(r"(_[0-9a-f]{16})+$")
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


class SiteStorage(WholeFileStorage):
    """The default storage: one space of names over two folders."""

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
