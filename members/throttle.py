"""Waits that grow with each wrong answer: a fixed limit would shut the right person out."""

from dataclasses import dataclass
from math import ceil

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.senders import DAY, count


@dataclass(frozen=True)
class Throttle:
    """`free` tries of a key in a day, then one try at a time: after `first` seconds, twice as long after each, up to
    `longest`. A try is counted before its answer is known, so that a hundred sent at once are not a hundred tries.
    """

    name: str
    free: int
    first: int
    longest: int

    def remaining(self, key):
        """Seconds (int) before `key` (str) may try; 0 when it may."""
        return max(0, ceil(cache.get(self._lock(key), 0) - timezone.now().timestamp()))

    def begin(self, key):
        """Counts a try of `key`; gives the seconds (int) to wait in its place, 0 when it may be made."""
        tries = count(self._count(key), DAY)
        if tries < self.free:
            return 0
        wait = min(self.first * 2 ** min(tries - self.free, 20), self.longest)
        # Of those who come together, the one who locks goes on.
        if cache.add(self._lock(key), timezone.now().timestamp() + wait, wait):
            return 0
        return self.remaining(key) or wait

    def give_back(self, key):
        """The try of `key` that was begun last was right: it does not count, nor locks."""
        cache.delete(self._lock(key))
        try:
            if cache.decr(self._count(key)) <= 0:
                cache.delete(self._count(key))
        except ValueError:
            return  # its day is over

    def forget(self, key):
        cache.delete_many([self._lock(key), self._count(key)])

    def _count(self, key):
        return f"throttle:{self.name}:{key}"

    def _lock(self, key):
        return f"throttle:{self.name}:{key}:until"


def in_words(seconds):
    """How long to wait (str), rounded up as people count: « 30 secondes », « 2 minutes », « 6 heures »."""
    if seconds <= 90:
        return ngettext("%(number)d seconde", "%(number)d secondes", seconds) % {"number": seconds}
    if seconds <= 90 * 60:
        minutes = ceil(seconds / 60)
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    hours = ceil(seconds / 3600)
    return ngettext("%(number)d heure", "%(number)d heures", hours) % {"number": hours}


def wait_sentence(seconds):
    return _("Trop d’essais. Vous pourrez réessayer dans %(wait)s.") % {"wait": in_words(seconds)}
