"""Events, the agenda page, and the dates that lists show."""

from .agenda_page import AgendaPage
from .calendar_entry import CalendarEntry
from .calendar_import import CalendarImport
from .event import EventPage
from .imported_event import ImportedEvent
from .occurrence import Occurrence

__all__ = ["AgendaPage", "CalendarEntry", "CalendarImport", "EventPage", "ImportedEvent", "Occurrence"]
