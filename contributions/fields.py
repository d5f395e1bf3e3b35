"""Fields of forms for people in a hurry, on a phone, who paste from anywhere."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.french import readable

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BLANK_LINES = re.compile(r"\n{3,}")
#: What pages hold.
LONGEST_LINK = 200
#: Of an hour without its spaces.
_HOUR = re.compile(r"(\d{1,2})(?:h|heures?|:|\.)?(\d{2})?(?:min|minutes)?", re.IGNORECASE)
_LONGEST_HOUR = 20


class LineField(forms.CharField):
    """One line of plain text."""

    def to_python(self, value):
        text = " ".join(_CONTROLS.sub(" ", readable(super().to_python(value))).split())
        return text or self.empty_value


class TextField(forms.CharField):
    """Several lines of plain text: what does not print is left out, paragraphs stay."""

    widget = forms.Textarea

    def to_python(self, value):
        text = super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")
        text = _CONTROLS.sub(" ", readable(text))
        return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()


class LinkField(forms.URLField):
    """An address of the web, as one copies it or types it: « framasoft.org » too."""

    def __init__(self, **options):
        super().__init__(assume_scheme="https", max_length=LONGEST_LINK, **options)
        self.error_messages["invalid"] = _(
            "Ce n’est pas une adresse de site : elle ressemble à https://exemple.org/page."
        )
        # A browser would refuse « framasoft.org » before anybody can help.
        self.widget = forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "off", "spellcheck": "false"})


class HourField(forms.Field):
    """A civil hour (datetime.time), as one writes it: « 18 h 30 », « 18h », « 18:30 »."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})

    def to_python(self, value):
        text = "".join((value or "").split())
        if not text:
            return None
        found = _HOUR.fullmatch(text) if len(text) <= _LONGEST_HOUR else None
        try:
            return time(int(found[1]), int(found[2] or 0))
        except (TypeError, ValueError) as error:
            raise ValidationError(_("Écrivez une heure, par exemple 18 h 30."), code="invalid") from error
