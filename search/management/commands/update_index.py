"""`manage.py update_index`, as Wagtail's, with a bar that says how far it is.

What is already there stays found while the rest is written again: chunks are short, and members can save meanwhile.
"""

import time

from modelsearch.index import get_indexed_models
from wagtail.search.management.commands.update_index import Command as UpdateIndex

from search.models import CatalogueVersion, ContentText, Word

#: Objects of one chunk: one transaction on SQLite, where nobody else writes during it.
CHUNK_SIZE = 200
BAR_WIDTH = 30


class Command(UpdateIndex):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(chunk_size=CHUNK_SIZE)

    def handle(self, **options):
        self._done, self._started = 0, time.monotonic()
        self._total = sum(model.get_indexed_objects().count() for model in get_indexed_models())
        # The words of the site are counted again as its contents are.
        if not options["schema_only"]:
            Word.objects.all().delete()
            self._forget_words_of_texts()
        super().handle(**options)
        CatalogueVersion.change()

    @staticmethod
    def _forget_words_of_texts():
        """By few at once: SQLite writes each text again, and members save meanwhile."""
        keys = list(ContentText.objects.values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK_SIZE):
            ContentText.objects.filter(pk__in=keys[start : start + CHUNK_SIZE]).update(words="")

    def print_iter_progress(self, iterable):
        for chunk in iterable:
            yield chunk
            self._done += len(chunk)
            self._show()

    def _show(self):
        share = min(1, self._done / max(1, self._total))
        bar = "█" * round(share * BAR_WIDTH)
        left = (time.monotonic() - self._started) * (1 - share) / share
        ending = "" if self.stdout.isatty() else "\n"
        start = "\r" if self.stdout.isatty() else ""
        self.write(f"{start}  {bar:░<{BAR_WIDTH}} {self._done} / {self._total}, reste {left:.0f} s ", ending=ending)
        self.stdout.flush()
