"""CalendarEntry: what a reader's calendar holds under one UID, a date or a whole series, ready to be sent."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import ContentPage, Located
from core.privacy import without_restriction


class CalendarEntryQuerySet(models.QuerySet):
    def of_public(self):
        """Entries that any reader may have: no content among them is private (unpublished ones are withdrawn)."""
        # Asked of each entry, as OccurrenceQuerySet.of_published is: a calendar holds few of them.
        return self.filter(Exists(without_restriction(Page.objects.live()).filter(pk=OuterRef("content_id"))))

    def offered(self):
        """Entries that are still in the agenda."""
        return self.filter(is_withdrawn=False)

    def unfinished(self, now=None):
        """Entries with a date that is not over at `now` (aware datetime, default the present)."""
        return self.filter(over_at__gt=now or timezone.now())

    def begun(self, now=None):
        """Entries with a date that has begun at `now`."""
        return self.filter(begins_at__lte=now or timezone.now())


class CalendarEntry(Located):
    """`text` is its VEVENTs (RFC 5545 §3.6.1): the series, then each date of it that is not as the others.

    One that is withdrawn keeps its row: should it come back, its `sequence` has to be higher than readers' own.
    """

    content = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="calendar_entries")
    uid = models.UUIDField(unique=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)
    zone = models.CharField(_("fuseau horaire"), max_length=40)
    begins_at = models.DateTimeField(_("début"))
    #: When its last known date is over.
    over_at = models.DateTimeField(_("fin"))
    #: A series without an end: the horizon goes on with it.
    goes_on = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    text = models.TextField()

    objects = CalendarEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entrée de calendrier")
        verbose_name_plural = _("entrées de calendrier")
        indexes = [models.Index(fields=["over_at"]), models.Index(fields=["changed_at"])]

    def __str__(self):
        return str(self.uid)
