"""What a member gives to bring a calendar in: a file, then a choice."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.importing.calendar_text import MOST_BYTES, UnreadableCalendar
from agenda.importing.preview import read_proposals


class CalendarFileForm(forms.Form):
    """Once valid, `cleaned_data["file"]` is a ReadFile."""

    file = forms.FileField(
        label=_("Fichier d’agenda (.ics)"),
        help_text=_("%(most)d Mo au plus.") % {"most": MOST_BYTES // 1024**2},
        widget=forms.FileInput(
            attrs={
                "accept": ".ics,.ical,text/calendar",
                # Wagtail ties its help to it, and not why it was refused.
                "aria-describedby": "id_file-errors id_file-helptext",
            }
        ),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide."),
        },
    )

    def clean_file(self):
        """Raises ValidationError, in the words of UnreadableCalendar, for a file that is refused."""
        given = self.cleaned_data["file"]
        try:
            # One byte more than is allowed says that there are too many.
            return read_proposals(given.read(MOST_BYTES + 1))
        except UnreadableCalendar as error:
            raise forms.ValidationError(str(error), code="unreadable") from error


class ChoiceForm(forms.Form):
    """Which of the events on one screen; `cleaned_data["chosen"]` are their numbers (list of int)."""

    chosen = forms.TypedMultipleChoiceField(
        coerce=int, required=False, error_messages={"invalid_choice": _("Cette liste a changé : choisissez à nouveau.")}
    )

    def __init__(self, *args, numbers, **kwargs):
        """`numbers` (iterable of int) are those that the screen shows."""
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(number, number) for number in numbers]
