"""Months as one walks through them. Pure: civil days only."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Month:
    """`first` is its first day."""

    first: date

    @classmethod
    def of(cls, year, month):
        """The Month, or None for one that no agenda holds."""
        return cls(date(year, month, 1)) if 1000 <= year < 3000 and 1 <= month <= 12 else None

    @property
    def last(self):
        return self.next.first - timedelta(days=1)

    @property
    def next(self):
        return Month((self.first + timedelta(days=31)).replace(day=1))

    @property
    def previous(self):
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def weeks(self):
        """Its weeks, from Monday to Sunday (list of lists of seven dates, those of the months around it included)."""
        return Calendar().monthdatescalendar(self.first.year, self.first.month)

    def holds(self, day):
        return (day.year, day.month) == (self.first.year, self.first.month)
