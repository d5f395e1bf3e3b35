"""What is said of each file."""

from collections.abc import Callable
from dataclasses import dataclass

from core.files.types import Family
from tests.contributions.files import SECRET as WHO
from tests.core.test_photos import SECRET as WHERE

#: What the files of the corpus say of whoever made them: it must be found in nothing that is stored.
CANARIES = (WHO, WHERE, "Lilas")
TAKEN, REFUSED, EITHER = "accepté, nettoyé", "refusé", "accepté ou refusé"
#: What Django takes for a form without a file: nothing is to be said of it.
NOTHING = "pris pour une absence de fichier"
IMAGES, DOCUMENTS, RECORDINGS = (Family.IMAGE,), (Family.DOCUMENT,), (Family.SOUND, Family.VIDEO)
EVERYWHERE = tuple(Family)


@dataclass(frozen=True)
class HostileFile:
    """One file: how it is called (bytes), what it is (French), how its content is made, and what is answered.

    It goes through all the doors of strangers, and those of members for `families` (of Family); `strangers` and
    `members` say what each are answered: TAKEN, REFUSED, or EITHER where an honest reader may do one or the other.
    """

    name: bytes
    said: str
    make: Callable
    families: tuple
    strangers: str = REFUSED
    members: str = REFUSED


def family(families, *rows, **answers):
    """HostileFiles (list) of `families` from rows (name, what it is, how it is made), answered alike."""
    return [
        HostileFile(name if isinstance(name, bytes) else name.encode(), said, make, families, **answers)
        for name, said, make in rows
    ]
