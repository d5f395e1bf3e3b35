"""Occurrence: one date of any dated content, stored so that lists are one query."""

from datetime import UTC, time, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, Max, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from agenda.models.calendar_entry import CalendarEntry
from core.calendar import aware
from core.models import ContentPage, Located, Place
from core.privacy import without_restriction

#: Dates that began before some day and still go on then: nobody reads more. PostgreSQL looks for them first, so told.
MOST_ONGOING = 1000


class OccurrenceQuerySet(models.QuerySet):
    def of_published(self):
        """Dates of contents that any reader may see."""
        # Asked of each date: SQLite would begin with a list of all contents, and sort all of their dates.
        seen = without_restriction(Page.objects.live()).filter(pk=OuterRef("content_id"))
        return self.filter(Exists(seen))

    def upcoming(self, now=None, today=None):
        """What has not finished at `now` (aware datetime, default the present), first to come first.

        `today` (date) is its day.
        """
        now = now or timezone.now()
        today = today or timezone.localdate(now)
        unfinished = Q(day__gte=today) | Q(is_long=True, day__lt=today)
        return self.filter(unfinished, over_at__gt=now, day__gte=self._first_day(today, now)).in_order()

    def _first_day(self, today, now):
        """The day when the first of what is not over began (expression): earlier dates need not be looked at."""
        lasting = self.model._default_manager.order_by().filter(is_long=True, over_at__gt=now, day__lt=today)
        first = lasting.values("is_long").annotate(first=Min("day")).values("first")
        return Coalesce(Subquery(first), Value(today), output_field=models.DateField())

    def past(self, now=None):
        """What has finished at `now` (aware datetime, default the present), last begun first."""
        now = now or timezone.now()
        return self.filter(day__lte=timezone.localdate(now), over_at__lte=now).order_by("-day", "-start", "-pk")

    def last_over_at(self, now=None):
        """When the last of those that are over at `now` finished (aware datetime or None). Two queries, of few rows."""
        now = now or timezone.now()
        over = self.order_by().filter(over_at__lte=now)
        # Looked for from today back: from the other end, everything to come would be looked at first.
        begun = over.filter(day__lte=timezone.localdate(now)).order_by("-day")
        of_last_day = over.filter(day=Subquery(begun.values("day")[:1]))
        moments = [rows.aggregate(last=Max("over_at"))["last"] for rows in (of_last_day, over.filter(is_long=True))]
        return max((moment for moment in moments if moment), default=None)

    def in_order(self):
        return self.order_by("day", "start", "pk")

    def between(self, first, last):
        """Dates that touch the days from `first` to `last` (date or None each, both included)."""
        found = self
        if first:
            found = found.filter(Q(day__gte=first) | Q(is_long=True, day__lt=first, last_day__gte=first))
        return found.filter(day__lte=last) if last else found

    def lasting(self, first, before):
        """What is long, begins before the day `before` and may touch `first` (date): few rows, which an index of their
        own gives."""
        # Where it takes place, that day may begin some hours earlier than here.
        eve = aware(first - timedelta(days=1), time.min)
        return self.filter(is_long=True, over_at__gt=eve, day__lt=before)

    def located_in(self, place):
        """Dates that take place in `place` or anywhere inside it."""
        return self.filter(place__in=Place.objects.within(place))

    def of_year(self, year):
        """Dates that begin in `year` (int), where they take place."""
        return self.filter(day__year=year)

    def years(self):
        """Years (list of int, last first) that may hold some of these dates. One query."""
        # The two ends of an index: an aggregate reads everything between them.
        ends = [Subquery(self.order_by(day).values("day")[:1]) for day in ("day", "-day")]
        first, last = self.model.objects.order_by().values_list(*ends).first() or (None, None)
        return list(range(last.year, first.year - 1, -1)) if first else []

    def with_card(self):
        """Everything that a line of the agenda shows, and nothing else, in one query."""
        own = [field.name for field in self.model._meta.concrete_fields]
        shown = [f"content__{name}" for name in ("title", "kind_label", "content_type", "url_path", "path")]
        return self.select_related("place", "content").only(*own, *shown, "place__name")


class Cards:
    """What a Paginator takes: the cards of `dates` (OccurrenceQuerySet, in order), found by their keys, then read.

    Those of a page are found at the ends of indexes: `first` (date, or None where it makes no difference) parts what
    began before, and lasts, from what comes; to sort both together, a database would read all there is.
    """

    def __init__(self, dates, first=None):
        self._dates = dates
        self._first = first

    def order_by(self):
        """What is counted (OccurrenceQuerySet)."""
        return self._dates.order_by()

    def __getitem__(self, part):
        everything = self._dates.model.objects
        if self._first is None:
            found = everything.filter(pk__in=self._dates.values("pk")[part])
            return found.order_by(*self._dates.query.order_by).with_card()
        lasting = everything.lasting(self._first, self._first).order_by().values("pk")[:MOST_ONGOING]
        lasting = self._dates.order_by().filter(pk__in=lasting).values("pk")
        coming = self._dates.filter(day__gte=self._first).values("pk")[: part.stop]
        keys = lasting.union(everything.order_by().filter(pk__in=coming).values("pk"), all=True)
        return everything.filter(pk__in=keys).in_order().with_card()[part]


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
    #: Whether it is still going on after the midnight that follows its first day, here or where it takes place.
    is_long = models.BooleanField(default=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["day", "start", "pk"]
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        indexes = [
            models.Index(fields=["start"]),
            # All that a month asks of thousands of dates before it knows which to show.
            models.Index(fields=["day", "start", "id", "last_day", "content"], name="agenda_days"),
            models.Index(fields=["over_at"], name="agenda_long", condition=Q(is_long=True)),
        ]

    def __str__(self):
        return f"{self.title} – {self.starts:%Y-%m-%d %H:%M}"

    @classmethod
    def of(cls, content, entry, date):
        """The unsaved row of a ScheduledDate of `content`, in `entry` (CalendarEntry)."""
        day = date.start.date()
        midnights = (aware(day + timedelta(days=1), time.min, zone) for zone in ("", date.zone))
        return cls(
            content_id=content.pk,
            entry=entry,
            # In UTC: two moments in two zones are never equal for Python where one clock says its hour twice (PEP 495).
            start=date.start.astimezone(UTC),
            end=date.end and date.end.astimezone(UTC),
            all_day=date.all_day,
            label=date.label[:420],
            state=date.state,
            place=date.place,
            venue=date.venue[:420],
            note=date.note[:240],
            moved_from=date.instead_of and date.instead_of.astimezone(UTC),
            zone=date.zone,
            day=day,
            last_day=date.last_day,
            over_at=date.over_at.astimezone(UTC),
            is_long=date.over_at > min(midnights),
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
