"""Timetable: when a rendezvous takes place, once or many times, as members type it."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.fields import StreamField

from agenda.blocks import AddedDateBlock, ExceptionsBlock
from agenda.horizon import horizon
from agenda.ical import Series
from agenda.recurrence import LAST, MONTHLY_DATE, MONTHLY_WEEKDAY, WEEKLY, YEARLY, Rule
from agenda.schedule import Schedule, Slot
from agenda.typed_dates import added_dates, changes, pauses
from agenda.wording import say_rhythm, say_schedule
from core.calendar import say_dates, validate_civil_date
from core.models import Dated, ScheduledDate
from core.numbers_field import NumbersField
from core.time_zones import ZONE_CHOICES, zone_of

ONE_YEAR = timedelta(days=366)


class Timetable(Dated, models.Model):
    """Mixed into a page type that has a place. Civil days and hours, in the zone of the place."""

    class Repeats(models.TextChoices):
        WEEKLY = WEEKLY, _("chaque semaine")
        MONTHLY_DATE = MONTHLY_DATE, _("chaque mois, à la même date")
        MONTHLY_WEEKDAY = MONTHLY_WEEKDAY, _("chaque mois, le même jour de la semaine")
        YEARLY = YEARLY, _("chaque année")

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmé")
        CANCELLED = "cancelled", _("annulé")
        POSTPONED = "postponed", _("reporté")

    start_date = models.DateField(_("jour"), validators=[validate_civil_date], null=True)
    start_time = models.TimeField(_("heure"), null=True, blank=True, help_text=_("Vide : toute la journée."))
    end_date = models.DateField(
        _("dernier jour"),
        validators=[validate_civil_date],
        null=True,
        blank=True,
        help_text=_("Si cela dure plusieurs jours."),
    )
    end_time = models.TimeField(_("heure de fin"), null=True, blank=True)
    zone = models.CharField(
        _("à l’heure de"),
        max_length=40,
        choices=ZONE_CHOICES,
        blank=True,
        help_text=_("Vide : à l’heure du lieu. À dire pour un pays qui vit à plusieurs heures."),
    )

    repeats = models.CharField(_("se répète"), max_length=15, choices=Repeats.choices, blank=True)
    interval = models.PositiveSmallIntegerField(
        _("une fois sur"),
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(52)],
        help_text=_("1 : chaque fois. 2 : une semaine, un mois, une année sur deux."),
    )
    weekdays = NumbersField(
        _("jours de la semaine"),
        options=list(WEEKDAYS.items()),
        help_text=_("Rien de coché : le jour de la première date."),
    )
    ranks = NumbersField(
        _("dans le mois"),
        options=[(1, _("le 1er")), (2, _("le 2e")), (3, _("le 3e")), (4, _("le 4e")), (LAST, _("le dernier"))],
        help_text=_("« Le 2e jeudi », « le dernier samedi ». Rien de coché : comme la première date."),
    )
    months_off = NumbersField(
        _("jamais en"), options=list(MONTHS.items()), help_text=_("Les mois où cela s’arrête chaque année.")
    )
    repeats_until = models.DateField(_("jusqu’au"), validators=[validate_civil_date], null=True, blank=True)
    repeats_times = models.PositiveSmallIntegerField(
        _("ou nombre de fois"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("La première comprise. Vides tous les deux : cela continue."),
    )
    added_dates = StreamField(
        [("date", AddedDateBlock())],
        collapsed=True,
        verbose_name=_("autres dates"),
        blank=True,
        help_text=_("Pour un séminaire aux dates irrégulières, ou une date en plus."),
    )
    exceptions = StreamField(
        ExceptionsBlock(),
        collapsed=True,
        verbose_name=_("exceptions"),
        blank=True,
        help_text=_("Annulez, déplacez ou annotez une date sans toucher aux autres ; faites une pause."),
    )

    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.CONFIRMED)
    state_reason = models.CharField(
        _("pourquoi"), max_length=240, blank=True, help_text=_("Montré avec « annulé » ou « reporté ».")
    )

    class Meta:
        abstract = True

    @property
    def schedule(self):
        """When it takes place (agenda.schedule.Schedule), or None as long as it has no first day."""
        if not self.start_date:
            return None
        first = Slot(self.start_date, self.start_time, self.end_date, self.end_time)
        return Schedule(
            first,
            self.time_zone,
            self.rule,
            added_dates(self.added_dates),
            pauses(self.exceptions),
            changes(self.exceptions, first),
        )

    @property
    def rule(self):
        """How it repeats (agenda.recurrence.Rule), or None."""
        if not self.repeats:
            return None
        return Rule(
            self.repeats,
            self.interval or 1,
            self.weekdays if self.repeats != self.Repeats.MONTHLY_DATE else (),
            self.ranks if self.repeats in (self.Repeats.MONTHLY_WEEKDAY, self.Repeats.YEARLY) else (),
            self.months_off if self.repeats != self.Repeats.YEARLY else (),
            self.repeats_until,
            self.repeats_times,
        )

    @property
    def time_zone(self):
        """The IANA name of the zone it is announced in (str): its own, that of its place, or the site's."""
        return self.zone or zone_of(self.place) or settings.TIME_ZONE

    @property
    def is_at_our_hour(self):
        """Whether clocks say there, on its first day, what they say here."""
        start = self.schedule and self.schedule.first.moments(self.time_zone)[0]
        return not start or start.utcoffset() == timezone.localtime(start).utcoffset()

    def dates(self, before):
        if not self.start_date:
            return []
        dates = self.schedule.dates(before, **self._usual())
        return [replace(date, label=f"{self.title} – {date.label}") if date.label else date for date in dates]

    def series(self):
        schedule = self.schedule
        if schedule is None or schedule.rule is None:
            return None
        start, end, all_day = schedule.first.moments(schedule.zone)
        usual = ScheduledDate(start, end, all_day, **self._usual())
        left_out = [schedule.first.on(day).moments(schedule.zone)[0] for day in schedule.left_out(horizon())]
        rule = schedule.rule
        return Series(usual, rule.parts(schedule.first.day), rule.until, rule.times, tuple(left_out))

    def _usual(self):
        """What each date says that says nothing else: where none takes place, why."""
        note = "" if self.state == self.State.CONFIRMED else self.state_reason
        return {"state": self.state, "place": self.place, "venue": self.where_in_place, "note": note}

    @property
    def where_in_place(self):
        """The room and the address (str), or empty."""
        return ""

    @property
    def known_dates(self):
        """Its dates (list of ScheduledDate) as far as the agenda looks, as they are in this instance: a draft too.
        Counted again only where something that they are made of has changed."""
        made_of = (self.schedule, self._usual(), self.title, horizon())
        if self._counted[0] != made_of:
            self._counted = (made_of, list(self.dates(horizon())))
        return list(self._counted[1])

    _counted = (None, ())

    @property
    def first_dates(self):
        """As `known_dates`; where all of them are beyond the horizon, the first one alone."""
        if self.known_dates or not self.start_date:
            return self.known_dates
        return self.dates(max(horizon(), self.start_date) + ONE_YEAR)[:1]

    @property
    def goes_on(self):
        """Whether it repeats without an end."""
        return bool(self.repeats and not self.repeats_until and not self.repeats_times)

    @property
    def is_repeated(self):
        """Whether it may have several dates."""
        return bool(self.repeats or self.added_dates)

    @property
    def is_over(self):
        """Whether its last day has passed, where it takes place."""
        if self.goes_on:
            return False
        now, dates = timezone.now(), self.known_dates
        return bool(dates) and all(date.is_past(now) for date in dates)

    @property
    def when(self):
        """The dates in words, without the state (str)."""
        if not self.start_date:
            return ""
        if self.repeats:
            return say_schedule(self.schedule)
        return say_dates(self.start_date, self.start_time, self.end_date, self.end_time)

    def describe_when(self):
        """The dates in words, « samedi 23 avril 2022, 9 h 30 »; a cancelled event says so first."""
        if not self.start_date:
            return ""
        said = say_rhythm(self.schedule) if self.repeats else self.when
        if self.added_dates and not self.repeats:
            days = sorted(date.start.date() for date in self.known_dates)
            said = ngettext("%(number)d date", "%(number)d dates", len(days)) % {"number": len(days)}
            said += f", {say_dates(days[0], end_date=days[-1])}"
        return said if self.state == self.State.CONFIRMED else f"{self.get_state_display()} – {said}"

    def describe_years(self):
        """From its first to its last year; None after the first means that it goes on."""
        if not self.start_date:
            return super().describe_years()
        years = [date.start.year for date in self.known_dates] + [(self.end_date or self.start_date).year]
        if self.repeats and not self.goes_on:
            years.append((self.repeats_until or self._last_of_times()).year)
        return self.start_date.year, None if self.goes_on else max(years)

    def _last_of_times(self):
        """The last day (date) of what repeats a number of times, within a century."""
        return max(self.rule.days(self.start_date, self.start_date + 100 * ONE_YEAR), default=self.start_date)
