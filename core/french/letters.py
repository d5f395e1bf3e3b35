"""The letters of French: accents, ligatures, apostrophes, and what pasted text carries without showing it."""

import re
import unicodedata
from itertools import filterfalse

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "’": "'", "ʼ": "'", "ß": "ss"})
#: Letters glued together by typesetting (U+FB00 to U+FB06), as PDF files give them.
_PRINTERS_LIGATURE = re.compile("[\ufb00-\ufb06]")
_PRINTED = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOT_WORD = re.compile(r"[^\w]+")
#: What separates nothing that is read: soft hyphen, zero-width characters, directions of writing.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
#: More marks than any letter bears; sorting thousands of them would take minutes.
_TOO_MANY_MARKS = re.compile(r"([^\w\s!-~]{8})[^\w\s!-~]+")


def fold(text):
    """`text` (str) in lower case, without accents or punctuation, words separated by one space (str).

    >>> fold("L’Œuvre à Saint-Étienne")
    'l oeuvre a saint etienne'
    """
    return _NOT_WORD.sub(" ", unaccented(text, form="NFKD").lower()).strip()


def unaccented(text, form="NFD"):
    """`text` (str) without accents nor ligatures, in its own case (str); `form` is a Unicode normalisation."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize(form, text.translate(_LIGATURES))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def printable(text):
    """`text` (str) on one line, its control characters made spaces: pasted text carries some, XML cannot."""
    return _CONTROL.sub(" ", text)


def readable(text):
    """`text` (str) as it is read: composed letters (NFC), nothing unseen inside words, no printer's ligature (str)."""
    if text.isascii():
        return text
    text = _TOO_MANY_MARKS.sub(r"\1", _UNSEEN.sub("", text))
    return _PRINTERS_LIGATURE.sub(lambda found: _PRINTED[ord(found[0]) - 0xFB00], unicodedata.normalize("NFC", text))
