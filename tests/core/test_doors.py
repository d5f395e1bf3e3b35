"""TRAPS 1, 3 and 4 at the doors of members: what they bring is what it says, and is stored without who made it."""

import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import UploadedFile

from core.files import recordings
from core.files.metadata import clean_rtf
from core.models import SiteDocument, SiteImage, SiteMedia
from members.groups import REDACTION
from tests.contributions.files import SECRET, content_of, flat_png, package, unpacked, upload_of
from tests.core.test_document_text import locked_zip
from tests.core.test_photos import photo
from tests.factories import make_image, make_media, make_member, upload

pytestmark = pytest.mark.django_db
needs_ffmpeg = pytest.mark.skipif(not recordings.can_look(), reason="ffmpeg is not there")

OPEN = "application/vnd.oasis.opendocument."
WHO = f"<creator>{SECRET}</creator>"
#: Documents that members alone may bring, with SECRET in what they say of themselves.
PACKAGES = {
    "xlsx": {
        "xl/workbook.xml": "<workbook/>",
        "docProps/core.xml": WHO,
        "xl/comments1.xml": f"<comments><authors><author>{SECRET}</author></authors></comments>",
        "xl/persons/person.xml": f'<personList><person displayName="{SECRET}" id="1"/></personList>',
    },
    "pptx": {
        "ppt/presentation.xml": "<p:presentation/>",
        "docProps/core.xml": WHO,
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst><p:cmAuthor id="0" name="{SECRET}" initials="S"/></p:cmAuthorLst>',
    },
    "ods": {
        "mimetype": f"{OPEN}spreadsheet",
        "content.xml": "<c/>",
        "meta.xml": f"<m><dc:creator>{SECRET}</dc:creator></m>",
    },
    "odp": {
        "mimetype": f"{OPEN}presentation",
        "content.xml": "<c/>",
        "meta.xml": f"<m><dc:creator>{SECRET}</dc:creator></m>",
    },
}
DOCUMENTS = ["pdf", "docx", "odt", *PACKAGES]
DOORS = ["wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs_chooser:create"]


@pytest.fixture
def ana(client):
    client.force_login(make_member("ana", REDACTION))
    return client


def brought(kind):
    """A document (SimpleUploadedFile) of a type, that says who made it."""
    content = package(PACKAGES[kind]) if kind in PACKAGES else content_of(kind)
    return upload(content, f"tract.{kind}", "application/octet-stream")


def fields_of(door, file):
    fields = {"title": "Un tract", ("files[]" if door.endswith("multiple") else "file"): file}
    if "chooser" in door:
        prefix = "media-chooser-upload" if "media" in door else "document-chooser-upload"
        fields = {f"{prefix}-{name}": value for name, value in fields.items()}
    return fields


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("door", DOORS)
def test_a_document_is_stored_without_who_made_it(ana, door, kind):
    ana.post(reverse(door), fields_of(door, brought(kind)), headers={"x-requested-with": "XMLHttpRequest"})
    document = SiteDocument.objects.get()
    assert SECRET.encode() not in unpacked(document.file.open().read())
    assert "person" in document.removed
    assert document.file_size == document.file.size


REFUSED = [
    ("tract.pdf", b"\x7fELF" + b"\x00" * 4000, "n’est pas accepté"),
    ("tract.pdf", b"<!doctype html><script>alert(1)</script>" + b"%PDF-1.4\n%%EOF", "deux choses"),
    ("tract.pdf", content_of("pdf")[:200], "abîmé"),
    ("tract.docx", package({"word/document.xml": "x" * 70_000_000}), "démesuré"),
    ("tract.docx", package({"../../etc/passwd": "x", "word/document.xml": "x"}), "n’est pas accepté"),
    ("tract.odt", content_of("pdf")[:40], "abîmé"),
    ("tract.docx", locked_zip(), "mot de passe"),
    ("tract.pdf", photo("JPEG"), "autre sorte"),
    ("tract.txt", b"#!/bin/sh\nrm -rf /", "n’est pas accepté"),
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("name", "content", "said"), REFUSED, ids=range(len(REFUSED)))
def test_a_document_that_is_another_thing_is_refused_with_a_sentence(ana, door, name, content, said):
    file = upload(content, name, "application/pdf")
    answer = ana.post(reverse(door), fields_of(door, file), headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 200
    is_page = answer["Content-Type"].startswith("text/html")
    assert said in (answer.content.decode() if is_page else str(answer.json()))
    assert not SiteDocument.objects.exists()


SAID_IN_RTF = [
    (b"{\\rtf1{\\*\\generator SECRET;}{\\info{\\title a\\}}{\\author SECRET}} Oui}", b"{\\rtf1 Oui}"),
    (b"{\\rtf1{\\*\\revtbl {Unknown;}{SECRET;}} {\\b gras}\\par}", b"{\\rtf1 {\\b gras}\\par}"),
    (b"{\\rtf1 {\\information a}}", b"{\\rtf1 {\\information a}}"),
]


@pytest.mark.parametrize(("said", "left"), SAID_IN_RTF, ids=range(len(SAID_IN_RTF)))
def test_a_rich_text_says_nothing_of_its_writer(tmp_path, said, left):
    sent, stored = tmp_path / "a.rtf", tmp_path / "b.rtf"
    sent.write_bytes(said)
    clean_rtf(sent, stored)
    assert stored.read_bytes() == left


@pytest.mark.parametrize("said", [b"{\\rtf1{\\info{\\author X} a", b"{\\rtf1{\\info\\bin9 }}}}}}}}}}}"])
def test_a_rich_text_whose_groups_have_no_end_is_not_cleaned(tmp_path, said):
    sent = tmp_path / "a.rtf"
    sent.write_bytes(said)
    with pytest.raises(ValueError, match="no end"):
        clean_rtf(sent, tmp_path / "b.rtf")


def test_a_name_that_is_wrong_within_its_family_is_put_right(ana):
    ana.post(reverse("wagtaildocs:add"), fields_of("", upload(content_of("odt"), "tract.docx", "application/pdf")))
    assert Path(SiteDocument.objects.get().file.name).suffix == ".odt"


@pytest.mark.parametrize(("kind", "sort"), [("mp3", "audio"), ("m4a", "audio"), ("mp4", "video"), ("mov", "video")])
@pytest.mark.parametrize("door", ["wagtailmedia:add", "wagtailmedia:chooser_upload"])
@needs_ffmpeg
def test_a_recording_is_stored_without_where_and_by_whom(ana, door, kind, sort):
    prefix = "media-chooser-upload-" if "chooser" in door else ""
    fields = {
        f"{prefix}{name}": value
        for name, value in {"title": "Une voix", "file": upload_of(kind), "captions_language": "fr"}.items()
    }
    ana.post(reverse(door, args=[sort]), fields | {f"{prefix}duration": 1})
    media = SiteMedia.objects.get()
    assert SECRET.encode() not in media.file.open().read()
    assert not recordings.looked_at(Path(media.file.path)).tags & {"title", "artist", "location", "comment"}
    assert media.removed


@needs_ffmpeg
def test_a_recording_is_looked_at_once_when_it_comes_and_once_where_it_is_stored(monkeypatch):
    asked, run = [], recordings._run
    monkeypatch.setattr(recordings, "_run", lambda command, *rest: asked.append(command[0]) or run(command, *rest))
    make_media()
    assert asked.count("ffprobe") == 2


NO_RECORDINGS = [
    ("voix.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00<html><script>alert(1)</script>", "audio"),
    ("voix.mp3", content_of("mp4"), "audio"),
    ("film.mp4", b"<html></html>", "video"),
    ("film.mp4", content_of("mp4")[:3000], "video"),
    ("film.mp4", content_of("mp3"), "video"),
    ("voix.wav", content_of("wav")[:5000], "audio"),  # ffprobe sees nothing wrong, its copy does
]


@pytest.mark.parametrize(("name", "content", "sort"), NO_RECORDINGS, ids=range(len(NO_RECORDINGS)))
@needs_ffmpeg
def test_what_is_no_recording_is_refused_beside_its_field(ana, name, content, sort):
    fields = {
        "title": "Une voix",
        "file": upload(content, name, "audio/mpeg"),
        "duration": 1,
        "captions_language": "fr",
    }
    answer = ana.post(reverse("wagtailmedia:add", args=[sort]), fields)
    assert answer.status_code == 200
    assert "w-field__errors" in answer.content.decode()
    assert not SiteMedia.objects.exists()


POSTERS = [
    ("affiche.png", photo("PNG")[:-40], "abîmée"),
    ("affiche.png", flat_png(12_001, 10), "trop grande"),
    ("affiche.jpg", b"<html><script>alert(1)</script></html>", "abîmée"),
    ("affiche.jpg", photo("JPEG") + bytes(16_000_000), "trop lourde"),
]


@pytest.mark.parametrize(("name", "content", "said"), POSTERS, ids=range(len(POSTERS)))
@needs_ffmpeg
def test_a_poster_that_is_no_photo_is_refused_beside_its_field(ana, name, content, said):
    fields = {"title": "Un film", "file": upload_of("mp4"), "duration": 1, "captions_language": "fr"}
    answer = ana.post(reverse("wagtailmedia:add", args=["video"]), fields | {"thumbnail": upload(content, name)})
    assert answer.status_code == 200 and said in answer.content.decode()
    assert not SiteMedia.objects.exists()


def test_no_door_at_all_stores_what_is_no_document():
    """An import, an API, a console."""
    with pytest.raises(ValidationError):
        SiteDocument.objects.create(title="Un tract", file=ContentFile(b"\x7fELF" + b"\x00" * 99, name="tract.pdf"))


@pytest.mark.parametrize(("model", "file"), [(SiteImage, photo("JPEG")), (SiteDocument, content_of("pdf"))])
def test_what_waits_for_a_shorter_title_is_clean_too(ana, model, file):
    """Wagtail keeps it in the public folder, as it came, until somebody gives it what is missing."""
    image = model is SiteImage
    door, name = ("wagtailimages:add_multiple", "a.jpg") if image else ("wagtaildocs:add_multiple", "a.pdf")
    fields = {"title": "x" * 300, "files[]": upload(file, name, "image/jpeg")}
    ana.post(reverse(door), fields, headers={"x-requested-with": "XMLHttpRequest"})
    waiting = UploadedFile.objects.get(for_content_type=ContentType.objects.get_for_model(model))
    content = waiting.file.open().read()
    assert b"Rue des Lilas" not in content if image else SECRET.encode() not in unpacked(content)


EDITED = [
    (lambda: make_image(content=photo("JPEG"), name="a.jpg"), "wagtailimages:edit", "position, appareil, date, nom"),
    (lambda: SiteDocument.objects.create(title="a", file=upload_of("pdf")), "wagtaildocs:edit", "nom, logiciel"),
    (lambda: make_media("a.mp3"), "wagtailmedia:edit", "Retiré de ce fichier"),
]


@pytest.mark.parametrize(("make", "screen", "said"), EDITED, ids=["image", "document", "sound"])
def test_an_editor_reads_what_was_removed(client, make, screen, said):
    client.force_login(make_member("ana", REDACTION, is_superuser=True))
    item = make()
    html = client.get(reverse(screen, args=[item.pk])).content.decode()
    assert (said in html) == bool(item.removed)


def test_nothing_is_said_where_nothing_was_removed(ana):
    image = make_image()
    assert image.removed == []
    assert "Retiré de ce fichier" not in ana.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()


def written_behind_its_back(item, content):
    with open(item.file.path, "wb") as file:
        file.write(content)
    return item


@needs_ffmpeg
def test_a_command_cleans_what_is_already_there(django_capture_on_commit_callbacks):
    image = written_behind_its_back(make_image(name="a.jpg"), photo("JPEG"))
    rendition = image.get_rendition("width-20|format-jpeg")
    document = SiteDocument.objects.create(title="a", file=upload_of("pdf"))
    written_behind_its_back(document, content_of("pdf"))
    sound = written_behind_its_back(make_media("a.mp3"), content_of("mp3"))
    clean = make_image()
    before = {item.file.path for item in (image, document, sound)} | {rendition.file.path}

    said = StringIO()
    call_command("clean_files", "--dry-run", stdout=said)
    assert "4 fichiers regardés, 3 à nettoyer, 0 illisibles" in said.getvalue()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("clean_files", stdout=said)
    assert "3 nettoyés" in said.getvalue()
    for item in (image, document, sound, clean):
        item.refresh_from_db()
        assert item.told() == []
    assert not any(map(Path.exists, map(Path, before)))
    assert image.renditions.count() == 0
    call_command("clean_files", "--dry-run", stdout=said)
    assert said.getvalue().rstrip().endswith("4 fichiers regardés, 0 à nettoyer, 0 illisibles.")


def test_the_command_names_what_it_cannot_read():
    image = make_image()
    image.file.storage.delete(image.file.name)
    said = StringIO()
    call_command("clean_files", stdout=StringIO(), stderr=said)
    assert f"image {image.pk}" in said.getvalue()


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not there")
@pytest.mark.parametrize("image_format", ["JPEG", "HEIF", "WEBP", "PNG"])
def test_exiftool_finds_nothing_in_the_original_nor_in_a_rendition(image_format):
    image = make_image(content=photo(image_format), name=f"a.{image_format.lower()}")
    for path in (image.file.path, image.get_rendition("width-20|format-jpeg").file.path):
        said = subprocess.run(["exiftool", "-a", "-G1", path], capture_output=True, text=True, check=True).stdout
        assert not any(word in said for word in ("GPS", "Lilas", "4711", "[XMP", "[IPTC", "[IFD0] Artist", "Make"))
