"""Folding of French text, pure: what search and place names compare instead of the spelling."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "ß": "ss"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOT_WORD = re.compile(r"[^\w]+")


def fold(text):
    """`text` (str) in lower case, without accents or punctuation, words separated by one space (str).

    >>> fold("L’Œuvre à Saint-Étienne")
    'l oeuvre a saint etienne'
    """
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    without_accents = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _NOT_WORD.sub(" ", without_accents).strip()


def printable(text):
    """`text` (str) on one line, its control characters made spaces: pasted text carries some, XML cannot."""
    return _CONTROL.sub(" ", text)
