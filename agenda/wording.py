"""How one says a repetition in French: « un jeudi sur deux à 18 h 30, jusqu’au 25 juin, sauf en août »."""

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.recurrence import LAST, MONTHLY_DATE, MONTHLY_WEEKDAY, WEEKLY
from core.calendar import say_date, say_dates, say_day_of_month, say_time


def say_schedule(schedule):
    """A Schedule in words (str, lower case, non-breaking spaces); empty unless it repeats."""
    if schedule.rule is None:
        return ""
    _days, idle = schedule.strays()
    left_out = [*_months_off(schedule.rule), *(_pause(pause) for pause in schedule.pauses if pause not in idle)]
    return say_rhythm(schedule) + (_(", sauf %(when)s") % {"when": _listed(left_out)} if left_out else "")


def say_rhythm(schedule):
    """As say_schedule, without what is left out: « chaque jeudi à 18 h 30, jusqu’au 25 juin 2027 » (str)."""
    first, rule = schedule.first, schedule.rule
    said = say_rule(rule, first.day)
    if first.hour:
        said += _(" à %(hour)s") % {"hour": say_time(first.hour)}
    if rule.until:
        said += _(", jusqu’au %(day)s") % {"day": say_date(rule.until)}
    elif rule.times:
        said += ngettext(", %(number)d fois", ", %(number)d fois", rule.times) % {"number": rule.times}
    return said


def say_rule(rule, first):
    """A Rule from its `first` day (date) on, without its hours nor its end: « le 2e jeudi de chaque mois » (str)."""
    if rule.frequency == WEEKLY:
        return _weekly(rule, first)
    if rule.frequency == MONTHLY_DATE:
        return _monthly(rule, _the_day(first))
    if rule.frequency == MONTHLY_WEEKDAY:
        return _monthly(rule, _weekday_of_month(rule, first))
    month = str(MONTHS[first.month])
    of_month = _("d’%(month)s") if month[0] in "aeiou" else _("de %(month)s")
    when = (
        f"{_weekday_of_month(rule, first)} {of_month % {'month': month}}"
        if rule.ranks
        else f"{_the_day(first)}\xa0{month}"
    )
    if rule.interval == 1:
        return _("chaque année, %(when)s") % {"when": when}
    return _("tous les %(number)d ans, %(when)s") % {"number": rule.interval, "when": when}


def _weekly(rule, first):
    weekdays = [str(WEEKDAYS[weekday]) for weekday in rule.weekdays_from(first)]
    if len(weekdays) == 1 and rule.interval <= 2:
        return (_("chaque %(day)s") if rule.interval == 1 else _("un %(day)s sur deux")) % {"day": weekdays[0]}
    the_days = [_("le %(day)s") % {"day": day} for day in weekdays]
    days = _("tous les jours") if len(weekdays) == len(WEEKDAYS) else _listed(the_days)
    return days if rule.interval == 1 else _("%(days)s, %(weeks)s") % {"days": days, "weeks": _weeks(rule)}


def _weeks(rule):
    if rule.interval == 2:
        return _("une semaine sur deux")
    return _("toutes les %(number)d semaines") % {"number": rule.interval}


def _monthly(rule, when):
    if rule.interval == 1:
        return _("%(when)s de chaque mois") % {"when": when}
    if rule.interval == 2:
        return _("%(when)s, un mois sur deux") % {"when": when}
    return _("%(when)s, tous les %(number)d mois") % {"when": when, "number": rule.interval}


def _the_day(day):
    return _("le %(day)s") % {"day": say_day_of_month(day)}


def _weekday_of_month(rule, first):
    """« le 2e jeudi », « le 1er et le 3e mardi », « le dernier samedi »."""
    weekdays = _listed([str(WEEKDAYS[weekday]) for weekday in rule.weekdays_from(first)])
    ranks = _listed([_("le %(rank)s") % {"rank": _rank(rank)} for rank in rule.ranks_from(first)])
    return f"{ranks} {weekdays}"


def _rank(rank):
    return _("dernier") if rank == LAST else {1: _("1er")}.get(rank, _("%(rank)de") % {"rank": rank})


def _months_off(rule):
    if not rule.months_off:
        return []
    months = [str(MONTHS[month]) for month in sorted(rule.months_off)]
    return [_("en %(months)s") % {"months": _listed(months)}]


def _pause(pause):
    if pause.name:
        return _("pendant %(name)s") % {"name": pause.name}
    if pause.first == pause.last:
        return _("le %(day)s") % {"day": say_date(pause.first)}
    return say_dates(pause.first, end_date=pause.last)


def _listed(parts):
    """« lundi », « lundi et mardi », « lundi, mardi et jeudi »."""
    *others, last = parts
    return _("%(others)s et %(last)s") % {"others": ", ".join(others), "last": last} if others else last
