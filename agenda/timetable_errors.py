"""What forbids to publish a timetable, in sentences that help."""

from datetime import timedelta

from django.utils.translation import gettext as _

from agenda.horizon import horizon
from agenda.recurrence import YEARLY
from agenda.slot_errors import slot_errors
from core.calendar import say_date, say_dates
from core.time_zones import zone_of

#: A rule that began before counts thousands of dates that nobody looks for.
FIRST_REPEATED_YEAR = 1950
#: Days in which any rule gives its first date: a 29 February may be eight years away.
_LONGEST_WAIT = timedelta(days=366 * 8)


def timetable_errors(timetable):
    """What is wrong with a Timetable (dict: field name → French sentence); nothing as long as it has no first day."""
    if not timetable.start_date:
        return {}
    usual = timetable.schedule.first
    errors = {_FIELDS[name]: sentence for name, sentence in slot_errors(usual).items()}
    if not timetable.zone and not zone_of(timetable.place):
        errors["zone"] = _("Ce pays vit à plusieurs heures : dites à laquelle.")
    if timetable.state != timetable.State.CONFIRMED and not timetable.state_reason:
        errors["state_reason"] = _("Dites en quelques mots pourquoi, ou donnez la nouvelle date.")
    if errors:
        return errors
    if not timetable.is_repeated:
        return _needless_errors(timetable)
    errors = _moved_errors(timetable, usual)
    if errors or not timetable.rule:
        return errors
    return (
        _end_errors(timetable)
        or _weekday_errors(timetable)
        or _first_day_errors(timetable)
        or _emptiness_errors(timetable)
    )


#: The field of an event that holds each part of its first date.
_FIELDS = {"day": "start_date", "hour": "start_time", "end_day": "end_date", "end_hour": "end_time"}


def _needless_errors(timetable):
    """What takes place once is changed itself: nobody would find the date that an exception says on its page."""
    kinds = {block.block_type for block in timetable.exceptions}
    instead = {
        "cancelled": _("pour l’annuler, changez «\xa0État\xa0»"),
        "moved": _("pour le déplacer, changez «\xa0Jour\xa0», «\xa0Heure\xa0» ou «\xa0Lieu\xa0»"),
        "noted": _("pour ajouter un mot, écrivez-le dans le résumé"),
        "pause": _("une pause n’y change rien"),
    }
    said = [sentence for kind, sentence in instead.items() if kind in kinds]
    once = _("Ce rendez-vous n’a qu’une date\xa0: %(instead)s.")
    return {"exceptions": once % {"instead": ", ".join(said)}} if said else {}


def _moved_errors(timetable, usual):
    """What is impossible in a moved date, some of whose hours are those of the others (`usual`, Slot)."""
    for block in timetable.exceptions:
        moved = block.value
        if block.block_type != "moved" or not (moved.get("day") and moved.get("to_day")):
            continue
        slot = usual.on(moved["to_day"]).at(moved.get("hour"), moved.get("end_hour"))
        for sentence in slot_errors(slot).values():
            return {"exceptions": f"{say_dates(moved['day']).capitalize()}\xa0: {sentence}"}
    return {}


def _weekday_errors(timetable):
    if timetable.repeats == YEARLY and timetable.weekdays and not timetable.ranks:
        return {"ranks": _("Dites aussi lequel du mois, ou décochez les jours de la semaine.")}
    return {}


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
