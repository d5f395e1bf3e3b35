"""From the bytes of a calendar file to its content lines (RFC 5545 §3.1), each with its number in the file."""

import re

from django.utils.translation import gettext as _
from icalendar.parser import Contentlines

MOST_BYTES = 4 * 1024 * 1024
#: Lines of the file; a calendar of five thousand events has fewer.
MOST_LINES = 250_000
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")


class UnreadableCalendar(ValueError):
    """A file that is refused; its text is a French sentence that says why and, where there is one, on which `line`."""

    def __init__(self, said, line=None):
        self.line = line
        super().__init__(_("Ligne %(line)d : %(said)s") % {"line": line, "said": said} if line else said)


def text_of(data):
    """(text, said): the text (str, lines end with \\n) of a file (bytes), and what one should know of it (list of str).

    UTF-8 as RFC 5545 §3.1.4 wants it; else UTF-16 that says so, else what old Windows programs write.
    Raises UnreadableCalendar where it is empty, too heavy, or no text.
    """
    if len(data) > MOST_BYTES:
        said = _("Ce fichier est trop lourd : %(most)d Mo au plus. Exportez une période plus courte.")
        raise UnreadableCalendar(said % {"most": MOST_BYTES // 1024**2})
    text, said = _decoded(data)
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.count("\n") > MOST_LINES:
        raise UnreadableCalendar(_("Ce fichier a trop de lignes. Exportez une période plus courte."))
    return text, said


def numbered_lines(text):
    """The content lines of `text` (str, as text_of gives it), unfolded: list of (line of the file, Contentline).

    Raises UnreadableCalendar where it does not begin as a calendar does.
    """
    body = text.lstrip()
    before = text[: len(text) - len(body)].count("\n")
    if not re.match(r"BEGIN[ \t]*:[ \t]*VCALENDAR\b", body, re.IGNORECASE):
        raise UnreadableCalendar(
            _("ce n’est pas un fichier d’agenda : il devrait commencer par BEGIN:VCALENDAR."), line=before + 1
        )
    numbers = [
        number for number, line in enumerate(body.split("\n"), start=before + 1) if line and line[0] not in " \t"
    ]
    return list(zip(numbers, filter(None, Contentlines.from_ical(body)), strict=True))


def _decoded(data):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(data, "utf-16"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        said = _("Ce fichier n’est pas en UTF-8 : il a été lu comme du Windows-1252. Vérifiez les accents.")
        return _as(data, "cp1252"), [said]


def _as(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableCalendar(_("des signes illisibles : ce n’est pas du texte en UTF-8."), line=line) from error
