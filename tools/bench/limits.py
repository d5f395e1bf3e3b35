"""How much is measured, and what is promised."""

from dataclasses import dataclass

from tools.bench.prose import EVERYWHERE

#: Contents, beside those of the example, where speed matters.
LARGE = 20_000
#: Milliseconds of a whole page, at that size: in the middle of the judged queries, and for the word that is everywhere.
MOST_MEDIAN, MOST_WORST = 80, 500
#: Seconds to put everything in the index again.
MOST_INDEXING = 180

#: Events of a small agenda and of a large one; those of a calendar that somebody follows.
FEW_EVENTS, MANY_EVENTS, FOLLOWED_EVENTS = 100, 5_000, 500
#: What a page of the agenda may ask of the database, and how much longer it may take in the large one.
MOST_QUERIES, MOST_GROWTH = 12, 1.5

#: Times each thing is measured, of which the median is kept.
TIMES = 3
#: Ordinary queries given to Wagtail's own backends, which may be long, and how long they may be (seconds).
ORDINARY = ["travail social", "logement", "accueil", "jardins partagés", "santé", EVERYWHERE]
MOST_SECONDS = 30


@dataclass(frozen=True)
class Engine:
    """What searches (a module of tools.bench.settings), and the name of its database."""

    search: str
    database: str

    @property
    def is_ours(self):
        return self.search == "ours"

    def __str__(self):
        names = {"ours": "Nébuleuses", "stock": "Wagtail", "french": "Wagtail, « french »"}
        return f"{names[self.search]}, {self.database}"
