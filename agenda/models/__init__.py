"""Events, the agenda page, and the dates that lists show."""

from .agenda_page import AgendaPage
from .calendar_entry import CalendarEntry
from .event import EventPage
from .occurrence import Occurrence

__all__ = ["AgendaPage", "CalendarEntry", "EventPage", "Occurrence"]
