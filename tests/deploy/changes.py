"""What members do to pages, by programs of their own, while readers look."""

import threading
import time

#: Seconds; one is promised, and a machine that does other things may take its time.
SOON = 2
_PAGE = """
import time
from articles.models import ArticlePage
from wagtail.models import PageViewRestriction
page = ArticlePage.objects.get(slug="{}")
"""
_THEN = "\nsaid = time.time()"
RENAMED = _PAGE + "page.title = '{}'; page.save_revision().publish()" + _THEN
WITHDRAWN = _PAGE + "page.unpublish()" + _THEN
PRIVATE = _PAGE + "PageViewRestriction.objects.create(page=page, restriction_type='login')" + _THEN


class Looking(threading.Thread):
    """Somebody who reads a page again and again: `seen` says what came when (list of moment asked, text)."""

    def __init__(self, visitor, path):
        super().__init__(daemon=True)
        self.visitor, self.path, self.seen, self._over = visitor, path, [], threading.Event()

    def run(self):
        while not self._over.is_set():
            asked = time.time()
            self.seen.append((asked, self.visitor.get(self.path).text))

    def stop(self):
        self._over.set()
        self.join()
        return self.seen


def last_seen(front, title, readers):
    """Renames a page while so many `readers` read it: when it was done, and when the old name was last asked for."""
    reading = [Looking(front.visitor(), "/reflexions/un-papier/") for _reader in range(readers)]
    for reader in reading:
        reader.start()
    time.sleep(1)
    committed = float(front.writes(RENAMED.format("un-papier", title)))
    time.sleep(SOON + 1)
    return committed, max(asked for reader in reading for asked, text in reader.stop() if title not in text)
