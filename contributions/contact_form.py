"""The form of `/contact/`: a message, to one of those whom the collective named."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contributions.fields import LineField, TextField
from contributions.public_form import PublicForm

LONGEST_SUBJECT = 150
LONGEST_MESSAGE = 20_000


class MessageForm(PublicForm):
    """`recipients` are pairs of str: an identifier, which is posted, and a label. Without any, nothing is to choose."""

    recipient = forms.ChoiceField(
        label=_("À qui écrivez-vous ?"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Cette personne n’est plus dans la liste : choisissez-en une autre.")},
    )
    subject = LineField(label=_("Objet"), max_length=LONGEST_SUBJECT, help_text=_("De quoi s’agit-il, en une ligne."))
    text = TextField(label=_("Votre message"), max_length=LONGEST_MESSAGE, widget=forms.Textarea(attrs={"rows": 10}))

    #: What an empty field is told.
    MISSING = {
        "recipient": _("Choisissez à qui vous écrivez."),
        "subject": _("Écrivez un objet : quelques mots suffisent."),
        "text": _("Écrivez votre message."),
    }

    def __init__(self, *args, recipients=(), **options):
        super().__init__(*args, **options)
        self.fields["email"].help_text = _(
            "Pour que l’on vous réponde. Jamais publié : seules les personnes qui lisent votre message le voient. "
            "Sans lui, revenez avec votre code lire la réponse."
        )
        for name, said in self.MISSING.items():
            self.fields[name].error_messages["required"] = said
        self.labels = dict(recipients)
        if not self.labels:
            del self.fields["recipient"]
            return
        self.fields["recipient"].choices = recipients
        if len(self.labels) == 1:
            self.fields["recipient"].initial = recipients[0][0]

    @property
    def chosen(self):
        """The identifier (str) of its recipient, once valid; "" where there was nobody to choose."""
        return self.cleaned_data.get("recipient", "")

    @property
    def answers(self):
        """As PublicForm's, the recipient by its label: identifiers are for the site alone."""
        said = super().answers
        return said | {"recipient": self.labels[self.chosen]} if self.chosen else said
