"""The forms of what people send: as few fields as make sense for each kind, then who signs and what may be done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contributions.fields import HourField, LineField, LinkField, TextField
from contributions.files.fields import FilesField, WithFiles
from contributions.public_form import PublicForm
from contributions.signing import LICENCES, Consent, SignedBy
from core.day_field import DayField
from core.files.types import Family
from resources.models import ResourcePage

LONGEST_TEXT = 60_000
LONGEST_NOTE = 5_000


def text_field(label, *, longest=LONGEST_NOTE, rows=8, **options):
    widget = forms.Textarea(attrs={"rows": rows})
    return TextField(label=label, max_length=longest, widget=widget, **options)


def recognisable_field(question, **options):
    return text_field(
        question,
        rows=3,
        **options,
        help_text=_("Un visage, une voix, un lieu, un badge. Nous floutons ou coupons si vous le demandez."),
    )


#: Of a form that may come with photos, and need not.
_ON_PHOTOS = _("Si vous joignez des photos ou un enregistrement\u00a0: qui y est reconnaissable, et d’accord\u202f?")


class SendingForm(WithFiles, PublicForm):
    """What every kind that may be published asks at the end: who signs, and what may be done with it."""

    end = ("attachments", "signed_by", "signature", "email", "consent", "licence", "site_web")

    attachments = FilesField(label=_("Fichiers"))
    signed_by = forms.ChoiceField(
        label=_("Qui signe ?"), choices=SignedBy.choices, initial=SignedBy.NOBODY, widget=forms.RadioSelect
    )
    signature = LineField(
        label=_("Signature"),
        required=False,
        max_length=200,
        help_text=_("Exactement comme elle doit paraître. Vide si personne ne signe."),
    )
    consent = forms.ChoiceField(
        label=_("Qu’en faisons-nous ?"),
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites ce que nous pouvons en faire.")},
    )
    licence = forms.ChoiceField(
        label=_("Et les autres ?"),
        choices=LICENCES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites ce que d’autres peuvent en faire.")},
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["email"].help_text = _(
            "Facultatif, jamais publié : pour vous dire qu’il y a du nouveau, sans dire de quoi il s’agit. "
            "Sans lui, le code que vous recevrez suffit."
        )

    def clean(self):
        said = super().clean()
        if said.get("signed_by") == SignedBy.NOBODY and said.get("signature"):
            self.add_error(
                "signature", _("Vous avez choisi que personne ne signe : videz ce champ, ou changez ce choix.")
            )
        elif said.get("signed_by") not in {None, SignedBy.NOBODY} and "signature" in said and not said["signature"]:
            self.add_error("signature", _("Écrivez la signature, ou choisissez que personne ne signe."))
        return said


class TextForm(SendingForm):
    text = text_field(_("Votre texte"), longest=LONGEST_TEXT, rows=16)
    title = LineField(label=_("Titre"), required=False, max_length=255, help_text=_("S’il en a un."))
    recognisable = recognisable_field(_ON_PHOTOS, required=False)


class TestimonyForm(SendingForm):
    text = text_field(_("Ce que vous avez vu, vécu, pensé"), longest=LONGEST_TEXT, rows=16)
    to_hide = text_field(
        _("Ce qui pourrait vous faire reconnaître, et qu’il faut changer"),
        rows=3,
        required=False,
        help_text=_("Une ville, une date, un métier rare, une phrase dite en réunion : nous le changerons avec vous."),
    )
    recognisable = recognisable_field(_ON_PHOTOS, required=False)


class InitiativeForm(SendingForm):
    title = LineField(
        label=_("Son nom"), max_length=255, help_text=_("Le nom seul suffit : nous chercherons le reste.")
    )
    place = LineField(label=_("Où est-ce ?"), required=False, max_length=120)
    link = LinkField(label=_("Une adresse sur le web"), required=False)
    text = text_field(_("Ce que vous en savez, ce qui vous y plaît"), required=False, rows=6)
    recognisable = recognisable_field(_ON_PHOTOS, required=False)


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
    recognisable = recognisable_field(_ON_PHOTOS, required=False)


class ShownForm(SendingForm):
    """What is looked at, or listened to."""

    text = text_field(_("De quoi s’agit-il\u00a0: où, quand, qui"), required=False, rows=5)
    title = LineField(label=_("Titre"), required=False, max_length=255, help_text=_("S’il en a un."))


class PhotosForm(ShownForm):
    attachments = FilesField(label=_("Vos photos"), families=(Family.IMAGE,), is_needed=True)
    recognisable = recognisable_field(_("Qui est reconnaissable, et ces personnes sont-elles d’accord\u202f?"))


class SoundForm(ShownForm):
    attachments = FilesField(label=_("Votre enregistrement"), families=(Family.SOUND,), is_needed=True)
    recognisable = recognisable_field(_("Qui entend-on, et ces personnes sont-elles d’accord\u202f?"))


class VideoForm(ShownForm):
    attachments = FilesField(label=_("Votre vidéo"), families=(Family.VIDEO,), is_needed=True)
    recognisable = recognisable_field(_("Qui voit-on, qui entend-on, et ces personnes sont-elles d’accord\u202f?"))
