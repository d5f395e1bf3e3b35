"""Files of the site, and what says that they are needed: rows, by a field of theirs or otherwise.

The quarantine is of an app above: it says here what it keeps.
"""

from dataclasses import dataclass

from core.site_storage import collection_of
from core.social_card import FOLDER as SOCIAL_CARDS

#: Folders of the media whose files are made of others when somebody asks for them.
_MADE_AGAIN = ("images", SOCIAL_CARDS)


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
