"""CallToAction: one thing an appeal asks to do, with its own dates and place."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import INLINE_FEATURES
from core.calendar import say_date, say_dates, say_month, scheduled, validate_civil_date
from core.time_zones import is_our_hour, say_hour, zone_choices, zone_of

ACTION_FORMS = [
    ("assembly", _("assemblée")),
    ("march", _("manifestation")),
    ("strike", _("grève")),
    ("gathering", _("rassemblement")),
    ("meeting", _("rencontre")),
    ("writing", _("texte, signature, courrier")),
    ("other", _("autre")),
]

DAY, MONTH, FROM = "day", "month", "from"
PRECISIONS = [
    (DAY, _("ce jour-là")),
    (FROM, _("à partir de ce jour")),
    (MONTH, _("dans le mois, sans jour fixé")),
]


class CallDateValue(blocks.StructValue):
    def __str__(self):
        """The date as one says it: « jeudi 8 novembre 2018 », « décembre 2018 », « à partir du… »."""
        if self.get("precision") == MONTH:
            return say_month(self["start_date"])
        if self.get("precision") == FROM:
            return str(_("à partir du %(date)s") % {"date": say_date(self["start_date"])})
        return say_dates(self["start_date"], self.get("start_time"), self.get("end_date"))

    @property
    def is_exact(self):
        """Whether the agenda can show it: the day is known."""
        return bool(self["start_date"]) and self.get("precision", DAY) == DAY

    def schedule(self, zone):
        """(start, end, all_day) in `zone`, as core.calendar.scheduled."""
        return scheduled(self["start_date"], self.get("start_time"), self.get("end_date"), zone=zone)


class CallDateBlock(blocks.StructBlock):
    start_date = blocks.DateBlock(label=_("Jour"), required_on_save=True, validators=[validate_civil_date])
    start_time = blocks.TimeBlock(label=_("Heure, si on la connaît"), required=False)
    end_date = blocks.DateBlock(label=_("Jusqu’au"), required=False, validators=[validate_civil_date])
    precision = blocks.ChoiceBlock(
        label=_("Précision"),
        choices=PRECISIONS,
        default=DAY,
        help_text=_("Seules les dates au jour près vont dans l’agenda."),
    )

    class Meta:
        icon = "date"
        label = _("Date")
        label_format = "{start_date}"
        value_class = CallDateValue

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("end_date") and cleaned.get("start_date") and cleaned["end_date"] < cleaned["start_date"]:
            raise StructBlockValidationError({"end_date": ValidationError(_("La fin est avant le début."))})
        return cleaned


class CallToActionValue(blocks.StructValue):
    def zone_at(self, place):
        """The IANA name (str) of the zone of its hours, at `place` (Place or None) unless it says where.

        Empty where its country lives at several hours and nobody said which.
        """
        return self.get("zone") or zone_of(self.get("place") or place)

    def lacks_zone_at(self, place):
        """Whether one of its hours, at `place` as above, may be of several zones."""
        has_hours = any(date.is_exact and date.get("start_time") for date in self["dates"])
        return has_hours and not self.zone_at(place)

    @property
    def zone_hour(self):
        """« heure de Montréal » (str), where what it says itself is not of our hour; else empty."""
        zone = self.zone_at(None)
        return "" if not zone or is_our_hour(zone) else say_hour(zone)

    @property
    def is_in_agenda(self):
        """Whether one of its dates, known to the day, is still to come."""
        today = timezone.localdate()
        return any(date.is_exact and (date["end_date"] or date["start_date"]) >= today for date in self["dates"])

    @property
    def form_label(self):
        return dict(ACTION_FORMS).get(self.get("form"), "")


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Ce que l’on fait"), max_length=160)
    form = blocks.ChoiceBlock(label=_("Forme"), choices=ACTION_FORMS, required=False)
    dates = blocks.ListBlock(CallDateBlock(), label=_("Dates"), default=[], min_num=0)
    place = SnippetChooserBlock("core.Place", label=_("Lieu"), required=False)
    venue = blocks.CharBlock(
        label=_("Où précisément"),
        required=False,
        max_length=200,
        help_text=_("« Devant le conseil départemental », « dans toutes les villes »…"),
    )
    zone = blocks.ChoiceBlock(
        label=_("À l’heure de"),
        choices=zone_choices,
        required=False,
        help_text=_("Vide\xa0: à l’heure du lieu. À dire pour un pays qui vit à plusieurs heures."),
    )
    text = blocks.RichTextBlock(label=_("Précisions"), required=False, features=INLINE_FEATURES)

    class Meta:
        icon = "thumbtack"
        label = _("Action")
        label_format = "{title}"
        value_class = CallToActionValue
