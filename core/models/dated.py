"""Dated: the ability to put dates in the agenda. The agenda listens; contents do not know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .place import Place


@dataclass(frozen=True)
class ScheduledDate:
    """One date that a content puts in the agenda.

    `start` and `end` are aware datetimes; `end` is exclusive for whole days (midnight of the next
    day) and None where nobody said when it finishes. `venue` says where in the place. `state` is one of agenda's
    occurrence states.
    """

    start: datetime
    end: datetime | None = None
    all_day: bool = False
    label: str = ""
    state: str = "confirmed"
    place: Place | None = None
    venue: str = ""


class Dated:
    """Mixed into a page type that has dates; `agenda` rewrites its occurrences when it is published."""

    def dates(self) -> Iterable[ScheduledDate]:
        """What this content schedules, past dates included, in no particular order."""
        raise NotImplementedError
