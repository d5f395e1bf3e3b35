"""From a Series to the fields of a timetable as members type it: a rule and its exceptions, or plain dates."""

import uuid
from dataclasses import dataclass
from datetime import date, time

from django.utils import timezone
from django.utils.translation import gettext as _

from agenda.importing.instances import LONGEST_LABEL
from agenda.schedule import Slot
from core.calendar import say_date

MOST_ADDED = 200


@dataclass(frozen=True)
class When:
    """`fields` are those of Timetable (dict: name → JSON value); `last` its last known day, None where it goes on;
    `said` what one should know. `is_empty`: the file leaves every date out, or cancels each of those that are given one
    by one."""

    fields: dict
    last: date | None
    said: tuple[str, ...] = ()
    is_empty: bool = False


def when_of(series):
    """The When of a Series. Where members could not have typed its rule, its dates are given one by one, MOST_ADDED
    at most, those to come first."""
    return _as_rule(series) if series.rule else _as_dates(series)


def _as_rule(series):
    rule, base = series.rule, series.timing.slot_at(series.timing.start)
    known = set(series.days)
    gone = {series.timing.slot_at(moment).day for moment in series.left_out}
    exceptions, moved, said = [], {}, list(series.said)
    added = [(moment, series.timing.slot_at(moment, series.added[moment]), "") for moment in series.added]
    for moment, instance in series.instances.items():
        day = series.timing.slot_at(moment).day
        if day < series.before and day not in known:
            added += [] if instance.cancelled else [(moment, instance.slot, instance.words)]
            continue
        exception = _exception(day, instance, base)
        if exception is None:
            gone.add(day)
            added.append((moment, instance.slot, instance.words))
        elif exception:
            exceptions.append(exception)
            moved |= {} if instance.cancelled else {day: instance.slot}
    pauses = [_pause(first, last) for first, last in _runs(series.days, gone)]
    pauses += [_pause(day, day) for day in sorted(gone) if day >= series.before]
    if len(exceptions) + len(pauses) > MOST_ADDED or len(added) > MOST_ADDED:
        said.append(_("Il y a trop d’exceptions : seules les premières sont reprises."))
    repeated = {
        "repeats": rule.frequency,
        "interval": rule.interval,
        "weekdays": list(rule.weekdays),
        "ranks": list(rule.ranks),
        "months_off": list(rule.months_off),
        "repeats_until": _iso(rule.until),
        "repeats_times": rule.times,
        "exceptions": [*exceptions, *pauses][:MOST_ADDED],
        "added_dates": [_block(series, *one) for one in added[:MOST_ADDED]],
    }
    kept = [moved.get(day) or base.on(day) for day in series.days if day not in gone]
    last = _last([*kept, *(slot for _moment, slot, _label in added)] or [base]) if rule.until or rule.times else None
    return When(_first(series, base) | repeated, last, tuple(said), is_empty=not known - gone and not added)


def _as_dates(series):
    said, cancelled = list(series.said), 0
    found = []
    for moment in sorted({*series.shown, *series.added, *series.instances}):
        instance = series.instances.get(moment)
        if instance and instance.cancelled:
            cancelled += 1
        elif instance:
            words = " – ".join(part for part in (instance.words, instance.where and instance.where.words) if part)
            found.append((instance.slot, words, moment))
        elif moment not in series.left_out:
            found.append((series.timing.slot_at(moment, series.added.get(moment)), "", moment))
    found.sort(key=lambda date: (date[0].day, date[0].hour or time.min))
    if series.is_repeated and len(found) > 1:
        said.append(_("Ce rythme ne se dit pas ici en une règle : ses dates sont données une à une."))
    if cancelled and found:
        said.append(_("Dates annulées, laissées de côté : %(number)d.") % {"number": cancelled})
    kept = _kept(found)
    if len(kept) < len(found):
        cut = _("%(number)d dates sont gardées sur %(all)d, du %(first)s au %(last)s.")
        ends = {"first": say_date(kept[0][0].day), "last": say_date(kept[-1][0].day)}
        said.append(cut % ({"number": len(kept), "all": len(found)} | ends))
    base = kept[0][0] if kept else series.timing.slot_at(series.timing.start)
    fields = {
        "repeats": "",
        "interval": 1,
        **dict.fromkeys(("weekdays", "ranks", "months_off", "exceptions"), []),
        **dict.fromkeys(("repeats_until", "repeats_times"), None),
        "added_dates": [_block(series, moment, slot, label) for slot, label, moment in kept[1:]],
    }
    last = _last([slot for slot, _label, _moment in kept] or [base])
    return When(_first(series, base) | fields, last, tuple(said), is_empty=not kept)


def _kept(found):
    """The first one and MOST_ADDED others: those to come, else the last of those that have been."""
    most, today = MOST_ADDED + 1, timezone.localdate()
    coming = [date for date in found if (date[0].end_day or date[0].day) >= today]
    return found if len(found) <= most else coming[:most] if len(coming) >= most else found[-most:]


def _exception(day, instance, base):
    """The block of « exceptions » (dict) that says how the date of `day` differs; nothing ({}) where it does not,
    None where no block can say it."""
    if instance.cancelled:
        note = instance.words or _("Annulée dans l’agenda d’origine.")
        return _new("cancelled", f"{day}", {"day": _iso(day), "note": note})
    if instance.slot == base.on(day) and instance.where is None:
        return _new("noted", f"{day}", {"day": _iso(day), "note": instance.words}) if instance.words else {}
    slot = instance.slot
    moved = base.on(slot.day)
    hour = None if slot.hour == moved.hour else slot.hour
    end_hour = None if slot.end_hour == moved.at(hour).end_hour else slot.end_hour
    if moved.at(hour, end_hour) != slot:
        return None
    where = instance.where
    said = {
        "day": _iso(day),
        "to_day": _iso(slot.day),
        "hour": _iso(hour),
        "end_hour": _iso(end_hour),
        "place": where.place.pk if where and where.place else None,
        "venue": where.words[:240] if where else "",
        "note": instance.words,
    }
    return _new("moved", f"{day}", said)


def _runs(days, gone):
    """The pauses ((first, last) days) that leave out of `days` (list of date, in order) those of `gone` (set)."""
    runs, begun = [], False
    for day in days:
        if day in gone:
            runs = [*runs[:-1], (runs[-1][0], day)] if begun else [*runs, (day, day)]
        begun = day in gone
    return runs


def _pause(first, last):
    return _new("pause", f"{first}", {"first": _iso(first), "last": _iso(last), "name": ""})


def _last(slots):
    """The last day (date) of some Slots (list)."""
    return max(slot.end_day or slot.day for slot in slots)


def _block(series, moment, slot, label=""):
    """One of « autres dates »: known again when the same file comes back."""
    said = {"day": slot.day, "hour": slot.hour, "end_day": slot.end_day, "end_hour": slot.end_hour}
    value = {name: _iso(part) for name, part in said.items()} | {"label": label[:LONGEST_LABEL]}
    return _new("date", f"{series.uid} {moment.isoformat()}", value)


def _new(kind, name, value):
    return {"type": kind, "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {name}"))}


def _first(series, slot: Slot):
    """The fields of the first date."""
    zone = series.timing.hours.zone if series.timing.hours.is_told and not series.timing.all_day else ""
    return {
        "start_date": _iso(slot.day),
        "start_time": _iso(slot.hour),
        "end_date": _iso(slot.end_day),
        "end_time": _iso(slot.end_hour),
        "zone": zone,
    }


def _iso(value):
    return value and value.isoformat()
