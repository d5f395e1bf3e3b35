"""Puts generated events in the database: their pages in bulk, their dates as a publication writes them."""

import json
from random import Random

from django.db import transaction
from django.utils import timezone

from agenda.rewriting import rewrite
from tools.bench.contents import SEED
from tools.bench.events import FOLLOWED, generate_events, generate_organisers
from tools.bench.limits import FOLLOWED_EVENTS
from tools.bench.loading import CHUNK, Shelf, insert


@transaction.atomic
def load_events(number, only_followed=False):
    """Adds the first `number` generated events under the agenda of the site (open_site), and who organises them.

    `only_followed` keeps those that a calendar follows, the very same. Minutes, for thousands.
    """
    shelf = EventShelf()
    shelf.organisers = {content.number: shelf.page(content) for content in generate_organisers(number)}
    insert(list(shelf.organisers.values()))
    events = list(generate_events(number, timezone.localdate(), FOLLOWED_EVENTS))
    events = [event for event in events if not only_followed or FOLLOWED in event.themes]
    Random(SEED).shuffle(events)  # noqa: S311 -- what is asked together is not written together
    while events:
        chunk, events = [shelf.page(event) for event in events[:CHUNK]], events[CHUNK:]
        insert(chunk)
        for page in chunk:
            rewrite(page)
    shelf.close()


class EventShelf(Shelf):
    """`organisers` (dict: number of a Content → its page)."""

    organisers = {}

    def __init__(self):
        super().__init__()
        self.themes[FOLLOWED] = self._theme(FOLLOWED, "Suivi", "Ce qu’un agenda suit.")

    def _own(self, content):
        if content.kind != "event":
            return super()._own(content)
        said = {name: json.dumps(value) if isinstance(value, list) else value for name, value in content.said.items()}
        return said | {"organiser": self.organisers.get(content.organiser)}
