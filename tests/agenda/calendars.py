"""Calendar files, written as other programs write them."""

from itertools import count

from agenda.importing.preview import read_proposals

_numbers = count(1)


def vevent(*lines, uid=None, title="Débat public", start="20270105T183000", end="20270105T200000", zone="Europe/Paris"):
    """The lines (list of str) of a VEVENT; `lines` are added, and stand for its moments where they give a DTSTART."""
    begins = any(line.startswith("DTSTART") for line in lines)
    moments = [] if begins else [f"DTSTART;TZID={zone}:{start}", *([f"DTEND;TZID={zone}:{end}"] if end else [])]
    uid = uid or f"{next(_numbers)}@ailleurs.example"
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260101T000000Z",
        f"SUMMARY:{title}",
        *moments,
        *lines,
        "END:VEVENT",
    ]


def calendar(*events, head=()):
    """A file (bytes) of `events` (lists of str); `head` are lines of the calendar itself."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ailleurs//FR", *head]
    return "".join(
        f"{line}\r\n" for line in [*lines, *(line for event in events for line in event), "END:VCALENDAR"]
    ).encode()


def proposals(*events, head=()):
    return read_proposals(calendar(*events, head=head)).proposals


def proposal(*lines, head=(), **fields):
    """What a file of one event gives (Proposal)."""
    [found] = proposals(vevent(*lines, **fields), head=head)
    return found
