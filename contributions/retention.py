"""How long what people sent is kept, as /contribuer/ says it, and what is then erased."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contributions.models import Contribution, Message

#: Days after which nothing of what was declined is left.
DECLINED_KEPT_DAYS = 60
#: Days after which what is unwanted is deleted.
SPAM_KEPT_DAYS = 7


@dataclass(frozen=True)
class Due:
    """What is to go today (ContributionQuerySet each): erased in part, or deleted whole."""

    declined: object
    published: object
    unwanted: object

    @property
    def erased(self):
        return self.declined | self.published


def due(now=None):
    """What is Due at `now` (aware datetime, default the present)."""
    now = now or timezone.now()
    kept, states = Contribution.objects.filter(erased_at=None), Contribution.State
    last_kept = now - timedelta(days=DECLINED_KEPT_DAYS)
    return Due(
        # Of what was accepted, and whose page was deleted since, nothing will be published either.
        declined=kept.filter(changed_at__lte=last_kept, state=states.DECLINED)
        | kept.filter(changed_at__lte=last_kept, state=states.ACCEPTED, page=None),
        published=kept.filter(state=states.ACCEPTED, page__live=True),
        unwanted=Contribution.objects.filter(state=states.SPAM, changed_at__lte=now - timedelta(days=SPAM_KEPT_DAYS)),
    )


@transaction.atomic
def purge(now=None):
    """Erases what is due: a declined or published contribution keeps its kind, its state and its dates, for figures.

    Gives how many were erased, and how many deleted (pair of int).
    """
    today = due(now)
    deleted = list(today.unwanted.values_list("pk", flat=True))
    erased = list(today.erased.values_list("pk", flat=True))
    Contribution.objects.filter(pk__in=deleted).delete()
    Message.objects.filter(contribution__in=erased).delete()
    Contribution.objects.filter(pk__in=erased).update(
        answers={}, signature="", email="", erased_at=now or timezone.now()
    )
    return len(erased), len(deleted)
