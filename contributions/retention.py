"""How long what people sent is kept, as /contribuer/ says it, and what is then erased."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contributions.models import Contribution, Message

#: Days after which nothing of what was declined is left.
DECLINED_KEPT_DAYS = 60
#: Days after which what is unwanted is deleted.
SPAM_KEPT_DAYS = 7


#: Days after which what was accepted, and has not been published, is erased.
ACCEPTED_KEPT_DAYS = 365


@dataclass(frozen=True)
class Due:
    """What is to go today (ContributionQuerySet each): erased but for its kind, state and dates, or deleted whole."""

    declined: object
    published: object
    unwanted: object


def due(now=None):
    """What is Due at `now` (aware datetime, default the present)."""
    now = now or timezone.now()
    kept, states = Contribution.objects.filter(erased_at=None), Contribution.State

    def since(days):
        return now - timedelta(days=days)

    # Of what was accepted, and whose page was deleted since, nothing will be published either.
    forgotten = Q(changed_at__lte=since(DECLINED_KEPT_DAYS)) & (
        Q(state=states.DECLINED) | Q(state=states.ACCEPTED, page=None)
    )
    unpublished = Q(changed_at__lte=since(ACCEPTED_KEPT_DAYS), state=states.ACCEPTED, page__live=False)
    return Due(
        declined=kept.filter(forgotten | unpublished),
        published=kept.filter(state=states.ACCEPTED, page__live=True),
        unwanted=Contribution.objects.filter(state=states.SPAM, changed_at__lte=since(SPAM_KEPT_DAYS)),
    )


@transaction.atomic
def purge(now=None):
    """Erases what is due; gives how many were erased, and how many deleted (pair of int)."""
    today = due(now)
    deleted, declined, published = (_held(rows) for rows in (today.unwanted, today.declined, today.published))
    Contribution.objects.filter(pk__in=deleted).delete()
    erased = [*declined, *published]
    Message.objects.filter(contribution__in=erased).delete()
    Contribution.objects.filter(pk__in=erased).update(
        answers={}, signature="", email="", reason="", erased_at=now or timezone.now()
    )
    return len(erased), len(deleted)


def _held(rows):
    """Their keys (list), once nobody else changes them."""
    return list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
