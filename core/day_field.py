"""A civil day as people type it, or as a browser's own field gives it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.calendar import validate_civil_date


class DayField(forms.DateField):
    """A date: « 2026-12-25 », « 25/12/2026 », « 25-12-2026 », « 25.12.2026 »."""

    default_error_messages = {"invalid": _("Écrivez un jour, par exemple 25/12/2026.")}
    default_validators = [validate_civil_date]

    def __init__(self, **options):
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"], **options)
