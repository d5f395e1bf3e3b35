"""What is generated: contents of all kinds, the same for the same number and seed, each with a known subject. Pure.

In each thousand contents every subject is the title of a few, the summary of a few others, a mention in the text of
more; some titles only look like one. The rest is about nothing in particular.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from demo.content.themes import THEMES
from tools.bench.prose import CLOSINGS, sentence, towns, words
from tools.bench.subjects import SUBJECTS

#: The last of them was published then; each other, some minutes before the next.
LAST_PUBLICATION = datetime(2026, 11, 1, 12, tzinfo=ZoneInfo("Europe/Paris"))
MINUTES_APART = 43
KINDS = ("initiative", "article", "appeal", "event", "resource")
SEED = 20261121
#: So many contents share the cards dealt: which subject is where.
BLOCK = 1000
#: Contents of a block that have a subject in their title, their summary, their text; titles that only look like one.
TITLES, SUMMARIES, MENTIONS, NEAR = 3, 4, 6, 1
#: What a content is worth to who asks for a subject that is in its title, its summary, its text.
IN_TITLE, IN_SUMMARY, IN_TEXT = 3, 2, 1
#: Words of a text: one in four is long.
SHORT, LONG, ONE_LONG_IN = (80, 300), (300, 2000), 4

_TITLES = [
    "{0} : carnet d’une année",
    "Raconter {1}",
    "Penser {1} à plusieurs",
    "{0} : ce qui se tente à {2}",
    "Pour {1}",
    "{0}, questions pour une réunion",
    "Retour sur {1}",
    "{0} en {3}",
    "{0}",
    "À {2}, {1}",
]
_SUMMARIES = [
    "Trois mois autour d’une question : {1}. Des récits, et ce qu’ils nous ont appris.",
    "Une équipe de {2} revient sur {1}.",
    "{0} : qui décide, qui paie, qui se tait ? Un échange à {2}.",
    "Nous avons repris {1} depuis le début, avec celles et ceux que cela regarde.",
]
_MENTIONS = [
    "Quelqu’un a évoqué {1}, sans que l’on s’y arrête.",
    "Reste une question que nous n’avons pas su prendre : {1}.",
    "Dans le couloir, on parlait aussi d’autre chose : {1}.",
    "À la pause, une affiche annonçait une réunion sur {1}.",
]
_OTHER_TITLES = [
    "Une soirée à {2}",
    "Carnet de {2}",
    "Lettre de {2}",
    "Le local de {2} : {4} et {5}",
    "{2}, {3}",
    "Autour de « {4} »",
    "Ce que {2} nous a appris",
    "Compte rendu : {4}, {5}",
    "{2} : une porte, une table, {4}",
]
_OTHER_SUMMARIES = [
    "Quelques notes prises à {2}, où il fut question de « {4} ».",
    "À {2}, en {3}. Le mot qui revient : {4}.",
]
_NAMES = ["Alix", "Camille", "Dominique", "Ariane", "Lou", "Ysé", "Nour", "Sacha", "Maël", "Zoé", "Hélène", "Aïcha"]


@dataclass
class Content:
    """One generated content. `about` says what it is worth to each subject (dict: key of Subject → 1 to 3)."""

    number: int
    kind: str
    title: str
    summary: str
    paragraphs: list
    town: str
    themes: list
    signature: str
    year: int
    about: dict = field(default_factory=dict)

    @property
    def slug(self):
        return f"banc-{self.number:05}"


def published_at(content):
    """When a Content was published (aware datetime)."""
    return LAST_PUBLICATION - timedelta(minutes=MINUTES_APART * content.number)


def generate(number, seed=SEED):
    """The first `number` contents (iterator of Content); the tenth is the same whatever the number."""
    for index in range(number):
        if index % BLOCK == 0:
            cards = _cards(_random(seed, "cards", index))
        yield _content(index, [deck[index % BLOCK] for deck in cards], _random(seed, index))


def _random(*seed):
    """A source of numbers (random.Random) that is the same for the same `seed`."""
    return Random(" ".join(map(str, seed)))  # noqa: S311 -- no secret


def _cards(random):
    """Which subject, if any, is in the title, the summary, the text, or nearly in the title, of each of a block."""
    decks = []
    for times in (TITLES, SUMMARIES, MENTIONS, NEAR):
        deck = [subject for subject in SUBJECTS for _time in range(times)]
        deck += [None] * (BLOCK - len(deck))
        random.shuffle(deck)
        decks.append(deck)
    return decks


def _content(number, cards, random):
    in_title, in_summary, in_text, near = cards
    about, town, year = {}, towns().choose(random), random.randint(1975, 2026)

    def said(patterns, phrase=""):
        capital = phrase[:1].upper() + phrase[1:]
        chosen = [words().choose(random), words().choose(random)]
        text = random.choice(patterns).format(capital, phrase, town.name, year, *chosen)
        return text[0].upper() + text[1:]

    def told(subject, patterns, worth):
        about[subject.key] = max(worth, about.get(subject.key, 0))
        return said(patterns, subject.said(random))

    if in_title:
        title = told(in_title, _TITLES, IN_TITLE)
    else:
        title = said(_TITLES, near.near) if near and near.near else said(_OTHER_TITLES)
    summary = told(in_summary, _SUMMARIES, IN_SUMMARY) if in_summary else said(_OTHER_SUMMARIES)
    paragraphs = _paragraphs(random)
    if in_text:
        paragraphs.insert(len(paragraphs) // 2, told(in_text, _MENTIONS, IN_TEXT))
    return Content(
        number=number,
        kind=KINDS[number % len(KINDS)],
        title=title,
        summary=summary,
        paragraphs=[*paragraphs, random.choice(CLOSINGS)],
        town=town.code if random.random() < 0.7 else "",
        themes=random.sample(list(THEMES), random.choice([0, 1, 1, 2, 3])),
        signature=f"{random.choice(_NAMES)} {random.choice(_NAMES)}",
        year=year,
        about=about,
    )


def _paragraphs(random):
    shortest, longest = LONG if random.randrange(ONE_LONG_IN) == 0 else SHORT
    wanted, paragraphs, length = random.randint(shortest, longest), [], 0
    while length < wanted:
        paragraph = " ".join(sentence(random) for _time in range(random.randint(2, 6)))
        length += len(paragraph.split())
        paragraphs.append(paragraph)
    return paragraphs
