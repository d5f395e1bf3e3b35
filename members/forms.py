"""What a member writes with a gesture of the review."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ObjectionForm(forms.Form):
    """An objection without a reason helps nobody: the reason is required."""

    comment = forms.CharField(
        label=_("Votre raison"),
        help_text=_("L’auteur·rice la recevra par courriel, et elle restera dans l’historique de la page."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class QuestionForm(forms.Form):
    comment = forms.CharField(
        label=_("Ce qui bloque"),
        help_text=_("La modération recevra ces lignes par courriel et décidera de publier ou non."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class AgreementForm(forms.Form):
    comment = forms.CharField(
        label=_("Un mot, si vous voulez"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=4000
    )
