"""The field of a form for several files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.files.types import Family, accept_attribute


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.Field):
    """Shows the field; what it brings is read by contributions.files.received, which says what is refused.

    `families` (of Family) are those that a browser offers; every type of the table is taken all the same.
    """

    def __init__(self, *, families=tuple(Family), is_needed=False, **options):
        self.is_needed = is_needed
        widget = SeveralFilesInput(attrs={"accept": accept_attribute(families)})
        help_text = _("Photos, sons, vidéos ou documents, plusieurs si besoin.")
        super().__init__(required=False, widget=widget, **{"help_text": help_text} | options)

    def clean(self, value):
        return None


class WithFiles:
    """A form that has a FilesField, called `attachments`."""

    def take_note_of(self, received):
        """Says beside their field what was refused of the files (contributions.files.received.Received)."""
        self.errors  # noqa: B018 -- nothing is added to a form before it is read
        if self.fields["attachments"].is_needed and not received.files and not received.refusals:
            self.add_error("attachments", _("Joignez au moins un fichier."))
        for refusal in received.refusals:
            self.add_error("attachments", refusal)
