"""NumbersField: a few numbers among some, ticked in a form: weekdays, months."""

from django import forms
from django.db import models
from django.utils.text import capfirst


class NumbersField(models.CharField):
    """A tuple of int, kept as « 0,3 ». `options` ((number, label) pairs) are what its form offers."""

    def __init__(self, *args, options=(), **kwargs):
        self.options = options
        super().__init__(*args, **{"max_length": 60, "blank": True, "default": (), **kwargs})

    def deconstruct(self):
        """Without `options`: labels are no matter of the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "core.numbers_field.NumbersField", args, kwargs

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            value = value.split(",") if value else ()
        return tuple(int(number) for number in value or ())

    def get_prep_value(self, value):
        return ",".join(str(number) for number in self.to_python(value))

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        """The form accepts nothing but its options."""

    def run_validators(self, value):
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            **{
                "label": capfirst(self.verbose_name),
                "help_text": self.help_text,
                "required": False,
                "choices": self.options,
                "coerce": int,
                "widget": forms.CheckboxSelectMultiple,
                **{name: value for name, value in kwargs.items() if name == "widget"},
            }
        )
