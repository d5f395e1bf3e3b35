"""What the site knows of a video elsewhere goes a month later, with its picture, once nothing names it any more."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from core.hosted_recordings import forget_unnamed, named
from core.models import HostedRecording
from home.models import HomePage, StandardPage
from tests.factories import make_article, png

pytestmark = pytest.mark.django_db

PAGE = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
IN_A_MONTH = timedelta(days=31)


def learnt(page=PAGE, poster="film.png"):
    return HostedRecording.objects.create(address=page, title="Un film", poster=ContentFile(png(), name=poster))


def with_player(address=PAGE):
    return [("player", {"address": address, "title": "Un film"})]


def test_what_nothing_names_goes_with_its_picture(django_capture_on_commit_callbacks):
    poster = learnt().poster.name
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_unnamed(timezone.now() + IN_A_MONTH) == 1
    assert not HostedRecording.objects.exists()
    assert not default_storage.exists(poster)


def test_what_has_just_been_learnt_is_left_to_whoever_writes():
    learnt()
    assert forget_unnamed(timezone.now() + timedelta(days=29)) == 0


def test_what_a_page_shows_stays_however_it_is_written():
    """As it is shared from a telephone, in a content or in a simple page."""
    learnt()
    learnt("https://www.youtube.com/watch?v=KjIhGfEdCbA")
    make_article(body=with_player("https://youtu.be/AbCdEfGhIjK?si=x"))
    HomePage.objects.get().add_child(
        instance=StandardPage(title="Films", body=with_player("https://www.youtube.com/watch?v=KjIhGfEdCbA"))
    )
    assert forget_unnamed(timezone.now() + IN_A_MONTH) == 0


def test_what_a_draft_or_a_former_version_names_stays():
    learnt()
    article = make_article(body=with_player())
    article.body = []
    article.save_revision().publish()
    assert named() == {PAGE}
    assert forget_unnamed(timezone.now() + IN_A_MONTH) == 0
    article.refresh_from_db()
    article.revisions.exclude(pk=article.latest_revision_id).delete()
    article.title = "Sans film"
    article.save_revision()
    assert forget_unnamed(timezone.now() + IN_A_MONTH) == 1


def test_words_that_look_like_a_block_are_words():
    make_article(title='[{"type": "player"', summary='{"type": "player", "value": {"address": 3}}')
    assert named() == set()


def test_the_daily_command_does_it():
    learnt()
    HostedRecording.objects.update(answered_at=timezone.now() - IN_A_MONTH)
    said = StringIO()
    call_command("erase_files", stdout=said)
    assert "oubliés : 1." in said.getvalue() and not HostedRecording.objects.exists()


def test_a_picture_that_came_back_under_the_same_name_stays(django_capture_on_commit_callbacks):
    """Somebody names the film again before its picture is erased."""
    poster = learnt(poster="revient.png").poster.name
    forget_unnamed(timezone.now() + IN_A_MONTH)
    default_storage.delete(poster)
    assert learnt(poster="revient.png").poster.name == poster
    call_command("erase_files", verbosity=0)
    assert default_storage.exists(poster)
