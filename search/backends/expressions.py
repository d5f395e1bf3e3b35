"""Trees of SearchQuery written in the languages of FTS5 (sqlite.org/fts5.html §3) and of PostgreSQL's tsquery.

Words are stems, ASCII letters and figures: nothing in them can be an operator.
"""

from dataclasses import dataclass

from modelsearch.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText


@dataclass(frozen=True)
class Match:
    """What an index is asked: the expression wanted (None: everything), without the one unwanted (None: nothing)."""

    wanted: str | None = None
    unwanted: str | None = None


@dataclass(frozen=True)
class Language:
    """How a full-text index writes words and what joins them; the patterns are those of str.format."""

    word: str
    beginning: str
    phrase: str
    followed: str
    follows: str
    both: str
    either: str
    without: str

    def match(self, query, as_beginnings=False):
        """The Match of `query` (SearchQuery), each word a beginning if asked; None where it can match nothing.

        Raises NotImplementedError for what these indexes do not do: fuzzy words, « this or not that ».
        """
        if isinstance(query, MatchAll):
            return Match()
        if isinstance(query, PlainText):
            pattern = self.beginning if as_beginnings else self.word
            words = [pattern.format(word) for word in query.query_string.split()]
            return self._joined(words, self.both if query.operator == "and" else self.either)
        if isinstance(query, Phrase):
            words = self.follows.join(self.followed.format(word) for word in query.query_string.split())
            return Match(self.phrase.format(words)) if words else None
        if isinstance(query, Boost):
            return self.match(query.subquery, as_beginnings)
        if isinstance(query, Not):
            return self._negated(self.match(query.subquery, as_beginnings))
        if isinstance(query, (And, Or)):
            parts = [part for sub in query.subqueries if (part := self.match(sub, as_beginnings))]
            return self._all(parts) if isinstance(query, And) else self._any(parts)
        raise NotImplementedError(f"{type(query).__name__} is not supported by the search in the database.")

    def expression(self, match):
        """What the index is given (str) for a Match that wants something."""
        return self.without.format(match.wanted, match.unwanted) if match.unwanted else match.wanted

    def _joined(self, expressions, operator):
        if not expressions:
            return None
        return Match(expressions[0] if len(expressions) == 1 else f"({operator.join(expressions)})")

    def _all(self, parts):
        wanted = self._joined([part.wanted for part in parts if part.wanted], self.both)
        unwanted = self._joined([part.unwanted for part in parts if part.unwanted], self.either)
        if not wanted and not unwanted:
            return parts[0] if parts else None
        return Match(wanted and wanted.wanted, unwanted and unwanted.wanted)

    def _any(self, parts):
        if any(part.unwanted or not part.wanted for part in parts):
            raise NotImplementedError("« This or not that » is not supported by the search in the database.")
        return self._joined([part.wanted for part in parts], self.either)

    def _negated(self, match):
        if match is None:
            return Match()
        if match.wanted and match.unwanted:
            raise NotImplementedError("A negation of « this but not that » is not supported by the search.")
        return Match(match.unwanted, match.wanted) if match.wanted or match.unwanted else None


FTS5 = Language(
    word='"{}"',
    beginning='"{}"*',
    phrase='"{}"',
    followed="{}",
    follows=" ",
    both=" AND ",
    either=" OR ",
    without="({}) NOT ({})",
)
TSQUERY = Language(
    word="'{}'",
    beginning="'{}':*",
    phrase="({})",
    followed="'{}'",
    follows=" <-> ",
    both=" & ",
    either=" | ",
    without="({}) & !({})",
)
