"""Civil dates and times, as people type them, made into aware datetimes and into French."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

#: What begins in the evening and ends before is still of one day: a night lasts less.
A_NIGHT = timedelta(hours=18)


def scheduled(start_date, start_time=None, end_date=None, end_time=None, zone=""):
    """(start, end, all_day): aware datetimes in `zone` (IANA name; empty for the site's); `end` may be None.

    Whole days end at the midnight that follows the last one. A time of end without a date of end is
    of the same day, or of the next one when it is earlier than the start (« 20 h – 2 h »). One that is the hour of
    the start says nothing; what begins in an hour that the clock skips lasts as long as it says all the same.
    """
    if start_time is None:
        last = end_date or start_date
        return aware(start_date, time.min, zone), aware(last + timedelta(days=1), time.min, zone), True
    start = aware(start_date, start_time, zone)
    if end_time is None:
        if end_date is None or end_date == start_date:
            return start, None, False
        return start, aware(end_date + timedelta(days=1), time.min, zone), False
    last = end_date or start_date
    if last == start_date and end_time == start_time:
        return start, None, False
    if last == start_date and end_time < start_time:
        last += timedelta(days=1)
    end = aware(last, end_time, zone)
    if end.astimezone(UTC) <= start.astimezone(UTC):
        end = (start.astimezone(UTC) + (end - start)).astimezone(start.tzinfo)
    return start, end, False


def validate_civil_date(day):
    """Raises ValidationError outside the years 1000 to 2999: an agenda holds no other, nor do time zones."""
    if not 1000 <= day.year <= 2999:
        raise ValidationError(_("Cette année n’est pas possible."), code="impossible_year")


def aware(day, moment, zone=""):
    """The aware datetime of a civil `day` (date) and `moment` (time) in `zone` (IANA name; empty for the site's).

    An hour that a clock skips is counted from before the change, one that it says twice is the first
    (RFC 5545 §3.3.5).
    """
    return datetime.combine(day, moment, ZoneInfo(zone or settings.TIME_ZONE))


def is_said_once(moment):
    """Whether the clock neither skips the hour of `moment` (aware datetime) nor says it twice (PEP 495)."""
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()


def last_day_of(start, end, *, all_day):
    """The last civil day (date) of what goes from `start` to `end` (datetimes in its own zone; `end` may be None).

    A meeting that ends at two in the morning is of one evening.
    """
    if end is None or (not all_day and end - start < A_NIGHT):
        return start.date()
    return (end - timedelta(microseconds=1)).date()


def say_dates(start_date, start_time=None, end_date=None, end_time=None):
    """« samedi 23 avril 2022, 9 h 30 », « du 8 au 9 novembre 2018 » (str, with non-breaking spaces)."""
    if end_date and end_date != start_date:
        if (start_date.year, start_date.month) == (end_date.year, end_date.month):
            first = say_day_of_month(start_date)
        elif start_date.year == end_date.year:
            first = f"{say_day_of_month(start_date)}\xa0{date_format(start_date, 'F')}"
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
    return f"{say_day_of_month(day)}\xa0{date_format(day, 'F')}\xa0{day.year}"


def say_day_of_month(day):
    """« 1er », « 2 » (str)."""
    return "1er" if day.day == 1 else str(day.day)


def say_time(moment):
    """« 18 h 30 », « 9 h » (str)."""
    return f"{moment.hour}\xa0h" + (f"\xa0{moment.minute:02}" if moment.minute else "")


def say_month(day):
    """« décembre 2018 » (str), for what has no fixed day."""
    return f"{date_format(day, 'F')}\xa0{day.year}"
