"""Follow-up codes: six French words that open what somebody sent, to whoever has them and to nobody else. Pure.

Only a slow hash of a code is kept. It has no salt of its own, so that a code is found by it: against 66 bits drawn at
random, no table can be made beforehand.
"""

import hashlib
import hmac
import re
from functools import cache
from pathlib import Path

from core.french import fold

WORDS_OF_A_CODE = 6
_LIST = Path(__file__).parent / "data" / "words.txt"
_BITS_OF_A_WORD = 11
_SALT = b"nebuleuses.contributions.code"
#: Costs of scrypt (RFC 7914): 16 MB and some fifty milliseconds for each try.
_COST = {"n": 2**14, "r": 8, "p": 1}
#: Beyond, nobody types a code: it is not even looked at.
_LONGEST = 200
_LETTERS = re.compile(r"[a-z]+")


def code_of(secret, seed):
    """The code (str, six words with spaces) that a `seed` (str) gives to who knows the `secret` (str).

    The same form sent twice gives the same code, which nobody can guess from the form.
    """
    drawn = int.from_bytes(hmac.digest(secret.encode(), seed.encode(), "sha256"))
    mask = 2**_BITS_OF_A_WORD - 1
    return " ".join(words()[drawn >> _BITS_OF_A_WORD * rank & mask] for rank in range(WORDS_OF_A_CODE))


def code_hash(typed):
    """What is kept of a code as somebody types it (64 hexadecimal characters), or "" where it cannot be one.

    Case, accents, and whatever stands between the words make no difference. Takes some fifty milliseconds.
    """
    found = _LETTERS.findall(fold(typed[:_LONGEST]))
    if len(found) != WORDS_OF_A_CODE or not set(found) <= _folded_words():
        return ""
    return hashlib.scrypt(" ".join(found).encode(), salt=_SALT, dklen=32, **_COST).hex()


@cache
def words():
    """The 2,048 words (tuple of str), in their order."""
    return tuple(_LIST.read_text(encoding="utf-8").split())


@cache
def _folded_words():
    return frozenset(map(fold, words()))
