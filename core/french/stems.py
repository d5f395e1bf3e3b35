"""One stem for one word: gender, number and conjugation folded, other words of the same family kept apart."""

import re
from functools import lru_cache

import snowballstemmer

from .letters import unaccented
from .lexicon import IRREGULAR

_SNOWBALL = snowballstemmer.stemmer("french")

#: Longer than any word; what is longer is cut, so that no pattern sees more.
LONGEST_WORD = 64

#: Endings of gender and number; the first that matches makes the stem.
_ENDINGS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        # both genders in one word: lecteurices, travailleureuses, nombreuxses, actifves
        (r"^(?!malh|heur|chal|val|peur)(.{2,})eur(?:ices?|euses?|rices?|trices?)$", r"\1eur"),
        (r"^(.{2,})euxses?$", r"\1eur"),
        # directrice, ambassadrice
        (r"^(.{2,}[td])rices?$", r"\1eur"),
        # travailleuse, ingénieure, heureux, enjeux
        (r"^(.{3,})(?:euses?|eures?|eurs?|eux|eus?)$", r"\1eur"),
        (r"^(.{2,}i)(?:fs?|ves?|fves?|ver)$", r"\1v"),
        (r"^(.{2,})(?:iers?|ieres?)$", r"\1i"),
        (r"^(.{2,}er)es?$", r"\1"),
        (r"^(.*[ey]au)x$", r"\1"),
        (r"^(.{2,})aux$", r"\1al"),
        # réunir, réunissent
        (r"^(.*(?:[ghlnst]|ub)i)ssons$", r"\1"),
        (r"^(.*[tv]en)(?:ons|ez)$", r"\1i"),
        (r"^(.{1,}[^aou]i)(?:rs?|ss(?:ent|ez|ait|aient)|rai?|ront|rait|raient)$", r"\1"),
    ]
]
#: Endings that no noun has: Snowball takes them off.
_CONJUGATED = re.compile(r".{3,}(?:er|i?ez|(?<!f)ait|aient|er(?:ai?|as|ait|ais|aient|ons|ont))$")
#: « Elles luttent », « nous luttons », where the letters before tell them from « patient » and « maison ».
_PLURAL_PERSONS = re.compile(
    r"^(.{2,}(?:ss|[ainoru]s|nn|gn|fi|oi|iv|[crspt]t|[bcdfgptv]r|[bcfgp]l|[bp]li|ill|[mpu]p|mb|ff|ou|rn|[ainrs]qu|nch))ent$"
    r"|^(.{1,}(?:tt|qu|gu|[lnt]is|ng(?=e)|ag(?=e)|sist|nonc|embl|vaill|ouvr|ppel|fus|pens|dress))e?ons$"
)
#: A word without one is an acronym: CHRS is not the plural of CHR.
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"(e(?:nn|ll|ill)|onn)$")


@lru_cache(maxsize=100_000)
def stem(word):
    """The stem (str, without accents, lower case) of a word (str, letters and figures only).

    >>> stem("éducatrices") == stem("éducateur") != stem("éducation")
    True
    """
    word = unaccented(word).lower()[:LONGEST_WORD]
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return "".join(_letter(character) for character in word if character.isalnum())
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not _VOWEL.search(word):
        return word
    for pattern, replacement in _ENDINGS:
        changed, times = pattern.subn(replacement, word)
        if times:
            return changed
    together = _PLURAL_PERSONS.match(word)
    if together:
        word = together[1] or together[2]
    elif _CONJUGATED.match(word.removesuffix("s")):
        word = _SNOWBALL.stemWord(word.removesuffix("s"))
    elif word.endswith("s") and len(word) > 3 or word.endswith("oux"):
        word = word[:-1]
    while word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word.rstrip("s")) > 4:
        word = word.rstrip("s")
    return word[:-1] if _DOUBLED.search(word) else word


def _letter(character):
    """A letter of another script by its number: no two databases agree on what Unicode calls a word."""
    return character if character.isascii() else f"u{ord(character):x}"
