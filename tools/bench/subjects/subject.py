"""What generated contents are about, and how a reader would ask for it: the intent from which queries are judged."""

import re
from dataclasses import dataclass, field

from tools.bench.people import spellings

#: What makes a query differ from what was written.
GENDER = "genre, écriture inclusive"
ACCENTS = "accents, apostrophes, traits d’union"
NUMBER = "singulier ou pluriel"
ORDER = "autre ordre des mots"
PHRASE = "entre guillemets"
EXACT = "mots exacts"
NAME = "noms propres"
TYPO = "faute de frappe"
MEANING = "autres mots, même sens"
SORTS = (GENDER, ACCENTS, NUMBER, ORDER, PHRASE, EXACT, NAME, TYPO, MEANING)

_PERSON = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True)
class Subject:
    """One subject: its ways of being written, with their article; the queries that ask for it (query → sort).

    « {éducateur} » stands for those people in any spelling (tools.bench.people). `near` names what only looks like it,
    and answers to no query.
    """

    key: str
    phrases: tuple[str, ...]
    queries: dict[str, str] = field(hash=False)
    near: str = ""

    def said(self, random):
        """The subject in one of its spellings (str), chosen by `random` (random.Random)."""
        return _PERSON.sub(lambda match: random.choice(spellings(match[1])), random.choice(self.phrases))
