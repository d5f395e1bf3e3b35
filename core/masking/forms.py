"""What is typed, or drawn, on the screen where faces are masked: boxes in percent of the photo."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.masking.masks import Mask, Outline, Style

#: A crowd; more is a mistake, or an attack.
MOST_MASKS = 50
#: Rows offered to whoever has no script.
_EMPTY_ROWS = 4
_OUTLINES = ((Outline.ELLIPSE, _("ovale")), (Outline.RECTANGLE, _("rectangle")))
_STYLES = (
    (Style.FILLED, _("recouvrir de noir")),
    (Style.PIXELATED, _("brouiller en gros carrés")),
)


class StyleForm(forms.Form):
    """How masks are painted, and the file (name) that the screen shows."""

    style = forms.ChoiceField(
        label=_("Comment masquer"), choices=_STYLES, initial=Style.FILLED, widget=forms.RadioSelect, label_suffix=""
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=255)


def _percent(label, **options):
    errors = {
        "required": _("Complétez cette ligne, ou videz-la."),
        "invalid": _("Écrivez un nombre."),
        "min_value": _("Un nombre plus grand, entre 0 et 100."),
        "max_value": _("Un nombre plus petit, entre 0 et 100."),
    }
    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.FloatField(label=label, max_value=100, error_messages=errors, widget=widget, **options)


class MaskForm(forms.Form):
    """One mask, in percent of the width and height of the photo as it is shown."""

    outline = forms.ChoiceField(label=_("Forme"), choices=_OUTLINES, initial=Outline.ELLIPSE)
    left = _percent(_("Du bord gauche"), min_value=0)
    top = _percent(_("Du haut"), min_value=0)
    width = _percent(_("Largeur"), min_value=0.1)
    height = _percent(_("Hauteur"), min_value=0.1)

    def clean(self):
        said = super().clean()
        if said.get("left", 0) >= 100 or said.get("top", 0) >= 100:
            raise ValidationError(_("Ce masque est hors de la photo."))
        return said

    @property
    def mask(self):
        """What was drawn (Mask), once valid; what goes over an edge of the photo stops there."""
        said = self.cleaned_data
        left, top = said["left"] / 100, said["top"] / 100
        width, height = min(said["width"] / 100, 1 - left), min(said["height"] / 100, 1 - top)
        return Mask(Outline(said["outline"]), left, top, width, height)


class _Masks(forms.BaseFormSet):
    default_error_messages = {
        "too_many_forms": _("%(num)d masques au plus à la fois\u00a0: appliquez ceux-ci, puis recommencez."),
    }

    def clean(self):
        if not any(self.errors) and not self.masks:
            raise ValidationError(_("Dessinez au moins un masque."), code="no_mask")

    @property
    def masks(self):
        """What was drawn (list of Mask), once valid."""
        return [form.mask for form in self.forms if form.has_changed() and form.is_valid()]


MaskFormSet = forms.formset_factory(
    MaskForm,
    formset=_Masks,
    extra=_EMPTY_ROWS,
    max_num=MOST_MASKS,
    absolute_max=MOST_MASKS + 1,
    validate_max=True,
)
