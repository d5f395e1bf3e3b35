"""The published contents that answer to what was typed: all its words, else its words corrected, else most of them."""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from operator import attrgetter

from wagtail.search.backends import get_search_backend

from core.french import terms
from core.models import ContentPage
from search.catalogue import Row
from search.models import ContentText
from search.query import Query, read_query
from search.spelling import corrected

#: A content whose whole title was asked answers better by so much; the titles of the best are read.
TITLE_ASKED = 2
MOST_TITLES = 60
#: So few answers, and a word that nobody wrote: another spelling is proposed.
FEW_ANSWERS = 3


@dataclass
class Answers:
    """`rows` answer to `query`, in no order; `scores` (key → float, empty without words) say how well.

    `read` is what was understood instead of what was typed (str, else empty); `proposed` another spelling that has
    answers; `lacks` says that no content has all the words, and these have the most.
    """

    query: Query
    rows: list[Row]
    scores: dict[int, float] = field(default_factory=dict)
    read: str = ""
    proposed: str = ""
    lacks: bool = False

    @property
    def missed(self):
        """Whether nothing has all the words, even corrected."""
        return bool(self.query.units) and (self.lacks or not self.rows)


def best_first(answers, rows):
    """The keys (list of int) of `rows`, best answer first; of equal answers, the last published first."""

    def merit(row):
        # Scores that differ by less than a fiftieth are the same to a reader.
        score = answers.scores.get(row.pk, 0)
        return round(math.log(score) * 50) if score > 0 else -1000

    return [row.pk for row in sorted(_last_published(rows), key=merit, reverse=True)]


def last_published_first(answers, rows):
    """The keys (list of int) of `rows`, last published first."""
    return [row.pk for row in _last_published(rows)]


def oldest_first(answers, rows):
    """The keys (list of int) of `rows` by first year, what has none last; of one year, the last published first."""
    by_date = sorted(_last_published(rows), key=lambda row: (row.first_year is None, row.first_year))
    return [row.pk for row in by_date]


def _last_published(rows):
    return sorted(rows, key=attrgetter("rank"))


def answers_to(text, catalogue):
    """The Answers to `text` (str), as it was typed, among `catalogue` (search.catalogue.Catalogue); all for no word."""
    query = read_query(text)
    found = _answers(query, catalogue)
    if not query.units or len(found.rows) > FEW_ANSWERS:
        return found
    # What is unwanted has no answer to show: correcting it would tell words that nobody may read.
    other = None if query.unwanted else corrected(text)
    better = other and _answers(read_query(other), catalogue)
    if better and len(better.rows) > len(found.rows):
        if found.rows:
            found.proposed = other
        else:
            better.read, found = other, better
    if not found.rows and len(query.units) > 1:
        found = _nearest(query, catalogue)
    return found


def _answers(query, catalogue):
    scores = _scores(query, in_a_row=query.in_a_row if len(query.wanted) > 1 else "")
    if query.authors:
        signed = _signed_by(query.authors)
        scores = {key: score for key, score in scores.items() if key in signed} if query.units else scores
        keys = signed if not query.units else scores
    else:
        keys = scores if query.units else None
    rows = list(catalogue.rows.values()) if keys is None else catalogue.among(keys)
    if query.unwanted and not query.units:
        unwanted = get_search_backend().search_stems(query.unwanted_query(), ContentPage).scores
        rows = [row for row in rows if row.pk not in unwanted]
    return Answers(query, rows, _with_titles(scores, rows, query))


def _nearest(query, catalogue):
    """The contents that hold the most of what is wanted, rarer words counting for more."""
    found = [_scores(query, [unit]) for unit in query.units]
    held = Counter(key for scores in found for key in scores)
    signed = _signed_by(query.authors) if query.authors else held
    rows = catalogue.among({key for key in held if key in signed})
    most = max((held[row.pk] for row in rows), default=0)
    rows = [row for row in rows if held[row.pk] == most]
    rarity = [1 / math.log(2 + len(scores)) for scores in found]
    scores = {
        row.pk: sum(rare * of_word.get(row.pk, 0) for rare, of_word in zip(rarity, found, strict=True)) for row in rows
    }
    return Answers(query, rows, _with_titles(scores, rows, query), lacks=bool(rows))


def _with_titles(scores, rows, query):
    """`scores`, those of the best `rows` raised by how much of their title was asked."""
    best = nlargest(MOST_TITLES, (row for row in rows if row.pk in scores), key=lambda row: scores[row.pk])
    asked = {stem for spelling in query.spellings for stem in spelling.split()}
    raised = {}
    for row in best:
        words = _stems_of_title(row.title)
        share = len(words & asked) / len(words) if words else 0
        raised[row.pk] = scores[row.pk] * (1 + TITLE_ASKED * share**2)
    return scores | raised


@lru_cache(maxsize=20_000)
def _stems_of_title(title):
    return frozenset(term[0] for term in terms(title))


def _scores(query, units=None, in_a_row=""):
    if not query.units:
        return {}
    return get_search_backend().search_stems(query.search_query(units), ContentPage, in_a_row).scores


def _signed_by(words):
    signed = ContentText.objects.all()
    for word in words:
        signed = signed.filter(authors__contains=f" {word} ")
    return set(signed.values_list("pk", flat=True))
