"""What is impossible in one date as it is typed. Pure."""

from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _

from core.calendar import A_NIGHT

_MIDNIGHT = datetime(2000, 1, 1)
_A_DAY = timedelta(days=1)


def slot_errors(slot):
    """What forbids a Slot (dict: name of one of its fields → French sentence); a draft may have no day yet."""
    errors = {}
    is_one_day = slot.end_day in (None, slot.day)
    if slot.day and slot.end_day and slot.end_day < slot.day:
        errors["end_day"] = _("Le dernier jour est avant le premier.")
    if slot.end_hour and not slot.hour:
        errors["hour"] = _("Donnez aussi l’heure du début.")
    elif slot.end_hour and is_one_day and slot.end_hour == slot.hour:
        errors["end_hour"] = _("C’est l’heure du début\xa0: laissez vide si l’on ne sait pas quand cela finit.")
    elif slot.end_hour and slot.end_day and is_one_day and slot.end_hour < slot.hour:
        errors["end_hour"] = _("La fin est avant le début. Si cela finit après minuit, laissez le dernier jour vide.")
    elif slot.end_hour and slot.end_day is None and _until_next(slot.hour, slot.end_hour) >= A_NIGHT:
        errors["end_hour"] = _("La fin est avant le début. Si cela finit le lendemain, donnez aussi le dernier jour.")
    return errors


def _until_next(hour: time, end_hour: time):
    """From an hour to the next time that a clock says the other one (timedelta)."""
    return (datetime.combine(_MIDNIGHT, end_hour) - datetime.combine(_MIDNIGHT, hour)) % _A_DAY
