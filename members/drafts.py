"""What exactly a member agrees to: the text of a draft, recognised whatever Wagtail writes around it. Pure."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

#: What a revision records beside the text itself: changing it does not change what was agreed to.
BOOKKEEPING = {
    "pk",
    "depth",
    "draft_title",
    "first_year",
    "kind_label",
    "last_year",
    "reading_minutes",
    "when_label",
    "expired",
    "first_published_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "path",
    "url_path",
    "wagtail_admin_comments",
}


def draft_digest(revision):
    """A fingerprint (16 hexadecimal characters) of the text of a Revision, blind to bookkeeping."""
    text = json.dumps(_without_bookkeeping(revision.content), sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _without_bookkeeping(value):
    if isinstance(value, dict):
        return {key: _without_bookkeeping(item) for key, item in value.items() if key not in BOOKKEEPING}
    if isinstance(value, list):
        return [_without_bookkeeping(item) for item in value]
    return value
