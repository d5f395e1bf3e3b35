"""What is too much on the disk goes, what is missing is said, and nothing that somebody needs is touched."""

import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from contributions.models import Attachment
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    settings.MEDIA_ROOT, settings.QUARANTINE_ROOT = tmp_path / "media", tmp_path / "quarantine"
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.FILE_UPLOAD_TEMP_DIR = settings.QUARANTINE_ROOT / "arrivals"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir(parents=True)
    settings.MEDIA_ROOT.mkdir()


@pytest.fixture
def left(settings):
    """A function that leaves a file somewhere, made two hours ago, or so many hours (Path)."""

    def leave(name, hours=2, root=settings.MEDIA_ROOT):
        path = Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        then = time.time() - hours * 3600
        os.utime(path, (then, then))
        return path

    return leave


def check(*arguments):
    """What the command says (str), whether or not something is missing."""
    said = StringIO()
    try:
        call_command("check_media", *arguments, stdout=said)
    except CommandError as error:
        said.write(str(error))
    return said.getvalue()


def age(path, hours=2):
    then = time.time() - hours * 3600
    os.utime(path, (then, then))


def test_a_site_in_order_is_said_to_be():
    image = make_image()
    age(image.get_rendition("fill-10x10").file.path)
    age(image.file.path)
    assert check("--fix").startswith("Tout est là, et rien de trop.")
    assert Path(image.file.path).exists()


@pytest.mark.parametrize(
    "name",
    ["original_images/x.jpg", "documents/x.pdf", "media/x.mp3", "images/x.avif", "media_thumbnails/x.png", "seul.txt",
     "apercus/999999/abc.png", "apercus/1/abc.part"],
)  # fmt: skip
def test_what_no_row_knows_is_found_then_goes(left, name):
    path = left(name)
    assert f"Fichiers que rien ne connaît\u00a0: 1\n  {name}" in check()
    assert path.exists()
    check("--fix")
    assert not path.exists()


def test_what_is_just_arriving_is_left_alone(left):
    path = left("original_images/x.jpg", hours=0.5)
    assert "peut-être en train d’arriver\u00a0: 1" in check("--fix")
    assert path.exists()


def test_the_card_of_a_page_stays(left):
    path = left(f"apercus/{make_article().pk}/abc.png")
    check("--fix")
    assert path.exists()


@pytest.mark.parametrize("name", ["original_images/nommée.jpg", "documents/plain.pdf"])
def test_what_an_older_version_names_stays_and_is_said(left, name):
    path = left(name)
    revision = Revision.objects.get(pk=make_article().latest_revision_id)
    revision.content = revision.content | {"body": f"voir /media/{name}"}
    revision.save()
    assert "ancienne version" in check("--fix")
    assert path.exists()


def test_a_row_without_its_file_is_said_and_stays():
    image = make_image()
    os.unlink(image.file.path)
    said = check("--fix")
    assert f"image n°\u00a0{image.pk}" in said and "reprenez-les d’une sauvegarde" in said
    assert type(image).objects.filter(pk=image.pk).exists()


def test_a_lost_rendition_is_made_again():
    image = make_image()
    os.unlink(image.get_rendition("fill-10x10").file.path)
    assert "Vignettes perdues\u00a0: 1" in check("--fix")
    again = type(image).objects.get(pk=image.pk).get_rendition("fill-10x10")
    assert Path(again.file.path).exists()


def test_the_quarantine_is_looked_at_too(left, settings):
    orphan = left("0" * 32, root=settings.QUARANTINE_ROOT)
    lost = Attachment.objects.create(label="voix", kind="mp3", size=1, digest="0" * 64)
    kept = Attachment.objects.create(label="voix", kind="mp3", size=1, digest="1" * 64)
    left(kept.name, root=settings.QUARANTINE_ROOT)
    said = check("--fix")
    assert f"manquent en quarantaine\u00a0: 1\n  {lost.name}" in said
    assert not orphan.exists() and kept.path.exists()
