"""Whoever writes what was never published leaves the pages of readers where they are, at each draft that is saved."""

import pytest

from core.page_cache.changes import tell
from members.groups import MODERATION
from tests.core.page_cache.test_changes import forget_what_waits
from tests.factories import make_appeal, make_article, make_event, make_initiative, make_resource
from tests.kills.editor import editing, filled, posted, somebody

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_appeal, make_article, make_event, make_initiative, make_resource])
def test_a_draft_of_what_was_never_published_is_seen_by_no_reader(make, django_capture_on_commit_callbacks):
    browser, page = somebody("ana", MODERATION), make(publish=False)
    data = filled(browser, editing(page), text="Un texte") | {"title": "Un autre titre"}
    forget_what_waits()
    with django_capture_on_commit_callbacks(execute=True) as waiting:
        answer = posted(browser, editing(page), data)
    page.refresh_from_db()
    assert page.get_latest_revision().as_object().title == "Un autre titre", answer
    assert tell not in waiting
