"""The words of the published contents, each with how many contents hold it: what a misspelt word is compared with."""

import logging
from collections import Counter, defaultdict

from django.db import DatabaseError, transaction

from core.french import stem, unaccented, vocabulary
from search.models import Word

log = logging.getLogger(__name__)

#: A shorter word has too many neighbours to be corrected, or to correct one.
SHORTEST_WORD = 4
LONGEST_WORD = 40


def words_of(text):
    """The words of `text` (str, as core.french.whole gives it) that may correct another.

    A dict: without accents → as it is written.
    """
    return {
        plain: word
        for word, its_stem in vocabulary(text).items()
        if SHORTEST_WORD <= len(plain := unaccented(word)) <= LONGEST_WORD and its_stem.isalpha()
    }


def kept_words(words):
    """The same, from what a ContentText keeps of it (str)."""
    return {unaccented(word): word for word in words.split()}


def recount(before, after):
    """Tells the words of the site that contents held `before` and hold `after` (iterables of dict, as `words_of`).

    False if the database refuses: a counter is no reason to lose what is written with it.
    """
    try:
        with transaction.atomic():
            _recount(before, after)
    except DatabaseError:
        log.exception("The words of contents could not be counted.")
        return False
    return True


def _recount(before, after):
    times, written = Counter(), defaultdict(Counter)
    for words in after:
        times.update(words.keys())
        for plain, word in words.items():
            written[plain][word] += 1
    for words in before:
        times.subtract(words.keys())
    Word.objects.count_more(
        [
            Word(
                plain=plain,
                beginning=plain[:2],
                ending=plain[-3:],
                edges=plain[0] + plain[-1],
                stem=stem(plain),
                written=written[plain].most_common(1)[0][0],
                times=more,
            )
            for plain, more in sorted(times.items())
            if more > 0
        ]
    )
    fewer = defaultdict(list)
    for plain, more in times.items():
        if more < 0:
            fewer[-more].append(plain)
    Word.objects.count_fewer(fewer)
