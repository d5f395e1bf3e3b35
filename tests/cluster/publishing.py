"""How soon a page that is published by one node is seen by the other, and through nginx."""

import re
import time

from tests.cluster.reading import Going
from tests.cluster.writing import typed
from tools.outages.people import Visitor


class Looking(Going):
    """Somebody who reads `path` at `address` again and again: `seen` (list of moment of the answer, text)."""

    def __init__(self, address, path):
        super().__init__()
        self.visitor, self.path, self.seen = Visitor(address), path, []

    def do(self):
        answer = self.visitor.get(self.path)
        self.seen.append((time.monotonic(), answer.text))

    def seen_from(self, words):
        """The moment of the first answer with `words` that none without them follows (float), or infinity."""
        last = None
        for moment, text in self.seen:
            if words not in text:
                last = None
            elif last is None:
                last = moment
        return float("inf") if last is None else last


class Publication:
    """A page (`path`) that a member (`visitor`, who came in) publishes again under another title, at `screen`."""

    def __init__(self, visitor, screen, slug):
        self.visitor, self.screen, self.slug = visitor, screen, slug

    def seen_after(self, title, places, seconds):
        """Seconds (dict: name of `places` → list of float) from the answer to the publication to each that sees it.

        `places` (dict) are addresses by name, each with how many look there; they look for so many `seconds` after.
        """
        looking = [
            (name, Looking(address, f"/reflexions/{self.slug}/"))
            for name, (address, readers) in places.items()
            for _reader in range(readers)
        ]
        for _name, reader in looking:
            reader.start()
        opened = self.visitor.get(self.screen).text
        said = typed(opened, title=title, slug=self.slug) | {"action-publish": "action-publish"}
        answer = self.visitor.post(self.screen, said)
        published = time.monotonic()
        errors = re.findall(r'class="error-message">(.{,200})', answer.text, re.DOTALL)
        assert answer.status == 302, errors
        time.sleep(seconds)
        after = {name: [] for name in places}
        for name, reader in looking:
            reader.stop()
            after[name].append(reader.seen_from(title) - published)
        return after
