"""How long what people sent is kept, as /contribuer/ says it, and what is then erased."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contributions.files.library import take_back
from contributions.models import Attachment, Contribution, Mail, Message, Presence
from contributions.safeguards import LONGEST_OPEN
from contributions.signing import SignedBy
from members.senders import DAY

#: Days after which nothing is left of what was declined, nor of a message that was seen to.
DECLINED_KEPT_DAYS = 60
#: Days after which what is unwanted is deleted.
SPAM_KEPT_DAYS = 7
#: Days after which nothing says any more who was before what.
PRESENCE_KEPT_DAYS = 1
#: Days after which what was accepted, and has not been published, is erased.
ACCEPTED_KEPT_DAYS = 365
#: Days after which the files of a form that was never sent are deleted: a form may be signed again once.
ABANDONED_KEPT_DAYS = 2 * LONGEST_OPEN // DAY
#: What is left of a contribution that is erased: its kind, its state, its dates.
_NOTHING = {
    "answers": {},
    "signed_by": SignedBy.NOBODY,
    "signature": "",
    "email": "",
    "consent": "",
    "licence": "",
    "reason": "",
    "taken_by": None,
}


@dataclass(frozen=True)
class Due:
    """What is to go today (ContributionQuerySet each): erased but for its kind, state and dates, or deleted whole."""

    declined: object
    published: object
    unwanted: object
    #: Files (AttachmentQuerySet) of forms that were never sent.
    abandoned: object


def due(now=None):
    """What is Due at `now` (aware datetime, default the present)."""
    now = now or timezone.now()
    kept, states = Contribution.objects.filter(erased_at=None), Contribution.State

    def since(days):
        return now - timedelta(days=days)

    # Of what was accepted, and whose page was deleted since, nothing will be published either.
    forgotten = Q(changed_at__lte=since(DECLINED_KEPT_DAYS)) & (
        Q(state__in=[states.DECLINED, states.CLOSED]) | Q(state=states.ACCEPTED, page=None)
    )
    unpublished = Q(changed_at__lte=since(ACCEPTED_KEPT_DAYS), state=states.ACCEPTED, page__live=False)
    return Due(
        declined=kept.filter(forgotten | unpublished),
        published=kept.filter(state=states.ACCEPTED, page__live=True),
        unwanted=Contribution.objects.filter(state=states.SPAM, changed_at__lte=since(SPAM_KEPT_DAYS)),
        abandoned=Attachment.objects.waiting().filter(received_at__lte=since(ABANDONED_KEPT_DAYS)),
    )


@transaction.atomic
def purge(now=None):
    """Erases what is due; gives how many were erased, and how many deleted (pair of int)."""
    now = now or timezone.now()
    today = due(now)
    Presence.objects.filter(seen_at__lte=now - timedelta(days=PRESENCE_KEPT_DAYS)).delete()
    deleted, declined, published = (_held(rows) for rows in (today.unwanted, today.declined, today.published))
    Contribution.objects.filter(pk__in=deleted).delete()
    today.abandoned.delete()
    erased = [*declined, *published]
    files = Attachment.objects.filter(contribution__in=erased)
    # Of what is published, what the page shows stays.
    take_back(files)
    files.delete()
    Message.objects.filter(contribution__in=erased).delete()
    Mail.objects.filter(contribution__in=erased).delete()
    Contribution.objects.filter(pk__in=erased).update(**_NOTHING, erased_at=now)
    return len(erased), len(deleted)


def _held(rows):
    """Their keys (list), once nobody else changes them."""
    return list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
