"""What is stored without what it said of whoever made it."""

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
        """Its row and what the search knows of it are written together, once its files are stored."""
        with kept_with_row(self, *self.cleaned_fields):
            self.store()
            with transaction.atomic():
                super().save(*args, **kwargs)

    def store(self):
        """Cleans and stores the files that were brought, if any; it may take seconds, and nobody need wait meanwhile.

        Raises FileRefused or ValidationError.
        """
        for name in self.cleaned_fields:
            file = getattr(self, name)
            if file and not file._committed:
                self.store_file(name, file)

    def store_file(self, name, file):
        """Cleans then stores `file` (FieldFile), which was brought for the field called `name` (str)."""
        raise NotImplementedError

    def told(self):
        """What its stored file still says (list of values of core.files.told.Told). Raises OSError where it is gone."""
        with self.file.open() as file:
            return doors.told(file)

    @property
    def removed_line(self):
        """What was taken out of its file, as its editor is told (str, may be empty)."""
        return in_words(self.removed)
