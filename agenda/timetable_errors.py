"""What forbids to publish a timetable, in sentences that help."""

from datetime import timedelta

from django.utils.translation import gettext as _

from agenda.blocks import slot_errors
from agenda.horizon import horizon
from core.calendar import say_date
from core.time_zones import zone_of

#: A rule that began before counts thousands of dates that nobody looks for.
FIRST_REPEATED_YEAR = 1950
#: Days in which any rule gives its first date: a 29 February may be eight years away.
_LONGEST_WAIT = timedelta(days=366 * 8)


def timetable_errors(timetable):
    """What is wrong with a Timetable (dict: field name → French sentence); nothing as long as it has no first day."""
    if not timetable.start_date:
        return {}
    errors = slot_errors(timetable.start_date, timetable.start_time, timetable.end_date, timetable.end_time)
    if not timetable.zone and not zone_of(timetable.place):
        errors["zone"] = _("Ce pays vit à plusieurs heures : dites à laquelle.")
    if timetable.state != timetable.State.CONFIRMED and not timetable.state_reason:
        errors["state_reason"] = _("Dites en quelques mots pourquoi, ou donnez la nouvelle date.")
    if not timetable.rule or errors:
        return errors
    return _end_errors(timetable) or _first_day_errors(timetable) or _emptiness_errors(timetable)


def _end_errors(timetable):
    if timetable.start_date.year < FIRST_REPEATED_YEAR:
        return {"start_date": _("Ce qui se répète ne peut pas commencer avant 1950.")}
    if timetable.repeats_until and timetable.repeats_times:
        return {"repeats_times": _("Donnez un dernier jour ou un nombre de fois, pas les deux.")}
    if timetable.repeats_until and timetable.repeats_until < timetable.start_date:
        return {"repeats_until": _("La répétition finirait avant la première date.")}
    return {}


def _first_day_errors(timetable):
    start = timetable.start_date
    first = next(timetable.rule.days(start, start + _LONGEST_WAIT), None)
    if first is None:
        return {"repeats": _("Cette répétition ne donne aucune date.")}
    if first != start:
        said = _("Ce jour n’est pas de ceux qui se répètent. Le premier serait le %(day)s.")
        return {"start_date": said % {"day": say_date(first)}}
    return {}


def _emptiness_errors(timetable):
    before = max(horizon(), timetable.start_date + timedelta(days=366))
    if not timetable.schedule.days(before) and not timetable.added_dates:
        return {"exceptions": _("Avec ces pauses, il ne reste aucune date.")}
    return {}
