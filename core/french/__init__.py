"""French text, pure: its letters folded, its words one stem each, in whatever spelling they come.

`tokens` gives the words of a text with their place in it and one canonical stem each; the same stems are indexed and
asked, so that salarié·e·s, salarié.e.s, SALARIÉ-E-S, salariées and « salaries » are one word on every database.
"""

from .letters import fold, printable, readable, unaccented
from .stems import stem
from .tokens import Token, plain_words, stems, terms, tokens, vocabulary, whole

__all__ = [
    "Token",
    "fold",
    "plain_words",
    "printable",
    "readable",
    "stem",
    "stems",
    "terms",
    "tokens",
    "unaccented",
    "vocabulary",
    "whole",
]
