"""What is alike in everything that anybody may send: an address to answer, a trap for programs, plain answers."""

from datetime import date, time

from django import forms
from django.utils.translation import gettext_lazy as _


class PublicForm(forms.Form):
    """A form without an account; each adds its own fields, which come first, then those that `end` names."""

    #: Fields that every form of its sort has, in their order: they are no answer.
    end = ("email", "site_web")
    #: To whom it is mailed (str, an identifier of contributions.recipients): nobody, but for a message.
    chosen = ""

    email = forms.EmailField(
        label=_("Courriel"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Ce n’est pas une adresse de courriel : elle ressemble à nom@exemple.org.")},
    )
    #: Shown to nobody: only programs fill it.
    site_web = forms.CharField(label=_("Ne remplissez pas ce champ"), required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)
        self.order_fields([*self.own_names(), *self.end])
        for name in self.own_names():
            self.fields[name].error_messages["required"] = _("Ce champ est nécessaire.")

    @property
    def own(self):
        """The fields of the kind alone (list of BoundField), in their order."""
        return [self[name] for name in self.own_names()]

    def own_names(self):
        return [name for name in self.fields if name not in self.end]

    @property
    def answers(self):
        """What was typed in the fields of the kind (dict: name → str), once valid."""
        said = {name: self.cleaned_data[name] for name in self.own_names()}
        return {name: _as_text(value) for name, value in said.items() if value not in (None, "")}


def _as_text(value):
    return value.isoformat() if isinstance(value, date | time) else value
