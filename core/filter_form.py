"""The form that reads the parameters of a list: whatever is in an address becomes plain values or nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.french import printable
from core.page_cache.parameters import note_read

#: What one parameter may weigh, in characters.
MAX_VALUE_LENGTH = 500
MAX_PAGE_NUMBER = 1_000_000
#: The names of the parameters whose fields are typed, and how many characters of them are shown again.
TYPED = {"lieu": 120, "annee": 20}

UNREADABLE_YEAR = _("Écrivez une année en quatre chiffres, par exemple 1975.")


class ContentFilterForm(forms.Form):
    """Reads what all lists share; `own` (list of str) names the parameters of one list alone.

    Of the shared fields, those that are not among `common` (names) are left unread.
    """

    theme = forms.SlugField(required=False)
    lieu = forms.CharField(required=False)
    annee = forms.IntegerField(
        required=False,
        min_value=1000,
        max_value=2999,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], UNREADABLE_YEAR),
    )
    tri = forms.SlugField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MAX_PAGE_NUMBER)

    def __init__(self, parameters, common, own=()):
        names = [*common, *own, "tri", "page"]
        note_read(parameters, names)
        super().__init__({name: printable(parameters.get(name, ""))[:MAX_VALUE_LENGTH].strip() for name in names})
        for name in own:
            self.fields[name] = forms.SlugField(required=False, allow_unicode=True)

    @property
    def typed(self):
        """What somebody typed (dict: parameter → str, cut), to show it again."""
        return {name: self.data.get(name, "")[:length] for name, length in TYPED.items()}
