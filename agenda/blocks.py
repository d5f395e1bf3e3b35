"""What members add to the dates of a rendezvous, or change of one of them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from agenda.schedule import Added, Change, Pause, Slot
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
        errors = slot_errors(cleaned["day"], cleaned["hour"], cleaned["end_day"], cleaned["end_hour"])
        if errors:
            names = {"start_time": "hour", "end_date": "end_day", "end_time": "end_hour"}
            raise StructBlockValidationError({names[name]: ValidationError(said) for name, said in errors.items()})
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


#: What may be said of the dates that a rule gives.
EXCEPTIONS = [
    ("cancelled", CancelledDateBlock()),
    ("moved", MovedDateBlock()),
    ("noted", NotedDateBlock()),
    ("pause", PauseBlock()),
]


def slot_errors(day, hour, end_day, end_hour):
    """What is impossible in a date as it is typed (dict: name of a field of EventPage → French sentence)."""
    errors = {}
    if day and end_day and end_day < day:
        errors["end_date"] = _("Le dernier jour est avant le premier.")
    if end_hour and not hour:
        errors["start_time"] = _("Donnez aussi l’heure du début.")
    elif end_hour and end_day and end_day == day and end_hour < hour:
        errors["end_time"] = _("La fin est avant le début. Si cela finit après minuit, laissez le dernier jour vide.")
    return errors


def added_dates(blocks_):
    """The dates (tuple of agenda.schedule.Added) of a StreamValue; those of a draft without a day are passed over."""
    return tuple(
        Added(
            Slot(block.value["day"], block.value["hour"], block.value["end_day"], block.value["end_hour"]),
            key=block.id or str(number),
            label=block.value["label"] or "",
        )
        for number, block in enumerate(blocks_)
        if block.value["day"]
    )


def pauses(blocks_):
    """The pauses (tuple of agenda.schedule.Pause) of a StreamValue of EXCEPTIONS."""
    values = [block.value for block in blocks_ if block.block_type == "pause"]
    return tuple(Pause(said["first"], said["last"], said["name"]) for said in values if said["first"] and said["last"])


def changes(blocks_, usual):
    """The changes (dict: day → agenda.schedule.Change) of a StreamValue of EXCEPTIONS, the last one of a day.

    `usual` (Slot) gives the hours of a date that is moved to another day only.
    """
    return {
        block.value["day"]: _change(block.block_type, block.value, usual)
        for block in blocks_
        if block.block_type != "pause" and block.value["day"]
    }


def _change(kind, value, usual):
    note = value["note"] or ""
    if kind == "cancelled":
        return Change(cancelled=True, note=note)
    if kind == "noted" or not value["to_day"]:
        return Change(note=note)
    slot = usual.on(value["to_day"]).at(value["hour"], value["end_hour"])
    return Change(to=slot, note=note, place=value["place"], venue=value["venue"] or "")
