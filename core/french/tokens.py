"""From a text to its words: where each one is, and its stem. Inclusive doublets are one word in all their spellings."""

import re
from functools import lru_cache
from typing import NamedTuple

from .letters import readable, unaccented
from .lexicon import PRONOUNS, STOP_WORDS
from .stems import stem

_L = r"[^\W\d_]"
_APOSTROPHE = "['’ʼ‘´`′＇]"
_HYPHEN = "[-‐‑–]"
#: Between the two genders of a word, and never inside an ordinary one: · • ‧ ⋅ ∙ ・ ᛫ ꞏ ⸱ * _
_DOT = "[·•‧⋅∙・᛫ꞏ⸱*_]"

#: What ends the second gender of a doublet, without accents.
_SUFFIXES = frozenset(
    """
    e es s x xs ne nes nne nnes le les lle lles te tes tte ttes ve ves se ses sse sses fe fes ce ces he hes che ches
    ue ues que ques gue ere eres iere ieres ice ices rice rices trice trices euse euses eresse eresses esse esses
    ienne iennes enne ennes onne onnes anne annes elle elles ille illes eille eilles eure eures ee ees aine aines ine
    ines ale ales aux ive ives icienne iciennes oine oines
    """.split()
)


def _either(suffixes):
    """A pattern for any of `suffixes`, whose e may bear an accent in the text."""
    return "(?:" + "|".join(sorted(suffixes, key=len, reverse=True)).replace("e", "[eéèê]") + ")"


_SUFFIX = _either(_SUFFIXES)
#: A hyphen also joins ordinary words (« donne-le », « dit-elle »): fewer endings, or after certain letters only.
_HYPHENED = "(?:{}|{}(?={}s(?!\\w))|(?<=l.)les?|(?<=[rx].)ses?)".format(
    _either("e es ne nes ere eres iere ieres ice ices rice rices trice trices euse euses ienne iennes ve ves".split()),
    _either("le lle te tte se fe".split()),
    _HYPHEN,
)
_DOUBLET = (
    rf"(?:(?:{_DOT}|[./]){_SUFFIX}|{_HYPHEN}{_HYPHENED}|\({_SUFFIX}\)|{_APOSTROPHE}es?)"
    rf"(?:(?:{_DOT}|[./]|{_HYPHEN}|{_APOSTROPHE}){_SUFFIX}){{0,3}}(?:\(s\)|s)?"
)
_WORD = re.compile(
    rf"(?P<elided>(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu){_APOSTROPHE}(?={_L}))"
    rf"|(?P<initials>(?<!\w)(?:{_L}\.){{2,}}(?:{_L}(?!\w))?)"
    rf"|(?:(?P<first>(?<!\w)(?:aujourd|prud|entr|presqu|quelqu){_APOSTROPHE})(?={_L}{{3}}))?"
    rf"(?:(?P<doublet>{_L}{{2,}}){_DOUBLET}(?!\w)|(?P<word>[^\W_]+))",
    re.IGNORECASE,
)
#: salariéEs, touTEs, directeurTRICEs
_CAPITALS = re.compile(r"(\w?[a-zà-öø-ÿ]{2,})([A-ZÀ-ÖØ-Þ]{1,7})s?")
_LINE_END = r"[ \t]{0,8}\r?\n[ \t]{0,8}"
#: A doublet that the end of a line cuts, before or after the sign that joins it. Each pattern begins with what is rare.
_CUT_DOUBLETS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"([/‐‑{_DOT[1:-1]}-])(?<={_L}.){_LINE_END}(?={_SUFFIX}(?!{_L}))",
        rf"(\.)(?<={_L}.){_LINE_END}(?=(?-i:[esxnlt]))(?={_SUFFIX}(?![^\W_]))",
        r"[ \t\r\n]()"
        rf"(?<={_L}\s)(?:(?<=\n)|(?<!\n)[ \t]{{0,7}}\r?\n)[ \t]{{0,8}}(?={_DOT}{_SUFFIX}(?!{_L})|\({_SUFFIX}\))",
    )
]
#: Written with a hyphen or without, as one likes.
_PREFIXES = frozenset({"auto", "co", "anti", "sans"})
_PREFIXED = re.compile(r"(auto|co|anti)(?!([lmnr])\2)(?=[a-z]{4})")
_HYPHENS = frozenset("-‐‑–")
_CHUNK = re.compile(r"\S+")
#: Longer chunks are rare: remembering them would only push the others out.
_LONGEST_REMEMBERED = 40


class Token(NamedTuple):
    """One word of a text: `text[start:end]` as it is written, without its second gender (`base`), and its stem."""

    start: int
    end: int
    base: str
    stem: str


def tokens(text, among=None):
    """The words (iterator of Token) of `text` (str, as `whole` gives it), in order. Takes a time linear in its length.

    `among` (collection of str) keeps those that have one of these stems.

    >>> [token.stem for token in tokens("L’appel des salarié·e·s")]
    ['appel', 'de', 'salari']
    """
    if among is not None and not _holds(text, among):
        return
    for chunk in _CHUNK.finditer(text):
        start = chunk.start()
        written = chunk[0]
        # As _tokens_of, not called: this is where a page of results spends its time.
        for token in _remembered(written) if len(written) <= _LONGEST_REMEMBERED else _found_in(written):
            if among is None or token.stem in among:
                yield Token(start + token.start, start + token.end, token.base, token.stem)


def whole(text):
    """`text` (str) readable, with the doublets that a line end cuts put together again (str)."""
    text = readable(text)
    if "\n" in text:
        for cut in _CUT_DOUBLETS:
            text = cut.sub(r"\1", text)
    return text


def stems(text):
    """The stems of all the words of `text` (str), in order, separated by spaces (str): what is indexed."""
    return " ".join([found for chunk in whole(text).split() if (found := _stems_of(chunk))])


def vocabulary(text):
    """The words of `text` (str, as `whole` gives it), each once: its base in lower case and its stem (dict)."""
    chunks = dict.fromkeys(text.split())
    return {token.base.lower(): token.stem for chunk in chunks for token in _tokens_of(chunk)}


def terms(text):
    """What `text` (str) asks for (list of tuples of str): each term by one stem, or by either of several spellings.

    « cogestion » is also « co gestion », two stems that follow each other. Stop words are left out, unless there is
    nothing else; a term asked twice counts once.
    """
    text = whole(text)
    asked = list(_with_joined(text, tokens(text)))
    kept = [spellings for spellings, plain in asked if plain not in STOP_WORDS]
    kept = kept or [spellings for spellings, _plain in asked if spellings[0] in PRONOUNS]
    return list(dict.fromkeys(kept or [spellings for spellings, _plain in asked]))


def plain_words(text):
    """The words of `text` (str) without accents nor second gender (list of str): what beginnings are compared with."""
    return [unaccented(token.base).lower() for token in tokens(whole(text))]


def _with_joined(text, found):
    """(spellings, plain word) of each token of `found`; « co-gestion » is one term, as « cogestion » is."""
    before = None
    for token in found:
        plain = unaccented(token.base).lower()
        prefix = _PREFIXED.match(plain)
        if before and text[before.end : token.start] in _HYPHENS and len(plain) > 3:
            joined = [] if before.stem == "san" else [stem(before.base + token.base)]
            yield (f"{before.stem} {token.stem}", *joined), plain
            before = None
            continue
        if before:
            yield (before.stem,), before.base
        before = token if plain in _PREFIXES else None
        if not before:
            spellings = (f"{prefix[1]} {stem(plain[prefix.end() :])}",) if prefix else ()
            yield (token.stem, *spellings), plain
    if before:
        yield (before.stem,), before.base


def _tokens_of(chunk):
    """The words (tuple of Token) of a piece of text without spaces."""
    return _remembered(chunk) if len(chunk) <= _LONGEST_REMEMBERED else tuple(_found_in(chunk))


@lru_cache(maxsize=100_000)
def _remembered(chunk):
    return tuple(_found_in(chunk))


def _stems_of(chunk):
    return _remembered_stems(chunk) if len(chunk) <= _LONGEST_REMEMBERED else _joined(chunk)


def _holds(text, among):
    """Whether a word of `text` has one of the stems `among`: most paragraphs have none, and this is soon known."""
    found = {_stems_of(chunk) for chunk in set(text.split())}
    return not found.isdisjoint(among) or any(
        not set(stems.split()).isdisjoint(among) for stems in found if " " in stems
    )


def _joined(chunk):
    return " ".join(token.stem for token in _tokens_of(chunk))


_remembered_stems = lru_cache(maxsize=100_000)(_joined)


def _found_in(chunk):
    for match in _WORD.finditer(chunk):
        if match["elided"]:
            continue
        base = match["doublet"] or _without_capitals(match["word"] or "") or match["initials"].replace(".", "")
        if match["first"]:
            base = match["first"][:-1] + base
        if folded := stem(base):
            yield Token(match.start(), match.end(), base, folded)


def _without_capitals(word):
    mixed = _CAPITALS.fullmatch(word)
    return mixed[1] if mixed and unaccented(mixed[2]).lower() in _SUFFIXES else word
