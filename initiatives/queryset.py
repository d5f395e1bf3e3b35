"""The words in which initiatives are asked for: alive or of yesterday."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.models import ContentQuerySet


class InitiativeQuerySet(ContentQuerySet):
    def of_yesterday(self, year=None):
        """Initiatives that have ended in `year` (int, default the present), as far as the site knows."""
        return self.filter(self._has_ended(year))

    def alive(self):
        """Initiatives that are said to go on, and whose last year has not passed."""
        return self.filter(status=self.model.Status.ALIVE).exclude(last_year__lt=timezone.localdate().year)

    def living_first(self, year=None):
        """Those that are alive, those of which nobody knows, then those ended (as `of_yesterday`), last ended first."""
        is_alive = Q(status=self.model.Status.ALIVE)
        rank = models.Case(models.When(self._has_ended(year), then=2), models.When(is_alive, then=0), default=1)
        return self.order_by(rank, models.F("last_year").desc(nulls_last=True), "-first_published_at", "-pk")

    def _has_ended(self, year):
        """The condition of an initiative of yesterday, as far as the site knows (Q)."""
        return Q(status=self.model.Status.ENDED) | Q(last_year__lt=year or timezone.localdate().year)
