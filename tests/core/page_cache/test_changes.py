"""Whatever readers may see changes the generation once it is committed; what they never see does not."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from contributions.models import Contribution
from core.models import Generation, Place, SiteSettings, Theme
from core.page_cache import changes
from core.page_cache.changes import concerns_readers, tell
from home.models import HomePage
from members.groups import REDACTION
from search.tasks import index_content
from tests.factories import make_article, make_event, make_image, make_member, make_theme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sql", "is_seen"),
    [
        ('INSERT INTO "core_theme" ("title") VALUES (%s)', True),
        ('INSERT OR IGNORE INTO "core_contentpage_themes" ("contentpage_id") VALUES (%s)', True),
        ('UPDATE "core_siteimage" SET "title" = %s WHERE "core_siteimage"."id" = %s', True),
        ("UPDATE wagtailcore_page SET path = %s WHERE path LIKE %s", True),
        ('DELETE FROM "core_siterendition" WHERE "core_siterendition"."id" IN (%s)', True),
        ('WITH gone AS (SELECT 1) DELETE FROM "core_place"', True),
        ('INSERT INTO "core_siterendition" ("image_id") VALUES (%s)', False),
        ('INSERT INTO "wagtailcore_revision" ("content") VALUES (%s)', False),
        ('UPDATE "django_session" SET "expire_date" = %s WHERE 1', False),
        ('INSERT INTO "contributions_contribution" ("text") VALUES (%s)', False),
        ('UPDATE "members_member" SET "last_login" = %s WHERE "members_member"."id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "has_unpublished_changes" = %s WHERE "id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "live" = %s WHERE "id" = %s', True),
        ('INSERT INTO "search_missedsearch" ("day") VALUES (%s) ON CONFLICT("day") DO UPDATE SET "times" = 2', False),
        ('INSERT INTO "search_word" ("plain") VALUES (%s) ON CONFLICT("plain") DO UPDATE SET "times" = 2', True),
        (f'INSERT INTO "core_place" ("name") VALUES {", ".join(["(%s)"] * 3000)}', True),  # noqa: S608
        ("SELECT 1", False),
        ("VACUUM", False),
    ],
)
def test_which_statements_concern_readers(sql, is_seen):
    assert concerns_readers(sql) is is_seen


def page():
    return make_article("Une page")


def forget_what_waits():
    """What a test prepares waits with what it looks at: all is one transaction."""
    connection.run_on_commit = [waiting for waiting in connection.run_on_commit if waiting[1] is not tell]


def waiting_after(prepare, do, capture):
    """What waits for the commit (list of functions) once something is done with what was prepared."""
    thing = prepare()
    forget_what_waits()
    with capture() as waiting:
        do(thing)
    return waiting


#: Gesture → what is there before (function), what is done with it (function).
SEEN = {
    "publish": (lambda: make_article(publish=False), lambda one: one.save_revision().publish()),
    "publish again": (page, lambda one: one.save_revision().publish()),
    "publish what was scheduled": (lambda: _scheduled(), lambda _one: _two_days_later()),
    "unpublish": (page, lambda one: one.unpublish()),
    "delete": (page, lambda one: one.delete()),
    "move": (lambda: make_article("Autre section"), lambda one: one.move(HomePage.objects.get(), pos="last-child")),
    "change an address": (page, lambda one: _change_slug(one)),
    "hide what a former reading of it says is a draft": (page, lambda one: _write_as_it_was(one)),
    "make private": (page, lambda one: PageViewRestriction.objects.create(page=one, restriction_type="login")),
    "edit a theme": (make_theme, lambda one: Theme.objects.filter(pk=one.pk).update(title="Autre")),
    "edit a place": (lambda: make_event().place, lambda one: Place.objects.all().update(name="Ailleurs")),
    "edit settings": (lambda: SiteSettings.for_site(Site.objects.get()), lambda one: one.save()),
    "replace an image": (make_image, lambda one: one.save()),
    "delete an image": (make_image, lambda one: one.delete()),
    "make a collection private": (
        lambda: Collection.get_first_root_node().add_child(name="Privé"),
        lambda one: CollectionViewRestriction.objects.create(collection=one, restriction_type="login"),
    ),
    "index what is published": (page, lambda one: _index(one)),
    "rename the site": (lambda: Site.objects.get(), lambda one: Site.objects.update(site_name="Autre nom")),
}


def _scheduled():
    page = make_article(publish=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _two_days_later():
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        call_command("publish_scheduled")


def _write(page):
    """As the editor's screen does of a page that is not live: all of it is saved, and indexed."""
    page.title, page.slug, page.themes = "Un autre titre", "une-autre", [make_theme("Psychiatrie")]
    forget_what_waits()
    page.save()


def _index(page):
    index_content.call("articles", "articlepage", page.pk)


def _change_slug(page):
    page.slug = "une-autre"
    page.save()


def _write_as_it_was(page):
    page.live, page.first_published_at = False, None
    page.save()


@pytest.mark.parametrize("gesture", SEEN)
def test_whatever_readers_may_see_changes_the_generation(gesture, django_capture_on_commit_callbacks):
    waiting = waiting_after(*SEEN[gesture], django_capture_on_commit_callbacks)
    assert waiting.count(tell) == 1


#: As above.
UNSEEN = {
    "save a draft": (page, lambda one: one.save_revision()),
    "write what was never published": (lambda: make_article(publish=False), lambda one: _write(one)),
    "index a draft, as workers do": (lambda: make_article(publish=False), lambda one: _index(one)),
    "send to review": (page, lambda one: one.get_workflow().start(one, make_member("ana", REDACTION))),
    "sign in": (lambda: make_member("ana"), lambda one: one.save(update_fields=["last_login"])),
    "show a picture for the first time": (make_image, lambda one: one.get_rendition("width-20")),
    "a contribution comes": (lambda: None, lambda _none: Contribution.objects.create(kind="texte")),
}


@pytest.mark.parametrize("gesture", UNSEEN)
def test_what_readers_never_see_leaves_pages_where_they_are(gesture, django_capture_on_commit_callbacks):
    waiting = waiting_after(*UNSEEN[gesture], django_capture_on_commit_callbacks)
    assert tell not in waiting


def test_the_generation_is_another_each_time():
    tokens = set()
    for _time in range(3):
        tell()
        tokens.add(Generation.objects.get().token)
    assert len(tokens) == 3


def test_what_is_undone_is_not_told(django_capture_on_commit_callbacks):
    forget_what_waits()
    with django_capture_on_commit_callbacks() as waiting:
        try:
            with transaction.atomic():
                make_theme("Perdu")
                raise ValueError
        except ValueError:
            pass
        assert not any(one[1] is tell for one in connection.run_on_commit)
        make_theme("Gardé")
    assert waiting.count(tell) == 1


def test_a_database_that_cannot_say_it_has_it_said_later(monkeypatch):
    monkeypatch.setattr(changes, "owed", False)
    with patch.object(Generation, "change", side_effect=DatabaseError):
        tell()
    assert changes.owed
    tell()
    assert not changes.owed


def test_what_is_written_to_many_at_once_is_seen_too(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        Page.objects.filter(depth__gt=3).update(show_in_menus=True)
    assert tell in waiting
