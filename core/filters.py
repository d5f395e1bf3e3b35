"""ContentFilter: the only reader of ?q= &theme= &lieu= &type= &annee= &page=."""

import re

from django import forms
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from core.french import printable
from core.models.place import Place
from core.models.theme import Theme

#: A search beyond this is cut, not refused (TRAPS 5).
MAX_QUERY_LENGTH = 200
MAX_QUERY_WORDS = 12
MAX_PAGE_NUMBER = 1_000_000


def searchable_words(text):
    """The words of what somebody typed (str), safe for any backend: no operator, no quote, no control character."""
    words = re.findall(r"\w+", printable(text[:MAX_QUERY_LENGTH]))
    return " ".join(words[:MAX_QUERY_WORDS])


class ContentFilterForm(forms.Form):
    """Reads the parameters of an address. A value that cannot be read is ignored, never an error page."""

    q = forms.CharField(label=_("Mots"), required=False, max_length=None)
    theme = forms.SlugField(label=_("Thème"), required=False)
    lieu = forms.SlugField(label=_("Lieu"), required=False)
    type = forms.SlugField(label=_("Sorte"), required=False)
    annee = forms.IntegerField(label=_("Année"), required=False, min_value=1000, max_value=2999)
    page = forms.IntegerField(required=False, min_value=1, max_value=MAX_PAGE_NUMBER)


class ContentFilter:
    """What an address asks of a list of contents.

    `parameters` is a QueryDict. `apply` narrows a ContentQuerySet; the search words are left to the
    caller, because only the search page ranks.
    """

    def __init__(self, parameters, sections=()):
        cleaned_parameters = {
            name: printable(parameters.get(name, ""))[:500].strip() for name in ContentFilterForm.base_fields
        }
        form = ContentFilterForm(cleaned_parameters)
        form.is_valid()
        self._read = form.cleaned_data
        self._sections = {model.section: model for model in sections}

    @property
    def words(self):
        return searchable_words(self._read.get("q") or "")

    @property
    def typed(self):
        """What the reader typed (str, cut), to show it again."""
        return (self._read.get("q") or "")[:MAX_QUERY_LENGTH]

    @property
    def page_number(self):
        return self._read.get("page") or 1

    @property
    def year(self):
        return self._read.get("annee")

    @property
    def section(self):
        """The page type named by `?type=` (model class or None)."""
        return self._sections.get(self._read.get("type"))

    @cached_property
    def theme(self):
        slug = self._read.get("theme")
        return Theme.objects.filter(slug=slug).first() if slug else None

    @cached_property
    def place(self):
        code = self._read.get("lieu")
        return Place.objects.filter(code=code).first() if code else None

    @property
    def is_active(self):
        return bool(self.words or self.theme or self.place or self.section or self.year)

    def apply(self, contents):
        """`contents` (ContentQuerySet) narrowed to what the address asks; an unknown theme or place asks nothing."""
        contents = self.apply_to_kind(contents)
        if self.place:
            contents = contents.located_in(self.place)
        if self.year:
            contents = contents.of_year(self.year)
        return contents

    def apply_to_kind(self, contents):
        """As `apply`, but for when and where: those belong to each date of the agenda, not to its content."""
        if self.theme:
            contents = contents.about([self.theme])
        if self.section:
            contents = contents.of_kinds([self.section])
        return contents

    def address(self, **changes):
        """The query string (str, with its « ? ») of the same filter with `changes`; None removes a parameter."""
        values = {
            "q": self.typed,
            "type": self.section and self.section.section,
            "theme": self.theme and self.theme.slug,
            "lieu": self.place and self.place.code,
            "annee": self.year,
        }
        values.update(changes)
        return "?" + urlencode({name: value for name, value in values.items() if value})
