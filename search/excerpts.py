"""A piece of text as it is written, with the words found in it marked."""

from dataclasses import dataclass
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import mark_safe

from core.french import tokens

#: Characters of one excerpt, of what comes before its first word, and of what is worth a second piece.
LENGTH = 260
BEFORE = 60
#: Beyond, a text is not read further for a better passage.
MOST_READ = 60_000
#: Of a word that comes back endlessly, the places that are compared.
MOST_COMPARED = 200


@dataclass(frozen=True)
class Found:
    """One spelling found: where it is in its paragraph, and which."""

    start: int
    end: int
    spelling: str


def marked(text, spellings):
    """`text` (str, as core.french.whole gives it), each of `spellings` (stems in a row) marked (safe str)."""
    return _marked(text, _found(text, _by_first_stem(spellings)))


def excerpt(text, units):
    """The passages of `text` (str, one paragraph a line) that hold the most of `units` (list of tuples of spellings).

    A safe str with <mark> around the words as written, two passages at most; empty where there is none.
    """
    numbers = {spelling: number for number, unit in enumerate(units) for spelling in unit}
    by_first_stem = _by_first_stem(numbers)
    passages, missing, read = [], set(numbers.values()), 0
    for paragraph in text.split("\n"):
        paragraph = paragraph[: MOST_READ - read]
        read += len(paragraph)
        found = _found(paragraph, by_first_stem)
        if found:
            passages.append((paragraph, found, {numbers[one.spelling] for one in found}))
            missing -= passages[-1][2]
        if not missing and len(passages[-1][2]) == len(units) or read >= MOST_READ:
            break
    if not passages:
        return ""
    best = max(passages, key=lambda passage: len(passage[2]))
    others = [passage for passage in passages if passage[2] - best[2]]
    pieces = [_piece(*best[:2])]
    if others:
        second = max(others, key=lambda passage: len(passage[2] - best[2]))
        pieces.append(_piece(*second[:2]))
    return mark_safe(" ".join(pieces))  # noqa: S308 -- pieces are escaped


def units_held(text, units):
    """How many of `units` (list of tuples of spellings) `text` (str) holds (int)."""
    numbers = {spelling: number for number, unit in enumerate(units) for spelling in unit}
    by_first_stem = _by_first_stem(numbers)
    return len({numbers[one.spelling] for line in text.split("\n") for one in _found(line, by_first_stem)})


def _by_first_stem(spellings):
    by_first_stem = {}
    for spelling in spellings:
        first, *others = spelling.split()
        by_first_stem.setdefault(first, []).append((spelling, others))
    return by_first_stem


def _found(paragraph, by_first_stem):
    found, after = [], 0
    for word in tokens(paragraph, among=by_first_stem):
        for spelling, others in by_first_stem[word.stem]:
            following = list(islice(tokens(paragraph[word.end :]), len(others))) if others else []
            if word.start >= after and [other.stem for other in following] == others:
                after = word.end + (following[-1].end if following else 0)
                found.append(Found(word.start, after, spelling))
                break
    return found


def _piece(paragraph, found):
    """The part of a paragraph around its richest run of words found."""

    def riches(first):
        inside = [one for one in found if first.start <= one.start and one.end <= first.start + LENGTH - BEFORE]
        return len({one.spelling for one in inside}), len(inside), -first.start

    found = found[:MOST_COMPARED]
    first = max(found, key=riches)
    start, end = max(0, first.start - BEFORE), min(len(paragraph), max(first.start - BEFORE + LENGTH, first.end))
    if start:
        start = paragraph.find(" ", start, first.start) + 1 or first.start
    if end < len(paragraph):
        end = max(paragraph.rfind(" ", start, end), first.end)
    inside = [
        Found(one.start - start, one.end - start, one.spelling)
        for one in found
        if start <= one.start and one.end <= end
    ]
    return ("… " if start else "") + _marked(paragraph[start:end], inside) + (" …" if end < len(paragraph) else "")


def _marked(text, found):
    pieces, at = [], 0
    for one in found:
        pieces += [escape(text[at : one.start]), "<mark>", escape(text[one.start : one.end]), "</mark>"]
        at = one.end
    return mark_safe("".join([*pieces, escape(text[at:])]))  # noqa: S308 -- each piece is escaped
