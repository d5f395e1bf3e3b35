"""Occurrence: one date of any dated content, stored so that lists are one query."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agenda.models.calendar_entry import CalendarEntry
from core.calendar import aware
from core.models import ContentPage, Located, Place
from core.privacy import without_restriction


class OccurrenceQuerySet(models.QuerySet):
    def of_published(self):
        """Dates of contents that any reader may see."""
        return self.filter(content__in=without_restriction(ContentPage.objects.live()))

    def upcoming(self, now=None):
        """What has not finished at `now` (aware datetime, default the present), first to come first."""
        now = now or timezone.now()
        today = timezone.localdate(now)
        unfinished = Q(day__gte=today) | Q(is_long=True, day__lt=today)
        return self.filter(unfinished, over_at__gt=now).in_order()

    def coming(self, now=None):
        """As `upcoming`, but for what has begun before today."""
        now = now or timezone.now()
        return self.filter(day__gte=timezone.localdate(now), over_at__gt=now).in_order()

    def ongoing(self, now=None):
        """What has begun before today and has not finished at `now`."""
        now = now or timezone.now()
        return self.filter(is_long=True, day__lt=timezone.localdate(now), over_at__gt=now).in_order()

    def past(self, now=None):
        """What has finished at `now` (aware datetime, default the present), last begun first."""
        now = now or timezone.now()
        return self.filter(day__lte=timezone.localdate(now), over_at__lte=now).order_by("-day", "-start", "-pk")

    def in_order(self):
        return self.order_by("day", "start", "pk")

    def between(self, first, last):
        """Dates that touch the days from `first` to `last` (date or None each, both included)."""
        found = self
        if first:
            found = found.filter(Q(day__gte=first) | Q(is_long=True, day__lt=first, last_day__gte=first))
        return found.filter(day__lte=last) if last else found

    def located_in(self, place):
        """Dates that take place in `place` or anywhere inside it."""
        return self.filter(place__in=Place.objects.within(place))

    def of_year(self, year):
        """Dates that begin in `year` (int), where they take place."""
        return self.filter(day__year=year)

    def years(self):
        """Years (list of int, last first) that may hold some of these dates. One query."""
        spans = self.order_by().aggregate(first=models.Min("day"), last=models.Max("day"))
        return list(range(spans["last"].year, spans["first"].year - 1, -1)) if spans["first"] else []

    def with_card(self):
        """Everything that a line of the agenda shows, in a fixed number of queries."""
        return self.select_related("place", "content", "content__image", "content__place")


class Occurrence(Located):
    """`start` and `end` are stored in UTC; `end` is exclusive, None when nobody said. `day` and `last_day` are civil
    days where it takes place."""

    content = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="occurrences")
    entry = models.ForeignKey(CalendarEntry, on_delete=models.CASCADE, related_name="occurrences")
    start = models.DateTimeField(_("début"))
    end = models.DateTimeField(_("fin"), null=True)
    all_day = models.BooleanField(_("toute la journée"), default=False)
    label = models.CharField(_("intitulé"), max_length=420, blank=True)
    state = models.CharField(_("état"), max_length=10, default="confirmed")
    venue = models.CharField(_("où précisément"), max_length=420, blank=True)
    note = models.CharField(_("à savoir"), max_length=240, blank=True)
    #: The moment that the rule of its series gives, where it was moved to another.
    moved_from = models.DateTimeField(_("au lieu de"), null=True)
    zone = models.CharField(_("fuseau horaire"), max_length=40)
    day = models.DateField(_("jour"))
    last_day = models.DateField(_("dernier jour"))
    #: When it is over: with its day, where nobody said when it finishes.
    over_at = models.DateTimeField()
    #: Whether it is still going on after the midnight that follows its first day.
    is_long = models.BooleanField(default=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["day", "start", "pk"]
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        indexes = [
            models.Index(fields=["start"]),
            models.Index(fields=["day", "start"]),
            models.Index(fields=["over_at"], name="agenda_long", condition=Q(is_long=True)),
        ]

    def __str__(self):
        return f"{self.title} – {self.starts:%Y-%m-%d %H:%M}"

    @classmethod
    def of(cls, content, entry, date):
        """The unsaved row of a ScheduledDate of `content`, in `entry` (CalendarEntry)."""
        day = date.start.date()
        return cls(
            content_id=content.pk,
            entry=entry,
            start=date.start,
            end=date.end,
            all_day=date.all_day,
            label=date.label[:420],
            state=date.state,
            place=date.place,
            venue=date.venue[:420],
            note=date.note[:240],
            moved_from=date.original if date.original and date.original != date.start else None,
            zone=date.zone,
            day=day,
            last_day=date.last_day,
            over_at=date.over_at,
            is_long=date.over_at > aware(day + timedelta(days=1), time.min, date.zone),
        )

    @property
    def written(self):
        """Everything it says (tuple), to know whether it has changed."""
        return tuple(getattr(self, field.attname) for field in self._meta.concrete_fields if not field.primary_key)

    @property
    def title(self):
        return self.label or self.content.title

    @property
    def starts(self):
        """Its start (aware datetime) where it takes place."""
        return self.start.astimezone(ZoneInfo(self.zone))

    @property
    def ends(self):
        """Its end (aware datetime or None) where it takes place."""
        return self.end and self.end.astimezone(ZoneInfo(self.zone))

    @property
    def instead_of(self):
        """The moment of its series that it was moved from (aware datetime), where it takes place, or None."""
        return self.moved_from and self.moved_from.astimezone(ZoneInfo(self.zone))

    @property
    def is_cancelled(self):
        return self.state == "cancelled"

    @property
    def is_postponed(self):
        return self.state == "postponed"

    @property
    def is_past(self):
        return self.over_at <= timezone.now()
