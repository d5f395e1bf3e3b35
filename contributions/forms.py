"""The forms of what people send: as few fields as make sense for each kind, then who signs and what may be done."""

from datetime import date, time

from django import forms
from django.utils.translation import gettext_lazy as _

from contributions.fields import HourField, LineField, LinkField, TextField
from contributions.signing import Consent, Licence, SignedBy
from core.day_field import DayField
from resources.models import ResourcePage

LONGEST_TEXT = 60_000
LONGEST_NOTE = 5_000


def text_field(label, *, longest=LONGEST_NOTE, rows=8, **options):
    widget = forms.Textarea(attrs={"rows": rows})
    return TextField(label=label, max_length=longest, widget=widget, **options)


class SendingForm(forms.Form):
    """What every kind asks at the end; each adds its own fields, which come first."""

    signed_by = forms.ChoiceField(
        label=_("Qui signe ?"), choices=SignedBy.choices, initial=SignedBy.NOBODY, widget=forms.RadioSelect
    )
    signature = LineField(
        label=_("Signature"),
        required=False,
        max_length=200,
        help_text=_("Exactement comme elle doit paraître. Vide si personne ne signe."),
    )
    email = forms.EmailField(
        label=_("Courriel"),
        required=False,
        help_text=_(
            "Facultatif, jamais publié : pour vous dire qu’il y a du nouveau, sans dire de quoi il s’agit. "
            "Sans lui, le code que vous recevrez suffit."
        ),
        error_messages={"invalid": _("Ce n’est pas une adresse de courriel : elle ressemble à nom@exemple.org.")},
    )
    consent = forms.ChoiceField(
        label=_("Qu’en faisons-nous ?"),
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites ce que nous pouvons en faire.")},
    )
    licence = forms.ChoiceField(
        label=_("Et les autres ?"),
        choices=Licence.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites ce que d’autres peuvent en faire.")},
    )
    #: Shown to nobody: only programs fill it.
    site_web = forms.CharField(label=_("Ne remplissez pas ce champ"), required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)
        self.order_fields([*self.own_names(), *SendingForm.base_fields])
        for name in self.own_names():
            self.fields[name].error_messages["required"] = _("Ce champ est nécessaire.")

    @property
    def own(self):
        """The fields of the kind alone (list of BoundField), in their order."""
        return [self[name] for name in self.own_names()]

    @classmethod
    def own_names(cls):
        return [name for name in cls.base_fields if name not in SendingForm.base_fields]

    def clean(self):
        said = super().clean()
        if said.get("signed_by") == SignedBy.NOBODY and said.get("signature"):
            self.add_error(
                "signature", _("Vous avez choisi que personne ne signe : videz ce champ, ou changez ce choix.")
            )
        elif said.get("signed_by") not in {None, SignedBy.NOBODY} and "signature" in said and not said["signature"]:
            self.add_error("signature", _("Écrivez la signature, ou choisissez que personne ne signe."))
        return said

    @property
    def answers(self):
        """What was typed in the fields of the kind (dict: name → str), once valid."""
        said = {name: self.cleaned_data[name] for name in self.own_names()}
        return {name: _as_text(value) for name, value in said.items() if value not in (None, "")}


def _as_text(value):
    return value.isoformat() if isinstance(value, date | time) else value


class TextForm(SendingForm):
    text = text_field(_("Votre texte"), longest=LONGEST_TEXT, rows=16)
    title = LineField(label=_("Titre"), required=False, max_length=255, help_text=_("S’il en a un."))


class TestimonyForm(SendingForm):
    text = text_field(_("Ce que vous avez vu, vécu, pensé"), longest=LONGEST_TEXT, rows=16)
    to_hide = text_field(
        _("Ce qui pourrait vous faire reconnaître, et qu’il faut changer"),
        rows=3,
        required=False,
        help_text=_("Une ville, une date, un métier rare, une phrase dite en réunion : nous le changerons avec vous."),
    )


class InitiativeForm(SendingForm):
    title = LineField(
        label=_("Son nom"), max_length=255, help_text=_("Le nom seul suffit : nous chercherons le reste.")
    )
    place = LineField(label=_("Où est-ce ?"), required=False, max_length=120)
    link = LinkField(label=_("Une adresse sur le web"), required=False)
    text = text_field(_("Ce que vous en savez, ce qui vous y plaît"), required=False, rows=6)


class AppealForm(SendingForm):
    title = LineField(label=_("Titre de l’appel"), max_length=255)
    text = text_field(_("Son texte"), longest=LONGEST_TEXT, rows=12)
    called_by = LineField(label=_("Qui appelle ?"), required=False, max_length=200)
    deadline = DayField(label=_("Jusqu’à quand ?"), required=False)
    link = LinkField(label=_("Une adresse sur le web"), required=False)


class EventForm(SendingForm):
    title = LineField(label=_("Titre"), max_length=255)
    day = DayField(label=_("Jour"))
    hour = HourField(
        label=_("Heure"), required=False, help_text=_("Par exemple 18 h 30. Vide si cela dure toute la journée.")
    )
    end_hour = HourField(label=_("Fin"), required=False)
    town = LineField(label=_("Ville"), required=False, max_length=120)
    venue = LineField(label=_("Salle ou adresse"), required=False, max_length=160)
    link = LinkField(label=_("Une adresse sur le web"), required=False)
    text = text_field(_("De quoi s’agit-il ?"), required=False, rows=6)


class WorkForm(SendingForm):
    sort = forms.ChoiceField(
        label=_("C’est…"),
        choices=[
            (kind.value, kind.label)
            for kind in (
                ResourcePage.Kind.BOOK,
                ResourcePage.Kind.FILM,
                ResourcePage.Kind.PODCAST,
                ResourcePage.Kind.MUSIC,
                ResourcePage.Kind.BOOKLET,
                ResourcePage.Kind.REVIEW,
            )
        ],
    )
    title = LineField(label=_("Titre"), max_length=255)
    creators = LineField(label=_("De qui ?"), required=False, max_length=240)
    link = LinkField(label=_("Où la trouver sur le web"), required=False)
    text = text_field(_("Pourquoi vous la conseillez"), required=False, rows=5)


class LinkForm(SendingForm):
    link = LinkField(label=_("L’adresse"))
    text = text_field(_("Pourquoi elle compte"), required=False, rows=4)


class RevoltForm(SendingForm):
    text = text_field(_("Ce qui vous révolte"), longest=LONGEST_TEXT, rows=10)
    link = LinkField(label=_("Une adresse qui en parle"), required=False)
