"""AppealQuerySet: the words in which appeals are asked for."""

from django.db import models
from django.utils import timezone

from core.models import ContentQuerySet


def _still_open(today):
    """The condition of an appeal that one can still answer: no deadline passed, no outcome told yet."""
    today = today or timezone.localdate()
    return models.Q(models.Q(deadline=None) | models.Q(deadline__gte=today), outcome="")


class AppealQuerySet(ContentQuerySet):
    def open(self, today=None):
        """Appeals that one can still answer `today` (date, default the present)."""
        return self.filter(_still_open(today))

    def closed(self):
        """Appeals whose deadline has passed, or whose outcome is told."""
        return self.exclude(_still_open(None))

    def open_first(self, today=None):
        """Those that are open `today` (as `open`) by nearest deadline, then the others, last adopted first."""
        return self.annotate(
            is_closed_rank=models.Case(models.When(_still_open(today), then=0), default=1),
            open_deadline=models.Case(models.When(_still_open(today), then="deadline"), default=None),
        ).order_by(
            "is_closed_rank",
            models.F("open_deadline").asc(nulls_last=True),
            models.F("adopted_on").desc(nulls_last=True),
            "-pk",
        )
