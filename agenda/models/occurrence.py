"""Occurrence: one date of any dated content, stored so that lists are one query."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import ContentPage, Located, Place


class OccurrenceQuerySet(models.QuerySet):
    def of_published(self):
        """Dates of contents that any reader may see."""
        return self.filter(content__in=ContentPage.objects.published())

    def upcoming(self, now=None):
        """What has not finished at `now` (aware datetime, default the present), first to come first."""
        now = now or timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        unfinished = Q(end__gt=now) | Q(end=None, start__gte=today)
        return self.filter(unfinished).order_by("start", "pk")

    def past(self, now=None):
        """What has finished at `now` (aware datetime, default the present), last begun first."""
        now = now or timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.filter(Q(end__lte=now) | Q(end=None, start__lt=today)).order_by("-start", "-pk")

    def located_in(self, place):
        """Dates that take place in `place` or anywhere inside it."""
        return self.filter(place__in=Place.objects.within(place))

    def of_year(self, year):
        """Dates that begin in `year` (int, in the site's zone)."""
        return self.filter(start__year=year)

    def with_card(self):
        """Everything that a line of the agenda shows, in a fixed number of queries."""
        return self.select_related("place", "content", "content__image", "content__place")

    def rewrite(self, content, dates):
        """Replaces the rows of `content` (ContentPage) by `dates` (iterable of ScheduledDate), all or nothing."""
        with transaction.atomic():
            self.filter(content_id=content.pk).delete()
            self.bulk_create(
                Occurrence(
                    content_id=content.pk,
                    start=date.start,
                    end=date.end,
                    all_day=date.all_day,
                    label=date.label[:160],
                    state=date.state,
                    place=date.place,
                    venue=date.venue[:400],
                )
                for date in dates
            )


class Occurrence(Located):
    """`start` and `end` are stored in UTC; `end` is exclusive, None when nobody said."""

    content = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="occurrences")
    start = models.DateTimeField(_("début"))
    end = models.DateTimeField(_("fin"), null=True)
    all_day = models.BooleanField(_("toute la journée"), default=False)
    label = models.CharField(_("intitulé"), max_length=160, blank=True)
    state = models.CharField(_("état"), max_length=10, default="confirmed")
    venue = models.CharField(_("où précisément"), max_length=400, blank=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["start", "pk"]
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        indexes = [models.Index(fields=["start"]), models.Index(fields=["end"])]

    def __str__(self):
        return f"{self.label or self.content.title} – {timezone.localtime(self.start):%Y-%m-%d %H:%M}"

    @property
    def title(self):
        return self.label or self.content.title

    @property
    def is_cancelled(self):
        return self.state == "cancelled"

    @property
    def is_postponed(self):
        return self.state == "postponed"
