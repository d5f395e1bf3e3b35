"""Files that nobody honest sends, or that say more than they should: one table, made by code, and what is answered."""

from tests.hostile.corpus import documents, names, pictures, programs, recordings
from tests.hostile.corpus.table import CANARIES, EITHER, NOTHING, REFUSED, TAKEN, HostileFile

__all__ = ["CANARIES", "CORPUS", "EITHER", "NOTHING", "REFUSED", "TAKEN", "HostileFile"]

#: By family, as they are told.
CORPUS = {
    "photos et images": pictures.FILES,
    "documents": documents.FILES,
    "sons et vidéos": recordings.FILES,
    "autre chose que ce qu’ils disent": programs.FILES,
    "noms": names.FILES,
}
