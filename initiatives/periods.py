"""Reading of approximate years as people write them."""

import re

from django.utils.translation import gettext as _

_YEAR = r"(1[0-9]{3}|2[0-9]{3})"
_ABOUT = r"(?:vers|environ|env\.?|circa|autour de|début|debut|milieu|fin|avant|après|apres|~)"
_PATTERNS = [
    # (pattern, how many years the last one adds to the first)
    (re.compile(rf"(?:(?:début|debut|milieu|fin)\s+(?:des?\s+)?)?(?:les\s+)?ann[ée]es\s+{_YEAR}"), 9),
    (re.compile(rf"(?:{_ABOUT}\s*)?(?:de\s+|l[’']an\s+)?{_YEAR}\s*(?:environ|\?)?"), 0),
]
_SPAN = re.compile(rf"(?:entre\s+)?{_YEAR}\s*(?:-|–|—|/|et|ou|à)\s*{_YEAR}")


class UnreadablePeriod(ValueError):
    """The text is no year that the site can sort."""


def read_period(text):
    """The first and last year (int, int) that `text` may mean; for sorting, never for display.

    >>> read_period("vers 1975")
    (1975, 1975)
    >>> read_period("années 1970")
    (1970, 1979)

    Raises UnreadablePeriod, with a French sentence, for anything else.
    """
    words = " ".join(text.lower().replace("\xa0", " ").split())
    span = _SPAN.fullmatch(words)
    if span:
        first, last = int(span.group(1)), int(span.group(2))
        if first <= last:
            return first, last
    for pattern, breadth in _PATTERNS:
        match = pattern.fullmatch(words)
        if match:
            year = int(match.group(1))
            if breadth and year % 10:
                break
            return year, year + breadth
    raise UnreadablePeriod(_("Écrivez une année : « 1975 », « vers 1975 », « années 1970 » ou « 1974-1976 »."))


def years_of(text):
    """As `read_period`; (None, None) for a text that says no year."""
    try:
        return read_period(text)
    except UnreadablePeriod:
        return None, None


def exact_year(text):
    """The year (str) of a text that says one year and no doubt; None for « vers 1975 » or « années 1970 »."""
    return text.strip() if re.fullmatch(_YEAR, text.strip()) else None


def say_since(text):
    """« depuis 1975 environ », « depuis les années 1980 » (str): a start as French says it.

    Words that say more than a year or a decade (« avant 1975 », « fin 1975 ») are given back as typed.
    """
    words = " ".join(text.lower().replace("\xa0", " ").split())
    about = re.fullmatch(rf"(vers |environ )?{_YEAR}", words)
    if about:
        return _("depuis %(year)s environ" if about.group(1) else "depuis %(year)s") % {"year": about.group(2)}
    decade = re.fullmatch(rf"(?:les )?ann[ée]es {_YEAR}", words)
    if decade:
        return _("depuis les années %(year)s") % {"year": decade.group(1)}
    return text
