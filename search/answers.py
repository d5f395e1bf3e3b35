"""The published contents that answer to what was typed: all its words, else its words corrected, else most of them."""

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast
from modelsearch.query import Phrase
from wagtail.search.backends import get_search_backend

from core.french import terms
from core.models import ContentPage
from search.models import ContentText
from search.query import Query, read_query
from search.spelling import corrected

#: Beyond, the published contents are all read, and those asked are kept: a statement takes 32,766 values at most.
MOST_KEYS = 10_000
#: A content where the words follow each other as they were typed answers so many times better.
TOGETHER = 1.5
#: A content whose whole title was asked answers better by so much; the titles of the best are read.
TITLE_ASKED = 2
MOST_TITLES = 60
#: So few answers, and a word that nobody wrote: another spelling is proposed.
FEW_ANSWERS = 3


class Row(NamedTuple):
    """What facets and orders know of a content, one row of the database each."""

    pk: int
    content_type: int
    place: int | None
    first_year: int | None
    last_year: int | None
    #: As the database writes it, in UTC: it is compared, never shown, and read twenty thousand times.
    published_at: str | None


COLUMNS = ("pk", "content_type", "place", "first_year", "last_year", Cast("first_published_at", TextField()))


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
        return (round(math.log(score) * 50) if score > 0 else -1000), _publication(row)

    return [row.pk for row in sorted(rows, key=merit, reverse=True)]


def last_published_first(answers, rows):
    """The keys (list of int) of `rows`, last published first."""
    return [row.pk for row in sorted(rows, key=_publication, reverse=True)]


def oldest_first(answers, rows):
    """The keys (list of int) of `rows` by first year, what has none last; of one year, the last published first."""
    by_date = sorted(rows, key=_publication, reverse=True)
    return [row.pk for row in sorted(by_date, key=lambda row: (row.first_year is None, row.first_year))]


def _publication(row):
    return row.published_at is not None, row.published_at, row.pk


def answers_to(text):
    """The Answers to `text` (str), as it was typed; everything that is published when it asks for nothing."""
    query = read_query(text)
    found = _answers(query)
    if not query.units or len(found.rows) > FEW_ANSWERS:
        return found
    # What is unwanted has no answer to show: correcting it would tell words that nobody may read.
    other = None if query.unwanted else corrected(text)
    better = other and _answers(read_query(other))
    if better and len(better.rows) > len(found.rows):
        if found.rows:
            found.proposed = other
        else:
            better.read, found = other, better
    if not found.rows and len(query.units) > 1:
        found = _nearest(query)
    return found


def published_rows(keys=None):
    """The published contents (list of Row) among `keys` (collection of int), or all of them. One query."""
    contents = ContentPage.objects.published()
    if keys is not None and len(keys) <= MOST_KEYS:
        contents = contents.filter(pk__in=list(keys))
    rows = map(Row._make, contents.order_by().values_list(*COLUMNS).iterator())
    return list(rows) if keys is None else [row for row in rows if row.pk in keys]


def _answers(query):
    scores = _scores(query)
    if scores and len(query.wanted) > 1:
        together = _search(Phrase(query.in_a_row)).scores
        scores = {key: score * (TOGETHER if key in together else 1) for key, score in scores.items()}
    if query.authors:
        signed = _signed_by(query.authors)
        scores = {key: score for key, score in scores.items() if key in signed} if query.units else scores
        keys = signed if not query.units else scores
    else:
        keys = scores if query.units else None
    rows = published_rows(keys)
    if query.unwanted and not query.units:
        unwanted = _search(query.unwanted_query()).scores
        rows = [row for row in rows if row.pk not in unwanted]
    return Answers(query, rows, _with_titles(scores, rows, query))


def _nearest(query):
    """The contents that hold the most of what is wanted, rarer words counting for more."""
    found = [_scores(query, [unit]) for unit in query.units]
    held = Counter(key for scores in found for key in scores)
    signed = _signed_by(query.authors) if query.authors else held
    rows = published_rows({key for key in held if key in signed})
    most = max((held[row.pk] for row in rows), default=0)
    rows = [row for row in rows if held[row.pk] == most]
    rarity = [1 / math.log(2 + len(scores)) for scores in found]
    scores = {
        row.pk: sum(rare * of_word.get(row.pk, 0) for rare, of_word in zip(rarity, found, strict=True)) for row in rows
    }
    return Answers(query, rows, _with_titles(scores, rows, query), lacks=bool(rows))


def _with_titles(scores, rows, query):
    """`scores`, those of the best `rows` raised by how much of their title was asked."""
    best = sorted((row.pk for row in rows if row.pk in scores), key=scores.get, reverse=True)[:MOST_TITLES]
    titles = ContentPage.objects.filter(pk__in=best).order_by().values_list("pk", "title") if best else ()
    asked = {stem for spelling in query.spellings for stem in spelling.split()}
    raised = {}
    for key, title in titles:
        words = {term[0] for term in terms(title)}
        share = len(words & asked) / len(words) if words else 0
        raised[key] = scores[key] * (1 + TITLE_ASKED * share**2)
    return scores | raised


def _scores(query, units=None):
    return _search(query.search_query(units)).scores if query.units else {}


def _search(search_query):
    return get_search_backend().search_stems(search_query, ContentPage)


def _signed_by(words):
    signed = ContentText.objects.all()
    for word in words:
        signed = signed.filter(authors__contains=f" {word} ")
    return set(signed.values_list("pk", flat=True))
