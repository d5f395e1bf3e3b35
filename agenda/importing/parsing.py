"""The lines of a calendar file made into components by icalendar (RFC 5545 §3.4 to §3.6), which says where it stops."""

from django.utils.translation import gettext as _
from icalendar.cal import ComponentFactory
from icalendar.parser.ical import ComponentIcalParser
from icalendar.prop import TypesFactory

from agenda.importing.calendar_text import UnreadableCalendar

#: VCALENDAR, VEVENT, VALARM: nothing is deeper.
_DEEPEST = 4


def parsed(lines, last):
    """The VCALENDARs (list of icalendar.Component) of `lines` (list of (number, Contentline)); `last` is the last line.

    Each component has its `line` in the file, the lines it is `written` with, and those of its properties that cannot
    be read, which it does not hold, in `broken` (dict: name → line). Raises UnreadableCalendar, with the line.
    """
    parser = _NumberedParser(lines)
    try:
        calendars = parser.parse()
    except UnreadableCalendar:
        raise
    except Exception as error:  # whatever a hostile line makes icalendar raise
        raise UnreadableCalendar(_("cette ligne n’a pas de sens dans un agenda."), line=parser.number) from error
    if parser.component is not None:
        said = _("le fichier s’arrête avant la fin : il manque END:%(name)s.")
        raise UnreadableCalendar(said % {"name": parser.component.name}, line=last)
    return calendars


class _NumberedParser(ComponentIcalParser):
    """icalendar's own, which also knows the `number` of the line it reads, and is stricter on what holds it all."""

    def __init__(self, lines):
        self.number = lines[0][0]
        self._lines = lines
        super().__init__([line for _number, line in lines], ComponentFactory(), TypesFactory.instance())

    def initialize_parsing(self):
        super().initialize_parsing()
        self._content_lines_iterator = self._numbered()

    def _numbered(self):
        for number, line in self._lines:
            self.number = number
            yield line

    def handle_line_parse_error(self, exception):
        raise exception

    def handle_property(self, name, params, vals, line):
        try:
            super().handle_property(name, params, vals, line)
        except OSError:  # a TZID that is the name of a folder, or too long for that of a file
            self.component.broken.setdefault(name, self.number)
        if name != "SEQUENCE":
            self.component.written.append(line)

    def handle_property_parse_error(self, exception, name, params, val, line):
        self.component.broken.setdefault(name, self.number)

    def handle_begin_component(self, vals):
        if len(self._stack) >= _DEEPEST:
            raise ValueError(vals)
        super().handle_begin_component(vals)
        self.component.line, self.component.broken, self.component.written = self.number, {}, []

    def handle_end_component(self, vals):
        """As icalendar's, which keeps the zones of a file for the files that come after."""
        if self.component is None or vals.upper() != self.component.name:
            raise UnreadableCalendar(_("END:%(name)s ferme ce qui n’est pas ouvert.") % {"name": vals}, self.number)
        closed = self._stack.pop()
        if self._stack:
            self._stack[-1].add_component(closed)
        else:
            self._components.append(closed)
