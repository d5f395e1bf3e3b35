"""A rendezvous made again from another: the next session, the same meeting elsewhere."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from agenda.models import EventPage
from agenda.slugs import free_slug

#: What belongs to the first one alone.
_NOT_COPIED = ["exceptions", "added_dates", "postponed_to", "go_live_at", "expire_at", "state_reason"]
#: Letters of an address that leave room for a number.
_SLUG_LENGTH = 240


def duplicate(event, user):
    """A draft (EventPage) with what the last draft of `event` (EventPage) says, owned by `user`; nothing is published.

    The day is kept, to be changed; what was said of its own dates, cancelled or postponed, is left behind.
    """
    draft = event.get_latest_revision_as_object()
    title = _title(draft.title)
    return draft.copy(
        to=event.get_parent(),
        update_attrs={
            "title": title,
            "slug": free_slug(event.get_parent(), slugify(title)[:_SLUG_LENGTH]),
            "state": EventPage.State.CONFIRMED,
            "owner": user,
        },
        exclude_fields=_NOT_COPIED,
        copy_revisions=False,
        keep_live=False,
        user=user,
    )


def _title(title):
    """« Balint (copie) » (str), cut where a title would be too long."""
    named, longest = _("%(title)s (copie)"), EventPage._meta.get_field("title").max_length
    room = longest - len(named % {"title": ""})
    return named % {"title": title if len(title) <= room else f"{title[: room - 1].rstrip()}…"}
