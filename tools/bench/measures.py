"""The figures: how well an ordered list answers, and what is in the middle of several. Pure."""

from math import ceil, log2

#: What a reader looks at.
DEPTH = 10


def gain(grades):
    """The discounted gain (float) of answers by their grades (list of int, 0 to 3), in their order.

    Järvelin and Kekäläinen, « Cumulated gain-based evaluation of IR techniques », 2002, with 2^grade - 1.
    """
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades))


def ndcg(found, judged, depth=DEPTH):
    """How near `found` (list of keys, in order) is to the best order of what was `judged` (dict: key → grade).

    From 0 to 1 (float), looking at the first `depth`; what was not judged is worth nothing.
    """
    best = gain(sorted(judged.values(), reverse=True)[:depth])
    return gain([judged.get(key, 0) for key in found[:depth]]) / best if best else 0.0


def first_is_best(found, judged):
    """Whether no judged content would be a better first answer than the one given (bool)."""
    return bool(found) and judged.get(found[0], 0) == max(judged.values(), default=1)


def mean(numbers):
    """The mean (float) of numbers (iterable); 0 for none."""
    numbers = list(numbers)
    return sum(numbers) / len(numbers) if numbers else 0.0


def quantile(numbers, share):
    """The smallest of `numbers` (iterable, not empty) that `share` (0 to 1) of them do not exceed."""
    ordered = sorted(numbers)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def median(numbers):
    """The middle (float) of numbers (iterable, not empty)."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
