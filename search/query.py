"""What somebody typed, understood: words, phrases in quotation marks, -words, names after « auteur: ». Pure.

Anything else is taken as words: no sign can be an operator of the index (TRAPS 5).
"""

import re
from dataclasses import dataclass, field

from modelsearch.query import And, Not, Or, Phrase

from core.french import plain_words, printable, stems, terms, tokens, whole
from search.backends.folding import asks_for

#: A query beyond this is cut, not refused.
MOST_CHARACTERS = 200
MOST_WORDS = 12

_QUOTED = r'"[^"]*"|«[^»]*»|“[^”]*”|„[^“”]*[“”]'
_QUOTES = '"«»“”„ '
_PART = re.compile(
    rf"(?P<author>(?<!\S)(?:auteurs?|autrices?)\s?:\s?)(?P<name>{_QUOTED}|[\w’'-]+)"
    rf"|(?P<sign>(?<!\S)-)?(?P<phrase>{_QUOTED})"
    rf"|(?<!\S)-(?=\w)(?P<without>\S+)"
    rf"|(?P<word>\S+)",
    re.IGNORECASE,
)


@dataclass
class Query:
    """`wanted` are terms (tuples of spellings, see core.french.terms), `phrases` stems in a row, `unwanted` either;

    `authors` lists the plain words that the signature must hold.
    """

    wanted: list[tuple[str, ...]] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    #: The stems of all the words wanted, stop words included, as they were typed.
    in_a_row: str = ""
    #: The words wanted as they were typed, without quotation marks, exclusions nor names.
    looser: str = ""

    def __bool__(self):
        return bool(self.units or self.unwanted or self.authors)

    @property
    def units(self):
        """What a content must hold, one by one (list of tuples of str)."""
        return self.wanted + [(phrase,) for phrase in self.phrases]

    @property
    def spellings(self):
        """Every spelling that is wanted (list of str: a stem, or several in a row): what excerpts mark."""
        return [spelling for unit in self.units for spelling in unit]

    def search_query(self, units=None):
        """The SearchQuery for `units` (all, unless given) together, without what is unwanted; None for no word."""
        asked = [asks_for(unit) for unit in (self.units if units is None else units)]
        asked += [Not(Phrase(stem)) for stem in self.unwanted]
        return And(asked) if asked else None

    def unwanted_query(self):
        """The SearchQuery for all that is unwanted."""
        return Or([Phrase(stem) for stem in self.unwanted])


def read_query(text):
    """What `text` (str) asks (Query), of which the first 200 characters and 12 words are read."""
    query, words, looser, left = Query(), [], [], MOST_WORDS
    for part in _PART.finditer(whole(printable(text[:MOST_CHARACTERS]))):
        said = part["name"] or part["phrase"] or part["without"] or part["word"]
        counted = plain_words(said)[:left]
        left -= len(counted)
        if not counted:
            continue
        if part["author"]:
            query.authors += counted
        elif part["without"] or part["sign"]:
            query.unwanted.append(_first_words(said, len(counted)))
        elif part["phrase"]:
            query.phrases.append(_first_words(said, len(counted)))
            looser.append(said.strip(_QUOTES))
        else:
            words.append(_beginning(said, len(counted)))
            looser.append(words[-1])
    query.wanted, query.in_a_row = terms(" ".join(words)), stems(" ".join(words))
    query.looser = " ".join(" ".join(looser).split())
    return query


def _beginning(text, number):
    """The first `number` words of `text` (str), as they are written."""
    return text[: list(tokens(text))[number - 1].end]


def _first_words(text, number):
    return " ".join(stems(text).split()[:number])
