"""« Essayez avec… »: the words of the site that are nearest to those that nobody wrote."""

from django.db.models import Q
from django.db.models.functions import Length

from core.french import tokens, unaccented, whole
from search.models import Word
from search.vocabulary import SHORTEST_WORD

#: Words of one query that are corrected: each costs one query.
MOST_CORRECTED = 4
#: Neighbours compared, those that most contents hold.
MOST_NEIGHBOURS = 3000
#: Letters that one may change, add, leave out or swap, by length of the word.
SHORT, SHORT_EDITS, LONG_EDITS = 7, 1, 2


def corrected(text):
    """`text` (str) with the words that the site does not have replaced by the nearest it has; None for none."""
    text = whole(text)
    unknown = [token for token in tokens(text) if len(token.base) >= SHORTEST_WORD and token.base.isalpha()]
    known = set(Word.objects.filter(stem__in={token.stem for token in unknown}).values_list("stem", flat=True))
    unknown = [token for token in unknown if token.stem not in known][:MOST_CORRECTED]
    pieces, at = [], 0
    for token in unknown:
        near = nearest(token.base)
        if near:
            pieces += [text[at : token.start], near]
            at = token.end
    return "".join(pieces) + text[at:] if pieces else None


def nearest(word):
    """The word of the site (str, as it is written) nearest to `word` (str), or None where all are too far."""
    typed = unaccented(word).lower()
    edits = SHORT_EDITS if len(typed) < SHORT else LONG_EDITS
    # One edit leaves the beginning, the ending or both edges as they were.
    alike = Q(beginning=typed[:2]) | Q(ending=typed[-3:]) | Q(edges=typed[0] + typed[-1])
    neighbours = Word.objects.annotate(length=Length("plain")).filter(
        alike, length__range=(len(typed) - edits, len(typed) + edits)
    )
    best = None
    rows = neighbours.order_by("-times").values_list("plain", "times", "written")
    for plain, times, written in rows[:MOST_NEIGHBOURS]:
        far = distance(typed, plain, edits)
        if far <= edits:
            # Letters swapped are the commonest slip; the first one is seldom wrong.
            merit = (far, sorted(plain) != sorted(typed), plain[0] != typed[0], -times, plain)
            best = min(best or (merit, written), (merit, written))
    return best and best[1]


def distance(one, other, most):
    """Letters to change, add, leave out or swap (int) to make `one` of `other`; most + 1 for anything beyond `most`.

    Optimal string alignment: Damerau-Levenshtein where no letter is touched twice.
    """
    before, row = None, list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        new = [i]
        for j, against in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (letter != against))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        if min(new) > most:
            return most + 1
        before, row = row, new
    return min(row[-1], most + 1)
