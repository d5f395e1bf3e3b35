"""What is stored without what it said of whoever made it."""

import os
from contextlib import ExitStack
from functools import partial

from django.core.files import File
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core.files import doors
from core.files.told import in_words
from core.whole_files import kept_with_row


class Cleaned(models.Model):
    """A file of the library that `save` cleans, whatever door it came through; it keeps what was taken out of it."""

    #: Values of core.files.told.Told.
    removed = models.JSONField(_("retiré du fichier"), default=list, blank=True, editable=False)

    #: The fields that hold files.
    cleaned_fields = ("file",)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with kept_with_row(getattr(self, name) for name in self.cleaned_fields):
            super().save(*args, **kwargs)

    def told(self):
        """What its stored file still says (list of values of core.files.told.Told). Raises OSError where it is gone."""
        with self.file.open() as file:
            return doors.told(file)

    def come_in_again(self):
        """Cleans the stored files, as if they were brought now; those that were there are deleted.

        Raises ValidationError where one would be refused now, OSError where it is gone; nothing is changed then.
        """
        with ExitStack() as opened, transaction.atomic():
            for name in self.cleaned_fields:
                old = getattr(self, name)
                if old:
                    content = opened.enter_context(old.storage.open(old.name))
                    setattr(self, name, File(content, name=os.path.basename(old.name)))
                    transaction.on_commit(partial(old.storage.delete, old.name))
            self.save()

    @property
    def removed_line(self):
        """What was taken out of its file, as its editor is told (str, may be empty)."""
        return in_words(self.removed)
