"""What waits on the desk, in figures: for the head of the list and for the letter of the morning."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from contributions.kinds import KINDS, MESSAGE
from contributions.models import Contribution


@dataclass(frozen=True)
class Waiting:
    """`number` waits on the desk, `doubtful` is to be checked, apart.

    `oldest` (aware datetime, or None) is when the first of them came, and where nothing is on the desk the first of
    what is doubtful. `kinds` are the kinds of what is on the desk: pairs (label, int), in the order of the forms.
    """

    number: int
    doubtful: int
    oldest: datetime | None
    kinds: tuple

    def __bool__(self):
        return bool(self.number or self.doubtful)

    @property
    def age(self):
        """How long the oldest has waited (str: « 3 jours »), or ""."""
        return said_age(self.oldest) if self.oldest else ""


def said_age(moment):
    """How long ago something came (aware datetime), as one says it (str): « 3 jours », « moins d’une minute »."""
    if timezone.now() - moment < timedelta(minutes=1):
        return _("moins d’une minute")
    return timesince(moment, depth=1)


def what_waits():
    """What is Waiting now, in one query."""
    rows = Contribution.objects.waiting().order_by().values("kind", "is_doubtful")
    rows = list(rows.annotate(number=Count("pk"), oldest=Min("received_at")))
    numbers = Counter({row["kind"]: row["number"] for row in rows if not row["is_doubtful"]})
    return Waiting(
        number=numbers.total(),
        doubtful=sum(row["number"] for row in rows if row["is_doubtful"]),
        oldest=min(((row["is_doubtful"], row["oldest"]) for row in rows), default=(None, None))[1],
        kinds=tuple((kind.label, numbers[kind.slug]) for kind in (*KINDS, MESSAGE) if numbers[kind.slug]),
    )
