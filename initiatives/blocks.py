"""What an initiative tells in lists: its steps, its contacts, its partners."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class StepBlock(blocks.StructBlock):
    when = blocks.CharBlock(label=_("Quand"), max_length=40, help_text=_("« 2015 », « printemps 2016 »…"))
    text = blocks.TextBlock(label=_("Ce qui s’est passé"), rows=2, max_length=400)

    class Meta:
        icon = "history"
        label = _("Étape")
        label_format = "{when}"


class ContactBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label=_("Qui ou quoi"), max_length=80, help_text=_("« Accueil », « Permanence du mardi »…")
    )
    email = blocks.EmailBlock(label=_("Courriel public"), required=False)
    url = blocks.URLBlock(label=_("Page de contact"), required=False)
    details = blocks.CharBlock(label=_("Précisions"), required=False, max_length=200, help_text=_("Adresse, horaires…"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        label_format = "{label}"


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Nom"), max_length=160)
    url = blocks.URLBlock(label=_("Site"), required=False)

    class Meta:
        icon = "group"
        label = _("Partenaire")
        label_format = "{name}"
