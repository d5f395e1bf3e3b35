"""What members add to the dates of a rendezvous, or change of one of them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from agenda.schedule import Slot
from agenda.slot_errors import slot_errors
from core.calendar import validate_civil_date


def _day(label, **options):
    return blocks.DateBlock(label=label, validators=[validate_civil_date], **options)


class AddedDateBlock(blocks.StructBlock):
    day = _day(_("Jour"))
    hour = blocks.TimeBlock(label=_("Heure"), required=False, help_text=_("Vide : toute la journée."))
    end_day = _day(_("Dernier jour"), required=False)
    end_hour = blocks.TimeBlock(label=_("Heure de fin"), required=False)
    label = blocks.CharBlock(
        label=_("Intitulé de cette date"), required=False, max_length=160, help_text=_("« Séance 3 : le contrat »")
    )

    class Meta:
        icon = "date"
        label = _("Date")
        label_format = "{day}"

    def clean(self, value):
        cleaned = super().clean(value)
        errors = slot_errors(Slot(*(cleaned[name] for name in ("day", "hour", "end_day", "end_hour"))))
        if errors:
            raise StructBlockValidationError({name: ValidationError(said) for name, said in errors.items()})
        return cleaned


class CancelledDateBlock(blocks.StructBlock):
    day = _day(_("La date annulée"))
    note = blocks.CharBlock(label=_("Pourquoi"), max_length=240)

    class Meta:
        icon = "cross"
        label = _("Annuler une date")
        label_format = "{day}"


class MovedDateBlock(blocks.StructBlock):
    day = _day(_("La date prévue"))
    to_day = _day(_("Devient le"))
    hour = blocks.TimeBlock(label=_("Heure"), required=False, help_text=_("Vide : la même que les autres fois."))
    end_hour = blocks.TimeBlock(label=_("Heure de fin"), required=False)
    place = SnippetChooserBlock("core.Place", label=_("Autre lieu"), required=False)
    venue = blocks.CharBlock(label=_("Autre salle ou adresse"), required=False, max_length=240)
    note = blocks.CharBlock(label=_("À savoir"), required=False, max_length=240)

    class Meta:
        icon = "redirect"
        label = _("Déplacer une date")
        label_format = "{day} → {to_day}"


class NotedDateBlock(blocks.StructBlock):
    day = _day(_("La date"))
    note = blocks.CharBlock(label=_("À savoir ce jour-là"), max_length=240)

    class Meta:
        icon = "comment"
        label = _("Annoter une date")
        label_format = "{day} : {note}"


class PauseBlock(blocks.StructBlock):
    first = _day(_("Du"))
    last = _day(_("Au"))
    name = blocks.CharBlock(
        label=_("Pendant"), required=False, max_length=80, help_text=_("« les vacances de Noël », « le ramadan »")
    )

    class Meta:
        icon = "time"
        label = _("Faire une pause")
        label_format = "{first} – {last}"

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["last"] < cleaned["first"]:
            raise StructBlockValidationError({"last": ValidationError(_("La fin de la pause est avant son début."))})
        return cleaned


class ExceptionsBlock(blocks.StreamBlock):
    """What may be said of the dates that a rule gives: of each day one thing, or the second would undo the first."""

    cancelled = CancelledDateBlock()
    moved = MovedDateBlock()
    noted = NotedDateBlock()
    pause = PauseBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        days, again = set(), {}
        for number, block in enumerate(cleaned):
            day = block.value.get("day")
            if day in days:
                error = ValidationError(_("Ce jour a déjà son exception plus haut\xa0: réunissez-les en une seule."))
                again[number] = StructBlockValidationError({"day": error})
            elif day:
                days.add(day)
        if again:
            raise StreamBlockValidationError(block_errors=again)
        return cleaned
