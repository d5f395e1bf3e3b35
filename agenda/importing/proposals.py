"""Proposal: what one event of a calendar file would be here, as values that JSON keeps."""

from dataclasses import dataclass, field

from agenda.models import EventPage


@dataclass(frozen=True)
class Proposal:
    """`fields` are those of EventPage (dict: name → JSON value). `said` is what one should know before choosing.

    `digest` changes when the file says something else, `when` when it says another time. `first` and `last` are ISO
    days, `last` empty where it goes on. With `refused`, a sentence, it cannot be brought, and has no fields. `line` is
    where it begins in the file.
    """

    uid: str
    line: int
    title: str
    digest: str = ""
    when: str = ""
    fields: dict = field(default_factory=dict)
    said: list = field(default_factory=list)
    first: str = ""
    last: str = ""
    refused: str = ""

    def is_over(self, today):
        """Whether its last day is before `today` (date)."""
        return bool(self.first and self.last and self.last < today.isoformat())

    def event(self, places=None):
        """An EventPage (unsaved) that says all this; `places` (dict: key → Place) saves a query."""
        event = EventPage()
        fill(event, self.fields)
        if places is not None:
            event.place = places.get(event.place_id)
        return event

    def as_json(self):
        return dict(vars(self))


def fill(event, fields):
    """Sets on an EventPage the fields of a Proposal (dict: name → JSON value)."""
    for name, value in fields.items():
        attribute = event._meta.get_field(name)
        setattr(event, attribute.attname, attribute.to_python(value))
