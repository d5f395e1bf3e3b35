"""Loads the example: the skeleton, the accounts, then every content as a member would have written it.

Pages are created empty first, so that any may name any other; then filled, and led to where they stand in
the life of a page: published, draft, in review, scheduled. A page is known by its translation key, which
survives a change of title or address. Where one of them is found the example has been here already: nothing
is touched, and what members have changed or deleted stays so.
"""

import uuid
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone
from wagtail.models import Comment, Page, PageLogEntry, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from demo.accounts import create_accounts
from demo.bodies import BodyWriter
from demo.library import Library
from demo.pages import KINDS, PageFiller
from demo.settling import furnish_home, furnish_settings, furnish_simple_pages
from demo.text import one_line
from home.sections import open_site

#: Where the keys of the example's pages come from.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/nebuleuses/exemple")


@transaction.atomic
def load(today=None):
    """Creates what is missing of the example and returns its accounts (dict: username → Account).

    `today` (date, default the present) is the day around which the agenda is laid.
    """
    today = today or timezone.localdate()
    call_command("load_gazetteer", verbosity=0)
    address = urlsplit(settings.SITE_URL)
    home = open_site(address.hostname, address.port or (443 if address.scheme == "https" else 80))
    accounts = create_accounts()
    if _was_loaded():
        return accounts
    members = {username: account.member for username, account in accounts.items()}
    created = list(_create_pages(members, today))
    pages = {content["slug"]: page for page, content, _kind in created}
    library = Library(uploader=members["camille"])
    writer = BodyWriter(library, pages)
    filler = PageFiller(library, writer, pages, today)
    for page, content, kind in created:
        filler.fill(page, content, kind)
    for page, content, _kind in created:
        _LIVES[_life(content)](page, content, members, today)
    furnish_settings(home)
    furnish_simple_pages(writer, members["alix"])
    furnish_home(home, writer, pages, members["alix"])
    return accounts


def _was_loaded():
    """Whether any page of the example is here, whatever its title has become."""
    keys = [_key(content) for _model, _index, contents, _kind in KINDS for content in contents]
    return Page.objects.filter(translation_key__in=keys).exists()


def _key(content):
    return uuid.uuid5(_NAMESPACE, content["slug"])


def _create_pages(members, today):
    """Creates every page with nothing but its name (iterator of (page, content, kind))."""
    with disable_reference_index_auto_update():  # nothing in them yet that points anywhere
        for model, index, contents, kind in KINDS:
            parent = index.objects.first()
            for content in contents:
                page = model(
                    title=content["title"],
                    slug=content["slug"],
                    summary=one_line(content["summary"]),
                    owner=members[content.get("author", "camille")],
                    translation_key=_key(content),
                    live=False,
                    has_unpublished_changes=True,
                    first_published_at=_moment(content, today) if _life(content) == "published" else None,
                )
                parent.add_child(instance=page)
                yield page, content, kind


def _life(content):
    return content.get("life", "published")


def _moment(content, today):
    """When this content was published (aware datetime): some days before `today`, at an hour of its own."""
    minutes = 9 * 60 + _key(content).int % (11 * 60)
    day = today - timedelta(days=content["published"])
    return timezone.make_aware(datetime.combine(day, time(minutes // 60, minutes % 60)))


def _publish(page, content, members, today):
    """Published by the moderation on the day that the content says, in the history too."""
    revision = page.save_revision(user=page.owner, log_action=True)
    revision.publish(user=members["sacha"])
    moment = _moment(content, today)
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=moment)
    Page.objects.filter(pk=page.pk).update(
        first_published_at=moment, last_published_at=moment, latest_revision_created_at=moment
    )


def _keep_as_draft(page, content, members, today):
    """A draft under way, with a remark that somebody else left in the margin."""
    page.save()
    remark = content.get("remark")
    if remark:
        page.wagtail_admin_comments.add(
            Comment(user=members["sacha"], text=one_line(remark), contentpath="summary", position="")
        )
    page.save_revision(user=page.owner, log_action=True)


def _send_to_review(page, content, members, today):
    """In collective review, with the agreement of one member."""
    page.save()
    page.save_revision(user=page.owner, log_action=True)
    # Nobody must receive a mail about a page that was invented.
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
        review = page.get_workflow().start(page, page.owner).current_task_state.specific
        review.agree(members["sacha"], review.text_digest, one_line(content["agreement"]))


def _schedule(page, content, members, today):
    """To be published by `publish_scheduled`, some days from `today`, at eight in the morning."""
    day = today + timedelta(days=content["published_in"])
    page.go_live_at = timezone.make_aware(datetime.combine(day, time(8)))
    page.save()
    page.save_revision(user=page.owner, log_action=True).publish(user=members["sacha"])


_LIVES = {
    "published": _publish,
    "draft": _keep_as_draft,
    "review": _send_to_review,
    "scheduled": _schedule,
}
