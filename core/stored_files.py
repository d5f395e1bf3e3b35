"""Files of the site on the disk, and what says that they are needed: rows, by a field of theirs or otherwise.

The quarantine is of an app above: it says here what it keeps.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from core.site_storage import PRIVATE, collection_of
from core.social_card import FOLDER as SOCIAL_CARDS

#: Folders of the media whose files are made of others when somebody asks for them.
_MADE_AGAIN = ("images", SOCIAL_CARDS)
#: Where a restoration puts what it has not given back yet, in each folder of the site.
STAGING = ".restauration"


@dataclass(frozen=True)
class Quarantine:
    """What an app keeps out of the media: `names()` of the files (iterable of str) that its rows know.

    `lost()` gives those that no row knows any more (list of Path), `sweep()` deletes them and gives how many (int).
    """

    names: callable
    lost: callable
    sweep: callable


#: Of each app that has some.
QUARANTINES = []


def quarantined():
    """The files that have to be in the quarantine (iterator of str)."""
    for quarantine in QUARANTINES:
        yield from quarantine.names()


def is_made_again(name):
    """Whether the file called `name` (str, as rows name it) can be made again from others."""
    parts = name.split("/")
    return parts[0 if collection_of(name) is None else 2] in _MADE_AGAIN


def files_in(root):
    """The files under `root` (Path), as str from there; neither links nor what is on its way in."""
    aside = {root / STAGING, Path(settings.FILE_UPLOAD_TEMP_DIR)}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if Path(folder, name) not in aside)
        for name in sorted(names):
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix()


def files_of_rows():
    """The files that rows may name (iterator of str, as they name them): of the media, of private collections."""
    yield from files_in(Path(settings.MEDIA_ROOT))
    for name in files_in(Path(settings.PRIVATE_ROOT)):
        yield f"{PRIVATE}/{name}"
