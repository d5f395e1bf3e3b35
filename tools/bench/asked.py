"""The queries that both databases must answer alike: the judged ones, then others drawn from generated contents."""

from random import Random

from tools.bench.contents import SEED, generate
from tools.bench.judged import NUMBER, judged_queries
from tools.bench.people import PEOPLE, spellings

#: How many.
ASKED = 300
#: Nobody types these; they must answer alike all the same.
ODD = ["", "  ", "l’", "de la", "toutes et tous", "-", '"', "« »", "a b c", "1975", "œ", "C.H.R.S.", "%", "\\", "☂"]
ODD += ["-le", "AND OR NOT", 'aux* "du', "salarié·e·s", "SALARIÉ-E-S", "l'œuvre", "L’ŒUVRE", "auto école", "x" * 300]


def asked_queries(number=NUMBER, asked=ASKED):
    """`asked` different queries (list of str), the same each time, for the first `number` generated contents."""
    random = Random(f"{SEED} asked")  # noqa: S311 -- the same each time
    contents = list(generate(number))
    queries = dict.fromkeys([judged.text for judged in judged_queries(number)] + ODD)
    while len(queries) < asked:
        content = random.choice(contents)
        queries[random.choice(_MAKERS)(content, random)] = None
    return list(queries)[:asked]


def _words(content, random, number):
    """`number` words (list of str) in a row, somewhere in the text."""
    words = random.choice(content.paragraphs).replace("«", " ").replace("»", " ").split()
    start = random.randrange(max(1, len(words) - number))
    return [word.strip(".,;:?! ") for word in words[start : start + number]]


def _one_word(content, random):
    return _words(content, random, 1)[0]


def _two_words(content, random):
    return f"{_one_word(content, random)} {_one_word(content, random)}"


def _phrase(content, random):
    return f'"{" ".join(_words(content, random, 3))}"'


def _without(content, random):
    return f"{_one_word(content, random)} -{_one_word(content, random)}"


def _people(content, random):
    return random.choice(spellings(random.choice(list(PEOPLE))))


def _author(content, random):
    return f"auteur:{content.signature.split()[0]} {random.choice(['', _one_word(content, random)])}".strip()


def _mistyped(content, random):
    """A word with one letter lost."""
    word = max(_words(content, random, 4), key=len)
    lost = random.randrange(len(word) or 1)
    return word[:lost] + word[lost + 1 :]


_MAKERS = [_one_word, _two_words, _two_words, _phrase, _without, _people, _author, _mistyped]
