"""CalendarImport: a calendar file that a member brings, between its reading and the choice of what to keep."""

from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Time enough to choose; then it is forgotten, for it may name people.
KEPT = timedelta(days=2)


class CalendarImportQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(uploaded_at__gt=timezone.now() - KEPT)

    def forget(self):
        """Deletes those that are too old; gives their number (int)."""
        return self.filter(uploaded_at__lte=timezone.now() - KEPT).delete()[0]


class CalendarImport(models.Model):
    """`proposals` are agenda.importing.Proposal as dicts, in the order they are shown; the file itself is not kept."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("nom"), max_length=255)
    said = models.JSONField(default=list)
    proposals = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    uploaded_at = models.DateTimeField(_("déposé le"), default=timezone.now, db_index=True)

    objects = CalendarImportQuerySet.as_manager()

    #: No page « uses » it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("agenda à importer")
        verbose_name_plural = _("agendas à importer")

    def __str__(self):
        return self.name
