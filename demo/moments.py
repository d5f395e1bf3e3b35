"""Dates of the example, told from today so that its agenda never grows old. Pure."""

from datetime import date, timedelta

WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


def resolved(when, today):
    """A date from what the contents say (date or None).

    `when` is a date, kept; a number of days from `today`; or a weekday and a number of weeks:
    ("samedi", 2) is the Saturday of the week after next.
    """
    if when is None or isinstance(when, date):
        return when
    if isinstance(when, int):
        return today + timedelta(days=when)
    weekday, weeks = when
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=weeks, days=WEEKDAYS.index(weekday))
