"""Duty: who looks at the desk first, week by week."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda_page import week_of


def today():
    """The civil day (date) of the site: a member may read the admin at another hour."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


class DutyQuerySet(models.QuerySet):
    def of_week(self, day):
        """Those of the week in which `day` (date) is."""
        return self.filter(week=week_of(day)[0])


class Duty(models.Model):
    """One member, one week. `week` is its Monday (civil date of the site)."""

    week = models.DateField(_("semaine"))
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("membre")
    )

    objects = DutyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["week", "pk"]
        verbose_name = _("permanence")
        verbose_name_plural = _("permanences")
        constraints = [models.UniqueConstraint(fields=["week", "member"], name="one_duty_a_week")]

    def __str__(self):
        return f"{self.week:%Y-%m-%d} – {self.member}"
