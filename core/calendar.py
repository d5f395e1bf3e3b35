"""Civil dates and times, as people type them, made into aware datetimes and into French."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def scheduled(start_date, start_time=None, end_date=None, end_time=None):
    """(start, end, all_day): aware datetimes in the site's zone; `end` may be None.

    Whole days end at the midnight that follows the last one. A time of end without a date of end is
    of the same day, or of the next one when it is earlier than the start (« 20 h – 2 h »).
    """
    if start_time is None:
        last = end_date or start_date
        return _aware(start_date, time.min), _aware(last + timedelta(days=1), time.min), True
    start = _aware(start_date, start_time)
    if end_time is None:
        if end_date is None or end_date == start_date:
            return start, None, False
        return start, _aware(end_date + timedelta(days=1), time.min), False
    last = end_date or start_date
    if last == start_date and end_time < start_time:
        last += timedelta(days=1)
    return start, _aware(last, end_time), False


def validate_civil_date(day):
    """Raises ValidationError outside the years 1000 to 2999: an agenda holds no other, nor do time zones."""
    if not 1000 <= day.year <= 2999:
        raise ValidationError(_("Cette année n’est pas possible."), code="impossible_year")


def _aware(day, moment):
    return timezone.make_aware(datetime.combine(day, moment))


def say_dates(start_date, start_time=None, end_date=None, end_time=None):
    """« samedi 23 avril 2022, 9 h 30 », « du 8 au 9 novembre 2018 » (str, with non-breaking spaces)."""
    if end_date and end_date != start_date:
        if (start_date.year, start_date.month) == (end_date.year, end_date.month):
            first = _day(start_date)
        elif start_date.year == end_date.year:
            first = f"{_day(start_date)}\xa0{date_format(start_date, 'F')}"
        else:
            first = say_date(start_date)
        said = _("du %(first)s au %(last)s") % {"first": first, "last": say_date(end_date)}
    else:
        said = f"{date_format(start_date, 'l')} {say_date(start_date)}"
    if start_time:
        said += f", {say_time(start_time)}"
        if end_time:
            said += f"\xa0–\xa0{say_time(end_time)}"
    return said


def say_date(day):
    """« 1er mai 2026 » (str): French says « premier » for the first and only for it."""
    return f"{_day(day)}\xa0{date_format(day, 'F')}\xa0{day.year}"


def _day(day):
    return "1er" if day.day == 1 else str(day.day)


def say_time(moment):
    """« 18 h 30 », « 9 h » (str)."""
    return f"{moment.hour}\xa0h" + (f"\xa0{moment.minute:02}" if moment.minute else "")


def say_month(day):
    """« décembre 2018 » (str), for what has no fixed day."""
    return f"{date_format(day, 'F')}\xa0{day.year}"
