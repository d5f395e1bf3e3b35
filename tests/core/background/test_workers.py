"""Tasks that workers do: written with what they are about, done after the answer, and nothing private meanwhile."""

from contextlib import suppress
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex

from core.background.sweeping import DONE_KEPT, sweep
from core.background.tasks import task_backends
from core.background.workers import AT_ONCE
from core.models import SiteImage, TimedJob
from core.page_cache.changes import tell
from tests.core.background.jobs import fail, write_down
from tests.factories import make_article, make_image, make_resource, png
from tests.search.test_documents import make_document, offering

#: Where pictures of what is published are shown.
ADDRESSES = ("/", "/reflexions/", "/ressources/", "/flux.xml")


def paragraphs(text):
    return [("text", f"<p>{text}</p>")]


def found(client, word):
    """Titles (list of str) of what a search finds."""
    return [content.title for content in client.get("/recherche/", {"q": word}).context["contents"]]


def test_what_is_published_is_shown_at_once_and_found_once_a_worker_has_read_it(client, work):
    article = make_article("Les lanternistes")
    assert client.get(article.url).status_code == 200
    assert found(client, "lanterniste") == []
    work()
    assert found(client, "lanterniste") == ["Les lanternistes"]


def test_pictures_that_a_worker_has_made_are_not_made_again_by_any_reader(client, work, monkeypatch):
    image = make_image(content=png(1600, 1000, "teal"))
    body = [("picture", {"image": image, "is_decorative": True})]
    pages = [make(image=image, body=body) for make in (make_article, make_resource)]
    assert not image.renditions.exists()
    work()
    made = image.renditions.count()
    monkeypatch.setattr(SiteImage, "generate_rendition_file", None)
    for address in (*ADDRESSES, *(page.url for page in pages)):
        html = client.get(address).content.decode()
        assert "images/mur" in html, address
    assert image.renditions.count() == made


def test_a_worker_makes_nothing_of_a_page_that_was_deleted_meanwhile(work):
    make_article(image=make_image()).delete()
    work()
    assert {task.status for task in DBTaskResult.objects.all()} == {"SUCCESSFUL"}


def test_what_was_taken_out_of_a_page_is_in_no_excerpt_although_no_worker_has_read_it_again(client, work):
    article = make_article("Une rencontre", body=paragraphs("Odile Tremblay allumait des lanternes."))
    work()
    assert "Tremblay" in client.get("/recherche/?q=lanternes").content.decode()
    article.body = paragraphs("Quelqu’un allumait des bougies.")
    article.save_revision().publish()
    assert "Tremblay" not in client.get("/recherche/?q=lanternes").content.decode()
    work()
    assert found(client, "tremblay") == [] and found(client, "bougies") == ["Une rencontre"]


def test_what_is_withdrawn_is_not_found_although_no_worker_has_read_it_again(client, work):
    article = make_article("Les lanternistes")
    work()
    article.unpublish()
    assert found(client, "lanterniste") == []


def test_an_image_of_the_same_number_as_a_page_hides_nothing_of_it(client, work):
    article = make_article("Une rencontre", body=paragraphs("Un soir, des lanternes."))
    work()
    SiteImage(pk=article.pk, title="Une autre", file=make_image().file).save()
    assert "<mark>lanternes</mark>" in client.get("/recherche/?q=lanternes").content.decode()


def test_a_document_that_changes_is_found_by_its_new_words(client, work):
    document = make_document("Un lanterniste.")
    make_article("Une brochure", body=offering(document))
    work()
    assert found(client, "lanterniste") == ["Une brochure"]
    document.text = "Un xylophoniste."
    document.save()
    work()
    assert (found(client, "lanterniste"), found(client, "xylophoniste")) == ([], ["Une brochure"])


def test_another_word_in_the_environment_stops_the_start_with_a_sentence():
    with pytest.raises(SystemExit, match="TASKS ne se comprend pas.*immediate ou database"):
        task_backends("redis")


def test_a_task_is_written_with_what_it_is_about_or_not_at_all(work, tmp_path):
    with suppress(ZeroDivisionError), transaction.atomic():
        write_down.enqueue(str(tmp_path / "never"), "1")
        raise ZeroDivisionError
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("name", sorted(AT_ONCE))
def test_what_is_done_at_once_is_a_task_of_wagtail(name):
    assert isinstance(import_string(name), Task)


def test_a_photo_that_is_deleted_is_gone_before_any_worker_comes(work, django_capture_on_commit_callbacks):
    image = make_image()
    path = Path(image.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not path.exists()


def test_what_shows_a_photo_is_known_before_any_worker_comes(work):
    image = make_image()
    make_article(image=image)
    assert ReferenceIndex.get_references_to(image).exists()


def test_what_waits_and_what_is_swept_is_nothing_that_readers_see(work, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        write_down.enqueue(str(tmp_path / "written"), "1")
        work()
        sweep(timezone.now() + 2 * DONE_KEPT)
        TimedJob.objects.update_or_create(name="sweep_tasks", defaults={"began_at": timezone.now()})
    assert tell not in waiting


def test_what_an_error_says_of_somebody_is_not_kept(work):
    fail.enqueue("Odile Tremblay")
    work()
    task = DBTaskResult.objects.get()
    assert (task.status, task.exception_class_path) == ("FAILED", "builtins.ValueError")
    assert "Tremblay" not in task.traceback
