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
    elif end_hour and end_hour == hour and end_day in (None, day):
        errors["end_time"] = _("C’est l’heure du début : laissez vide si l’on ne sait pas quand cela finit.")
    return errors


def added_dates(blocks_):
    """The dates (tuple of agenda.schedule.Added) of a StreamValue; those of a draft without a day are passed over."""
    said = [(block.id or str(number), block.value) for number, block in enumerate(blocks_) if block.value.get("day")]
    return tuple(
        Added(
            Slot(*(value.get(name) for name in ("day", "hour", "end_day", "end_hour"))),
            key=key,
            label=value.get("label") or "",
        )
        for key, value in said
    )


def pauses(blocks_):
    """The pauses (tuple of agenda.schedule.Pause) of a StreamValue of EXCEPTIONS; half of one in a draft is none."""
    said = [block.value for block in blocks_ if block.block_type == "pause"]
    return tuple(
        Pause(value["first"], value["last"], value.get("name") or "")
        for value in said
        if value.get("first") and value.get("last")
    )


def changes(blocks_, usual):
    """The changes (dict: day → agenda.schedule.Change) of a StreamValue of EXCEPTIONS, the last one of a day.

    `usual` (Slot) gives the hours of a date that is moved to another day only.
    """
    said = [(block.block_type, block.value) for block in blocks_ if block.block_type != "pause"]
    return {value["day"]: _change(kind, value, usual) for kind, value in said if value.get("day")}


def _change(kind, value, usual):
    note = value.get("note") or ""
    if kind == "cancelled":
        return Change(cancelled=True, note=note)
    if kind == "noted" or not value.get("to_day"):
        return Change(note=note)
    slot = usual.on(value["to_day"]).at(value.get("hour"), value.get("end_hour"))
    return Change(to=slot, note=note, place=value.get("place"), venue=value.get("venue") or "")
