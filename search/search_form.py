"""The form that reads the parameters of the search: several values to a facet, each plain or nothing."""

from django import forms

from core.filter_form import MAX_PAGE_NUMBER, MAX_VALUE_LENGTH
from core.french import printable
from core.page_cache.parameters import note_read

#: Values of one facet in one address.
MOST_VALUES = 12


class ManyField(forms.Field):
    """A list (of str) of what one parameter was given, without what is empty."""

    def clean(self, value):
        return [text for text in value if text]


class SearchForm(forms.Form):
    q = forms.CharField(required=False)
    type = ManyField(required=False)
    theme = ManyField(required=False)
    lieu = ManyField(required=False)
    annee = ManyField(required=False)
    ou = ManyField(required=False)
    quand = ManyField(required=False)
    tri = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MAX_PAGE_NUMBER)

    def __init__(self, parameters):
        super().__init__()
        note_read(parameters, self.fields)
        self.is_bound = True
        self.data = {}
        for name, own in self.fields.items():
            values = [printable(value)[:MAX_VALUE_LENGTH].strip() for value in parameters.getlist(name)]
            values = list(dict.fromkeys(values))[:MOST_VALUES]
            self.data[name] = values if isinstance(own, ManyField) else (values[-1] if values else "")
        self.is_valid()
