"""From lines as they are drawn on a page to paragraphs: a word that the end of a line cuts is one word again. Pure."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A line is looked at from its last characters: as many as the longest word.
_TAIL = 60
_CUT_WORD = re.compile(_WORD.pattern + "(?=-$)")
_CUT = re.compile(r"[^\W_]-$|[^\W\d_][·‧]$")
_CLOSING = tuple("»)]},;:!?.…%")

#: The second gender of a word, after the end of the first.
_INCLUSIVE = re.compile(
    r"""
      \w+-(?:es?|xs?|s)(?:-(?:es?|x|s))*
    | \w+-\w{1,7}-(?:es|x|s)
    | \w+eur-(?:t?rices?|ices?|ses?|euses?|eresses?|esses?)
    | \w+er-i?[eè]res? | \w+f-i?ves? | \w+x-ses? | \w+eau-elles? | \w{3,}nt-tes? | \w{2,}ic-ques?
    """,
    re.VERBOSE,
)
#: The same, or the pronoun of a verb, where an ordinary word could be cut too (citoyen-ne, ancien-ne).
_LIKELY = re.compile(
    r"""
      \w{3,}[eé]n-nes? | \w{4,}an-nes? | \w{3,}(?:[nui]|or|tur)el-les?
    | \w+-(?:t-)?(?:ils?|elles?|on) | \w+-(?:je|nous|vous|mêmes?)
    """,
    re.VERBOSE,
)


def _singular(word):
    return word.casefold().rstrip("s")


#: Compounds that are common enough to be known in a text that has them once.
_COMPOUNDS = frozenset(
    _singular(word)
    for word in """
    est-à-dire vis-à-vis peut-être rendez-vous au-delà par-delà au-dessus au-dessous là-dessus ci-dessus ci-dessous
    ci-après ci-joint ci-contre là-bas là-haut jusque-là celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là
    celles-là quelques-uns quelques-unes soi-disant après-midi mi-temps avant-garde arrière-plan contre-pouvoir
    sans-abri sans-papiers sans-logis porte-parole savoir-faire savoir-être savoir-vivre bien-être mal-être mieux-être
    laissez-passer aide-soignant aide-soignante non-violence non-violent auto-support tiers-lieu quant-à-soi
    grand-mère grand-père grands-parents petits-enfants chef-lieu mot-clé compte-rendu état-major parti-pris week-end
    """.split()
)


def reflowed(text):
    """`text` (str, its lines as drawn) in paragraphs (str).

    A line that does not begin like one (with a capital, a figure, a dash…) goes on with the one before. A hyphen at the
    end of a line goes with the line end, except inside a compound or before the second gender of a word.

    >>> reflowed("Les travail-\\nleurs et les\\nsalarié-\\ne-s, c’est-à-\\ndire nous.")
    'Les travailleurs et les salarié-e-s, c’est-à-dire nous.'
    """
    words = {_singular(word) for word in _WORD.findall(text)}
    result, tail = [], ""
    for line in text.split("\n"):
        if _CUT.search(tail) and line[:1].isalnum():
            if _loses_hyphen(tail, line, words):
                result[-1], tail = result[-1][:-1], tail[:-1]
            tail += line
        else:
            result.append(" " if line[:1].islower() or line.startswith(_CLOSING) else "\n")
            tail = line
        result.append(line)
        tail = tail[-_TAIL:]
    return "".join(result).strip()


def _loses_hyphen(tail, line, words):
    """Whether the hyphen after `tail` was put there to cut a word. `words` (set of str): those of the whole text."""
    first, second = _CUT_WORD.search(tail), _WORD.match(line)
    if not first or not second or not line[0].islower():
        return False
    compound = _singular(f"{first[0]}-{second[0]}")
    if compound in words or compound in _COMPOUNDS:
        return False
    end = f"{first[0].rpartition('-')[2]}-{second[0]}".casefold()
    if _INCLUSIVE.fullmatch(end):
        return False
    return not _LIKELY.fullmatch(end) or _singular(first[0] + second[0]) in words
