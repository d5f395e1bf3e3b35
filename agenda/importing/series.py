"""What a file says of when something takes place, once or many times: its moments, what is left out, added, changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.utils.translation import gettext as _
from icalendar import vRecur

from agenda.horizon import horizon
from agenda.importing.instances import Instance
from agenda.importing.reading import all_of, first_of
from agenda.importing.repetition import UnreadableRule, moments, until_of
from agenda.importing.rules import last_day, rule_for
from agenda.importing.timing import ImpossibleMoment, Timing
from agenda.recurrence import Rule

#: Days in which two rules are compared, and that are shown, however far the series begins.
_AT_LEAST, _AT_LEAST_SHOWN = timedelta(days=731), timedelta(days=366)
#: RDATE and EXDATE: a calendar that is kept for ten years has fewer.
_MOST_LISTED = 1000


@dataclass(frozen=True)
class Series:
    """`moments` (naive datetimes) are those of the file's own rule, before the day `before`; `rule` says the same with
    its `days`, or is None. `left_out` are moments, `added` how long others last (timedelta or None) by their moment."""

    uid: str
    timing: Timing
    moments: list[datetime]
    before: date
    rule: Rule | None
    days: list[date]
    is_repeated: bool
    left_out: frozenset[datetime]
    added: Mapping[datetime, timedelta | None]
    instances: Mapping[datetime, Instance]
    said: tuple[str, ...] = ()

    @property
    def shown(self):
        """The moments (list) that are worth a date of their own: as far as the agenda looks, a year at least."""
        before = max(horizon(), self.timing.start.date() + _AT_LEAST_SHOWN)
        return [moment for moment in self.moments if moment.date() < before]


def series_of(source, timing, instances):
    """The Series of a SourceEvent whose dates have this Timing and these Instances (dict, by moment)."""
    recur, said = first_of(source.master, "RRULE"), list(timing.said)
    before = max(horizon(), timing.start.date() + _AT_LEAST)
    given, rule, days = [timing.start], None, []
    try:
        if "RRULE" in source.broken:
            raise UnreadableRule
        if recur is not None:
            given = moments(recur, timing.start, datetime.combine(before, time.min), timing.hours.source)
            rule, days = _same_rule(recur, timing, given, before)
    except UnreadableRule:
        recur = None
        said.append(_("Cette répétition ne se lit pas : seule la première date est reprise."))
    left_out, added = (_Listed(source, name, timing) for name in ("EXDATE", "RDATE"))
    if left_out.is_cut or added.is_cut:
        said.append(
            _("Le fichier donne plus de %(most)d dates en plus ou en moins : seules les premières sont lues.")
            % {"most": _MOST_LISTED}
        )
    if left_out.is_lost or added.is_lost:
        said.append(_("Des dates en plus ou en moins ne se lisent pas : vérifiez-les."))
    return Series(
        source.uid,
        timing,
        given,
        before,
        rule,
        days,
        recur is not None,
        frozenset(left_out.moments),
        added.moments,
        instances,
        tuple(said),
    )


def _same_rule(recur: vRecur, timing, given, before):
    """The Rule that gives exactly these moments (list) before the day `before`, and its days (list); or None, []."""
    base = timing.slot_at(timing.start)
    rule = rule_for(recur, base.day, last_day(until_of(recur, timing.hours.source), timing.start))
    if rule is None:
        return None, []
    days = list(rule.days(base.day, before))
    # Near the limit, a moment may be of another day in another zone.
    compared = before - timedelta(days=2)
    slots = [slot for slot in map(timing.slot_at, given) if slot.day < compared]
    return (rule, days) if slots == [base.on(day) for day in days if day < compared] else (None, [])


class _Listed:
    """An EXDATE or RDATE (§3.8.5.1, §3.8.5.2): its `moments`, each with how long it lasts where that is said (dict).

    `is_cut`: there are more than are looked at; `is_lost`: some cannot be read.
    """

    def __init__(self, source, name, timing):
        values = dict.fromkeys(one.dt for listed in all_of(source.master, name) for one in getattr(listed, "dts", []))
        self.moments, self.is_cut, self.is_lost = {}, len(values) > _MOST_LISTED, name in source.broken
        for value in islice(values, _MOST_LISTED):
            try:
                moment, lasts = _period(value, timing)
            except (ImpossibleMoment, AttributeError, TypeError, OverflowError):
                self.is_lost = True
            else:
                self.moments[moment] = lasts


def _period(value, timing):
    """(its moment, how long it lasts (timedelta or None)) of a date or of a PERIOD (§3.3.9)."""
    start, end = value if isinstance(value, tuple) else (value, None)
    moment = timing.moment_of(start)
    if end is None:
        return moment, None
    lasts = timing.moment_of(end if isinstance(end, date) else start + end) - moment
    return moment, lasts if lasts > timedelta(0) else None
