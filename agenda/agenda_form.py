"""The form that reads what an address asks of the agenda, beside what all lists are asked."""

from django import forms

from core.day_field import DayField
from core.filter_form import ContentFilterForm

#: What may be asked of the archive is read by the search: it cuts it again.
MOST_CHARACTERS = 200


class AgendaFilterForm(ContentFilterForm):
    du = DayField(required=False)
    au = DayField(required=False)
    q = forms.CharField(required=False)
    par = forms.SlugField(required=False, allow_unicode=True)

    def clean_q(self):
        return self.cleaned_data["q"][:MOST_CHARACTERS]

    @property
    def typed(self):
        return super().typed | {name: self._shown(name) for name in ("du", "au", "q")}

    def _shown(self, name):
        """A day as a field of days takes it, once it is understood; else what was typed."""
        day = self.cleaned_data.get(name)
        return day.isoformat() if hasattr(day, "isoformat") else self.data.get(name, "")[:MOST_CHARACTERS]
