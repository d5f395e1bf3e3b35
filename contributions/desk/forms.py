"""What a moderator writes beside a gesture."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from contributions.desk.answers import NAMES_A_POINT
from contributions.desk.screens import MAY_ACT
from contributions.fields import TextField
from contributions.forms import LONGEST_NOTE
from core.models import People

_REQUIRED = {"required": _("Écrivez quelque chose\u00a0: la personne le lira avec son code.")}


def _words(label, *, required=True, rows=5):
    widget = forms.Textarea(attrs={"rows": rows})
    return TextField(label=label, max_length=LONGEST_NOTE, required=required, widget=widget, error_messages=_REQUIRED)


class GestureForm(forms.Form):
    """A gesture that needs no word."""

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)


class PointedForm(GestureForm):
    """Words that may lead to a point of the charter (`points`: list of (anchor, heading))."""

    point = forms.ChoiceField(label=_("Point de la charte"), required=False)

    def __init__(self, *args, points, **options):
        super().__init__(*args, **options)
        self.fields["point"].choices = [("", _("aucun en particulier")), *points]
        self.order_fields(["text", "point"])


class AskForm(PointedForm):
    text = _words(_("Votre question"))


class AnswerForm(GestureForm):
    text = _words(_("Votre réponse"))


class CloseForm(GestureForm):
    text = _words(_("Un mot pour la personne"), required=False, rows=3)


class DeclineForm(PointedForm):
    text = _words(_("Pourquoi"))

    def clean(self):
        said = super().clean()
        if NAMES_A_POINT in said.get("text", "") and not said.get("point") and len(self.fields["point"].choices) > 1:
            self.add_error("point", _("Choisissez le point de la charte dont parle votre réponse."))
        return said


class AcceptForm(PointedForm):
    text = _words(_("Un mot pour la personne"), required=False, rows=3)
    submit = forms.BooleanField(label=_("Envoyer aussitôt le brouillon en relecture"), required=False, initial=True)

    def __init__(self, *args, images, **options):
        """`images` (of Attachment) may be described: readers who do not see them have nothing else (WCAG 1.1.1)."""
        super().__init__(*args, **options)
        self._images = images
        for image in images:
            self.fields[f"image_{image.pk}"] = forms.CharField(
                label=_("Ce que montre «\u00a0%(name)s\u00a0»") % {"name": image.label}, required=False, max_length=250
            )
        if images:
            self.fields["people"] = forms.ChoiceField(
                label=_("Personnes reconnaissables sur les images, d’après la réponse de qui envoie"),
                required=False,
                choices=[("", _("on ne sait pas")), *People.choices],
            )

    @property
    def descriptions(self):
        """What each image shows (dict: key of the Attachment → str), once valid."""
        return {image.pk: self.cleaned_data[f"image_{image.pk}"] for image in self._images}


class MemberField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return obj.get_full_name()


class HandOverForm(GestureForm):
    to = MemberField(
        label=_("À qui"), queryset=None, empty_label=None, error_messages={"required": _("Choisissez quelqu’un.")}
    )

    def __init__(self, *args, moderators, **options):
        super().__init__(*args, **options)
        self.fields["to"].queryset = moderators


def moderators():
    """Who may see to contributions (QuerySet of Member), by name."""
    members = get_user_model().objects
    found = members.with_perm(MAY_ACT, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend")
    return found.order_by("display_name", "username")
