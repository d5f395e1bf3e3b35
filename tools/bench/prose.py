"""Sentences in the manner of the site: those of the example, and others made of people, towns and words. Pure."""

import csv
import gzip
import re
from bisect import bisect
from collections import Counter
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from demo.content.appeals import APPEALS
from demo.content.articles import ARTICLES
from demo.content.events import EVENTS
from demo.content.initiatives import INITIATIVES
from demo.content.resources import RESOURCES
from demo.text import one_line
from tools.bench.people import PEOPLE, spellings
from tools.example import ROOT

#: In every generated content, and only there: the worst word to ask for.
EVERYWHERE = "réciproque"
CLOSINGS = [
    "Ce texte circule par échange réciproque.",
    "À suivre, par échange réciproque de nouvelles.",
    "Relu à plusieurs, dans une confiance réciproque.",
]
_FRAMES = [
    "Les {people} venu·es de {town} se sont retrouvé·es un {day} soir, sans ordre du jour.",
    "On y croisait des {people}, des {people} et quelques curieux·ses venu·es de {town}.",
    "« Ce n’est pas aux {people} de porter cela tout·es seul·es », a dit une dame de {town}.",
    "Au tableau, quelqu’un avait écrit : {word}, {word}, {word}.",
    "En {year}, à {town}, il restait {number} places et deux tables pour les {people}.",
    "Le mot du jour était « {word} », et personne n’était d’accord sur ce qu’il voulait dire.",
    "Des {people} avaient apporté le café ; d’autres, de {town}, une lettre jamais envoyée.",
    "Nous avons compté {number} présences, puis nous avons cessé de compter : {word}, {word} et {word} suffisaient.",
    "Le {day} suivant, les {people} ont préféré marcher jusqu’à {town} et parler en route.",
    "Il a été question de {word}, de {word}, et longuement de ce que les {people} ne disent à personne.",
    "Depuis {year}, une douzaine de {people} tiennent ce lieu ouvert, près de {town}.",
    "Les {people}, les {people} : on ne savait plus qui était qui, et c’était reposant.",
    "À {town}, on nous a demandé : « {word} ? » Nous avons répondu par une soupe.",
]
_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_SLOT = re.compile(r"\{(\w+)\}")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿœ]{4,}(?![\w·’'-])")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀÉÈÊÎÔÇ«])")
_NAMED = re.compile(r"(?<=[\w,;:’] )[A-ZÀÉ]|(?<=[’«])[A-ZÀÉ]|\d|\[")
#: Towns that may be named; how many of the first things of a Zipf are nearly as frequent as the very first.
TOWNS = 6000
_FLATNESS = 12
#: What makes a noun or an adjective of the beginning of a verb.
_MADE = ["age", "ement", "eur", "able", "erie", "ation"]


class Town(NamedTuple):
    """A town of the gazetteer: its name and its code (core.models.Place)."""

    name: str
    code: str


class Zipf:
    """`things` (list), of which the n-th is chosen n times more seldom than the first, or nearly."""

    def __init__(self, things):
        self.things = things
        self.weights = list(accumulate(1 / (rank + _FLATNESS) for rank in range(len(things))))

    def choose(self, random):
        """One of them, by `random` (random.Random)."""
        return self.things[bisect(self.weights, random.random() * self.weights[-1])]


@cache
def towns():
    """The largest towns of the gazetteer (Zipf of Town), largest first."""
    with gzip.open(ROOT / "core" / "data" / "places.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "town" and row["country"] in {"FR", "BE", "CH"}]
    rows.sort(key=lambda row: (-int(row["population"] or 0), row["id"]))
    return Zipf([Town(row["name"], row["id"]) for row in rows[:TOWNS]])


@cache
def example_sentences():
    """The sentences (list of str) of the texts of the example that name nobody and no place."""
    sentences = [sentence for text in _example_texts() for sentence in _SENTENCE.split(text)]
    return [sentence for sentence in sentences if len(sentence) > 30 and not _NAMED.search(sentence[2:])]


@cache
def words():
    """The words of the example, then others made of its verbs (Zipf of str), the most frequent first."""
    counted = Counter(word for text in _example_texts() for word in _WORD.findall(text))
    written = sorted(counted, key=lambda word: (-counted[word], word))
    verbs = [word for word in written if word.endswith("er") and len(word) > 5]
    made = [f"{verb[:-2]}{ending}" for ending in _MADE for verb in verbs]
    return Zipf([*written, *(word for word in made if word not in counted)])


@cache
def _example_texts():
    """The paragraphs of the example (list of str), without their tags."""
    contents = [INITIATIVES, ARTICLES, APPEALS, EVENTS, RESOURCES]
    paragraphs = [part for text in _strings(contents) for part in re.split(r"\n\s*\n", text)]
    return [one_line(_TAG.sub(" ", paragraph)) for paragraph in paragraphs]


def _strings(value):
    """The texts (iterator of str) in lists, tuples and dicts; not the names and keys, which are one word."""
    if isinstance(value, str):
        yield from [value] if " " in value else []
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)


def sentence(random):
    """One sentence (str): of the example one time in three, made of people, towns and words otherwise."""
    if random.random() < 1 / 3:
        return random.choice(example_sentences())
    return _SLOT.sub(lambda slot: _SLOTS[slot[1]](random), random.choice(_FRAMES))


_SLOTS = {
    "people": lambda random: random.choice(spellings(random.choice(list(PEOPLE)))),
    "town": lambda random: towns().choose(random).name,
    "word": lambda random: words().choose(random),
    "day": lambda random: random.choice(_DAYS),
    "year": lambda random: str(random.randint(1975, 2026)),
    "number": lambda random: str(random.randint(3, 90)),
}
