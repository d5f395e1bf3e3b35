"""Facets: what the answers have in common, counted. Pure: rows in, options out.

The counts of a facet ignore what the reader chose in it, so that each says what choosing it too would add.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FacetOption:
    """One value of a facet: its value in the address, its words, how many answers have it, how deep it lies."""

    value: str
    label: str
    count: int
    is_chosen: bool
    level: int = 0


@dataclass
class Facet:
    """One question: its parameter, its words, and how to read a row.

    `trait(row)` gives what of an answer decides (hashable), `values_of(trait)` its values (tuple of str): few traits
    make thousands of answers quick to count. `arrange(counts)` gives the options to offer, in order, as (value, label,
    level), for the `counts` (Counter) of all values; `accepts(value)` says whether an address may ask for it. What is
    `chosen` (list of str) is offered whatever it counts.
    """

    name: str
    label: str
    trait: Callable[[object], Hashable]
    values_of: Callable[[Hashable], tuple[str, ...]]
    arrange: Callable[[Counter], Iterable[tuple[str, str, int]]]
    accepts: Callable[[str], bool] = bool
    chosen: list[str] = field(default_factory=list)
    options: list[FacetOption] = field(default_factory=list)

    def keeps(self, row):
        """Whether `row` has one of the chosen values."""
        return any(value in self.chosen for value in self.values_of(self.trait(row)))

    def count(self, rows):
        """Fills `options` with how many of `rows` have each value."""
        counts = Counter()
        for trait, times in Counter(map(self.trait, rows)).items():
            for value in self.values_of(trait):
                counts[value] += times
        counts.update(dict.fromkeys(self.chosen, 0))
        self.options = [
            FacetOption(value, label, counts[value], value in self.chosen, level)
            for value, label, level in self.arrange(counts)
            if value in counts
        ]

    @property
    def is_useful(self):
        """Whether there is something to choose."""
        return bool(self.chosen) or len(self.options) > 1


def narrow(rows, facets):
    """The `rows` (list) that every facet keeps; each facet is counted on those that all the others keep."""
    active = [facet for facet in facets if facet.chosen]
    if not active:
        for facet in facets:
            facet.count(rows)
        return rows
    refusals = [[facet for facet in active if not facet.keeps(row)] for row in rows]
    for facet in facets:
        facet.count([row for row, refused in zip(rows, refusals, strict=True) if not refused or refused == [facet]])
    return [row for row, refused in zip(rows, refusals, strict=True) if not refused]
