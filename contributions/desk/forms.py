"""What a moderator writes beside a gesture."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from contributions.fields import TextField
from contributions.forms import LONGEST_NOTE

_MAY_ACT = "contributions.change_contribution"
_REQUIRED = {"required": _("Écrivez quelque chose\u00a0: la personne le lira avec son code.")}


def _words(label, *, required=True, rows=5):
    widget = forms.Textarea(attrs={"rows": rows})
    return TextField(label=label, max_length=LONGEST_NOTE, required=required, widget=widget, error_messages=_REQUIRED)


class GestureForm(forms.Form):
    """A gesture that needs no word."""

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)


class AskForm(GestureForm):
    text = _words(_("Votre question"))


class DeclineForm(GestureForm):
    text = _words(_("Pourquoi"))
    point = forms.ChoiceField(label=_("Point de la charte"), required=False)

    def __init__(self, *args, points, **options):
        super().__init__(*args, **options)
        self.fields["point"].choices = [("", _("aucun en particulier")), *points]


class AcceptForm(GestureForm):
    text = _words(_("Un mot pour la personne"), required=False, rows=3)
    submit = forms.BooleanField(label=_("Envoyer aussitôt le brouillon en relecture"), required=False, initial=True)


class HandOverForm(GestureForm):
    to = forms.ModelChoiceField(
        label=_("À qui"), queryset=None, empty_label=None, error_messages={"required": _("Choisissez quelqu’un.")}
    )

    def __init__(self, *args, moderators, **options):
        super().__init__(*args, **options)
        self.fields["to"].queryset = moderators


def moderators():
    """Who may see to contributions (QuerySet of Member), by name."""
    members = get_user_model().objects
    found = members.with_perm(_MAY_ACT, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend")
    return found.order_by("display_name", "username")
