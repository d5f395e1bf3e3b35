"""From an RRULE (RFC 5545 §3.3.10) to a rule as members type it, where there is one that says the same."""

from datetime import timedelta

from agenda.importing.repetition import first_part
from agenda.recurrence import LAST, MONTHLY_DATE, MONTHLY_WEEKDAY, WEEKLY, YEARLY, Rule

_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_RANKS = {1, 2, 3, 4, LAST}
_MOST_INTERVAL = 52
#: What a form takes: beyond, it never ends.
_MOST_TIMES = 32_767
#: Parts that mean the same whatever the frequency.
_READ = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH"}


def rule_for(recur, first, last):
    """The Rule that seems to say what `recur` (icalendar.vRecur) says from `first` (date) on, or None.

    `last` is the day (date or None) that UNTIL allows. Whether both give the same days is for the caller to check.
    """
    by_frequency = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}
    fields, read = by_frequency[str(first_part(recur, "FREQ")).upper()](recur, first)
    if not fields or set(recur) - _READ - read:
        return None
    fields = {"interval": first_part(recur, "INTERVAL", 1)} | fields
    months = {int(month) for month in recur.get("BYMONTH", [])} or set(range(1, 13))
    if fields["frequency"] == YEARLY and "BYMONTH" in recur and months != {first.month}:
        return None
    if fields["frequency"] != YEARLY:
        fields["months_off"] = tuple(month for month in range(1, 13) if month not in months)
    times = first_part(recur, "COUNT")
    if fields["interval"] > _MOST_INTERVAL:
        return None
    return Rule(until=last, times=times if times and times <= _MOST_TIMES else None, **fields)


def last_day(until, first):
    """The last day (date or None) on which something that begins at the hour of `first` (datetime) may begin.

    `until` is the last moment (datetime or None), in the same zone.
    """
    if until is None:
        return None
    return until.date() if until.time() >= first.time() else until.date() - timedelta(days=1)


def _daily(recur, first):
    """(fields of a Rule, parts that were read); no fields where there is no such Rule. So are those that follow."""
    interval = first_part(recur, "INTERVAL", 1)
    if interval % 7 == 0:
        return {"frequency": WEEKLY, "interval": interval // 7}, set()
    if interval > 1:
        return {}, set()
    return {"frequency": WEEKLY, "weekdays": _unless_usual(_weekdays(recur) or tuple(range(7)), first)}, {"BYDAY"}


def _weekly(recur, first):
    return {"frequency": WEEKLY, "weekdays": _unless_usual(_weekdays(recur), first)}, {"BYDAY"}


def _monthly(recur, first):
    return _by_weekday(recur, first, MONTHLY_WEEKDAY) if "BYDAY" in recur else _by_date(recur, first, MONTHLY_DATE)


def _yearly(recur, first):
    if "BYDAY" not in recur:
        return _by_date(recur, first, YEARLY)
    # Without a month, « 2TH » is the second Thursday of the year.
    return _by_weekday(recur, first, YEARLY) if "BYMONTH" in recur else ({}, set())


def _by_date(recur, first, frequency):
    same = recur.get("BYMONTHDAY", [first.day]) == [first.day]
    return ({"frequency": frequency} if same else {}), {"BYMONTHDAY"}


def _by_weekday(recur, first, frequency):
    """« 2TH », or « TH » with BYSETPOS=2; several of them, where each weekday has all the ranks."""
    pairs = {(day.relative or 0, _WEEKDAYS[day.weekday.upper()]) for day in recur["BYDAY"]}
    ranks, read = {rank for rank, _weekday in pairs}, {"BYDAY"}
    weekdays = _weekdays(recur)
    if ranks == {0} and len(weekdays) == 1:
        ranks, read = set(recur.get("BYSETPOS", [])), {"BYDAY", "BYSETPOS"}
    elif len(pairs) != len(ranks) * len(weekdays):
        return {}, read
    if not ranks or not ranks <= _RANKS:
        return {}, read
    ranks = tuple(sorted(ranks, key=lambda rank: rank % 10))
    usual = Rule(frequency).ranks_from(first)
    fields = {"frequency": frequency, "weekdays": _unless_usual(weekdays, first)}
    # A yearly rule without a rank is a date.
    return fields | {"ranks": () if ranks == usual and frequency != YEARLY else ranks}, read


def _weekdays(recur):
    return tuple(sorted({_WEEKDAYS[day.weekday.upper()] for day in recur.get("BYDAY", [])}))


def _unless_usual(weekdays, first):
    """Nothing to tick where it is the weekday of the first date."""
    return () if weekdays == (first.weekday(),) else weekdays
