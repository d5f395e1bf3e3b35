"""Files that strangers send: what is taken, what is refused and how, where it waits, and that nothing is left of it."""

import fcntl
import os
import time
import zipfile
from io import BytesIO

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image

from contributions import gestures
from contributions.files.intake import harmless_name
from contributions.files.quarantine import sweep
from contributions.models import Attachment, Contribution
from core.files import recordings
from core.files.arrivals import sweep_arrivals
from core.files.limits import FileLimits
from core.files.metadata import CLEANERS
from core.files.types import TYPES, Family
from core.models import ContentPage, People, SiteDocument, SiteImage, SiteMedia
from members.groups import MODERATION, REDACTION
from tests.contributions import files
from tests.contributions.conftest import CHOICES, LEAST, carried, code_in, on_disk, send
from tests.contributions.files import SECRET, content_of, upload_of
from tests.core.test_photos import SECRET as SECRET_PLACE
from tests.core.test_photos import photo
from tests.factories import PASSWORD, make_member

pytestmark = pytest.mark.django_db

needs_ffmpeg = pytest.mark.skipif(not recordings.can_look(), reason="ffmpeg n’est pas installé")


def cut(kind, part=0.6):
    content = content_of(kind)
    return content[: int(len(content) * part)]


def ahead(client, upload, opened=None):
    """What answers to a file that a script sends before the form."""
    opened = opened or carried(client.get("/contribuer/texte/").content.decode())
    return client.post("/contribuer/fichiers/", {"formulaire": opened, "attachments": upload})


def limits(**changes):
    return FileLimits(**({"most": 10, "light": 10**6, "heavy": 10**7, "of_a_day": 10**8, "floor": 0} | changes))


@pytest.mark.parametrize("kind", [key for key, kind in TYPES.items() if kind.from_strangers])
def test_each_type_is_taken_by_what_it_holds_and_says_nothing_of_whose_it_is(client, kind, quarantine):
    if TYPES[kind].family in {Family.SOUND, Family.VIDEO} and not recordings.can_look():
        pytest.skip("ffmpeg n’est pas installé")
    assert send(client, "texte", attachments=upload_of(kind)).status_code == 200
    attachment = Contribution.objects.get().files.get()
    stored = "jpeg" if kind == "heic" else kind
    assert (attachment.kind, attachment.label) == (stored, f"fichier.{TYPES[stored].extensions[0]}")
    assert on_disk() == [quarantine / attachment.name]
    content = attachment.path.read_bytes()
    assert len(content) == attachment.size and oct(attachment.path.stat().st_mode)[-2:] == "00"
    if TYPES[kind].family != Family.DOCUMENT:
        assert SECRET.encode() not in content and SECRET_PLACE.encode() not in content


#: What is refused: its name, its content, and words of the sentence that says so.
REFUSED = {
    "nothing": ("vide.jpg", lambda: b"", "vide"),
    "a drawing in SVG": ("dessin.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "deux choses|pas accepté"),
    "a page": ("page.html", lambda: b"<!DOCTYPE html><script>alert(1)</script>", "pas accepté|finit par|deux choses"),
    "a page called a photo": ("photo.jpg", lambda: b"<html><body>Bonjour</body></html>", "deux choses"),
    "a page called a text": ("texte.txt", lambda: b"<html><script>alert(1)</script></html>", "deux choses"),
    "a program for Windows": ("photo.jpg", lambda: b"MZ" + bytes(200), "pas accepté"),
    "a program for Linux": ("tract.pdf", lambda: b"\x7fELF" + bytes(200), "pas accepté"),
    "a script": ("notes.txt", lambda: b"#!/bin/sh\nrm -rf /\n", "deux choses|pas accepté"),
    "an archive": ("tout.zip", lambda: files.package({"a.txt": "a"}), "pas accepté|finit par"),
    "an archive called a document": ("tout.docx", lambda: files.package({"a.txt": "a"}), "pas accepté"),
    "a photo called a page": ("photo.html", lambda: photo("JPEG"), "pas accepté"),
    "a photo called a PDF": ("tract.pdf", lambda: photo("JPEG"), "finit par"),
    "a photo with an archive behind": ("p.jpg", lambda: photo("JPEG") + files.package({"a": "a"}), "deux choses"),
    "a GIF with a script behind": ("p.gif", lambda: photo("GIF") + b"<script>alert(1)</script>", "deux choses"),
    "a PDF behind a page": ("t.pdf", lambda: b"<html>" + files.pdf() + b"</html>", "deux choses|pas accepté|finit"),
    "a PDF with a page behind": ("t.pdf", lambda: files.pdf() + b"<html><script>1</script>", "deux choses"),
    "a PDF with an archive behind": ("t.pdf", lambda: files.pdf() + files.package({"a": "a"}), "deux choses"),
    "a PDF in an image": ("p.png", lambda: files.png_with(b"%PDF-1.7 "), "deux choses"),
    "a page in a sound": ("s.mp3", lambda: b"ID3\x04\x00\x00\x00\x00\x00\x00<html><script>1</script>", "deux choses"),
    "a cut photo": ("photo.jpg", lambda: cut("jpeg"), "abîmée"),
    "a cut PNG": ("photo.png", lambda: cut("png"), "abîmée"),
    "a cut PDF": ("tract.pdf", lambda: cut("pdf"), "abîmé"),
    "a PDF with a password": ("tract.pdf", lambda: files.pdf(password="secret"), "mot de passe"),
    "a cut document": ("texte.odt", lambda: cut("odt"), "abîmé"),
    "a cut RTF": ("texte.rtf", lambda: cut("rtf"), "abîmé"),
    "an immense image": ("mur.png", lambda: files.flat_png(11_300, 11_300), "trop grande"),
    "a long image": ("mur.png", lambda: files.flat_png(12_001, 10), "trop grande"),
    "an endless image": ("a.gif", lambda: files.long_gif(201), "trop longue"),
    "a document that unpacks": (
        "texte.docx",
        lambda: files.docx(**{"word/big.xml": bytes(60_000_000)}),
        "démesuré",
    ),
    "a document with a path": ("texte.docx", lambda: files.docx(**{"../../etc/passwd": "x"}), "pas accepté"),
    "a text that is none": ("texte.txt", lambda: b"Bonjour\x00\x01\x02", "pas accepté"),
}
#: Those that only ffmpeg refuses.
REFUSED_RECORDINGS = {
    "a cut video": ("clip.mp4", lambda: cut("mp4"), "abîmé"),
    "a cut film": ("clip.mov", lambda: cut("mov"), "abîmé"),
    "a cut web video": ("clip.webm", lambda: cut("webm"), "abîmé"),
    "a cut sound": ("voix.m4a", lambda: cut("m4a"), "abîmé"),
    "a cut recording": ("voix.wav", lambda: cut("wav", 0.3), "abîmé"),
    "no sound": ("voix.mp3", lambda: b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"Bonjour " * 200, "abîmé|pas accepté"),
}


def refused(client, name, content, words):
    response = send(client, "texte", attachments=SimpleUploadedFile(name, content))
    html = response.content.decode()
    assert response.status_code == 422 and any(word in html for word in words.split("|"))
    assert "rendu les clés" in html
    assert not (on_disk() or Attachment.objects.exists() or Contribution.objects.exists())


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_taken_is_refused_with_a_sentence_and_nothing_is_written(client, case):
    name, content, words = REFUSED[case]
    refused(client, name, content(), words)


@needs_ffmpeg
@pytest.mark.parametrize("case", REFUSED_RECORDINGS)
def test_a_recording_that_is_not_whole_is_refused(client, case):
    name, content, words = REFUSED_RECORDINGS[case]
    refused(client, name, content(), words)


def test_an_archive_in_the_colours_of_a_photo_is_dropped(client):
    send(client, "texte", attachments=SimpleUploadedFile("p.jpg", files.photo_with_archive_as_profile()))
    assert not zipfile.is_zipfile(Attachment.objects.get().path)


#: What honest programs make, and that looks strange.
HONEST = {
    "a text about pages": ("article.txt", lambda: ("x" * 600 + "\nOn écrit <body> puis <html>.").encode()),
    "a text that begins as a program": ("notes.txt", lambda: b"MZ est un groupe de rap.\nBMW aussi." * 9),
    "a text of Windows": ("notes.txt", lambda: "Où ça ? À l’hôpital.".encode("cp1252")),
    "a PDF with a remark": (
        "relu.pdf",
        lambda: files.pdf(remark="<body xmlns='http://www.w3.org/1999/xhtml'>x</body>"),
    ),
    "a PDF with blanks behind": ("tract.pdf", lambda: files.pdf() + b"\n\n  \n"),
    "a document of Word Online": ("texte.docx", lambda: files.docx(**{"word/document2.xml": "<w/>"})),
}


@pytest.mark.parametrize("case", HONEST)
def test_what_honest_programs_make_is_taken(client, case):
    name, content = HONEST[case]
    response = send(client, "texte", attachments=SimpleUploadedFile(name, content()))
    assert response.status_code == 200, response.content.decode().partition('role="alert"')[2][:900]
    assert Attachment.objects.get().notes == []


def test_what_is_refused_leaves_nothing_personal_in_the_journal(client, caplog):
    with caplog.at_level("DEBUG"):
        send(client, "texte", attachments=SimpleUploadedFile("Paul Durand.exe", b"MZ" + bytes(99)))
    assert "A file was refused" in caplog.text and "Durand" not in caplog.text


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\ana\\photo.jpg", "photo.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\x00b\n.jpg", "ab.jpg"),
        ("x" * 400 + ".jpg", "x" * 96 + ".jpg"),
        ("..", ""),
        ("e\u0301te\u0301.jpg", "été.jpg"),
        ("<b>.jpg", "b.jpg"),
    ],
)
def test_a_name_is_made_harmless(said, read):
    assert harmless_name(said) == read


@pytest.mark.parametrize("name", ["x" * 300 + ".jpg", "..jpg", "\u202egpj.jpg", "photo", "photo.JPG", "a/../b.jpeg"])
def test_a_photo_is_taken_whatever_it_is_called(client, name, quarantine):
    assert send(client, "texte", attachments=SimpleUploadedFile(name, photo("JPEG"))).status_code == 200
    assert [path.parent for path in on_disk()] == [quarantine]


def test_a_telephone_may_be_wrong_about_its_own_photos(client):
    assert send(client, "texte", attachments=SimpleUploadedFile("IMG.HEIC", photo("JPEG"))).status_code == 200
    assert Attachment.objects.get().label == "IMG.jpg"


def test_what_came_is_not_asked_again_when_something_else_is_wrong(client):
    response = send(client, "photos", recognisable="", attachments=[upload_of("jpeg"), upload_of("png")])
    html = response.content.decode()
    assert response.status_code == 422 and html.count('name="recu"') == 2
    names = list(Attachment.objects.values_list("name", flat=True))
    sent = LEAST["photos"] | CHOICES | {"formulaire": carried(html), "recu": names[:1]}
    assert client.post("/contribuer/photos/", sent).status_code == 200
    assert [one.label for one in Contribution.objects.get().files.all()] == ["fichier.jpg"]


def test_what_is_refused_does_not_take_the_others_along(client):
    good, bad = upload_of("jpeg"), SimpleUploadedFile("x.exe", b"MZ" + bytes(99))
    html = send(client, "texte", attachments=[bad, good]).content.decode()
    assert "«\xa0x.exe\xa0»" in html and html.count('name="recu"') == 1


def test_photos_ask_for_a_photo(client):
    sent = LEAST["photos"] | CHOICES | {"formulaire": carried(client.get("/contribuer/photos/").content.decode())}
    html = client.post("/contribuer/photos/", sent).content.decode()
    assert "Joignez au moins un fichier." in html and not Contribution.objects.exists()


def test_files_that_come_ahead_are_carried_by_the_form(client):
    opened = carried(client.get("/contribuer/texte/").content.decode())
    said = ahead(client, upload_of("jpeg"), opened).json()
    assert said["label"] == "fichier.jpg" and Attachment.objects.waiting().count() == 1
    assert send(client, "texte", opened, recu=said["name"]).status_code == 200
    assert Contribution.objects.get().files.get().name == said["name"]
    refusal = ahead(client, SimpleUploadedFile("x.exe", b"MZ" + bytes(99)))
    assert refusal.status_code == 422 and "«\xa0x.exe\xa0»" in refusal.json()["error"]
    assert "sans ce fichier" in ahead(client, upload_of("jpeg"), "faux").json()["error"]


def test_two_clicks_are_one_sending_with_its_files_once(client, django_capture_on_commit_callbacks):
    opened = carried(client.get("/contribuer/photos/").content.decode())
    with django_capture_on_commit_callbacks(execute=True):
        codes = {code_in(send(client, "photos", opened)) for _click in range(2)}
    assert len(codes) == 1 and Attachment.objects.count() == len(on_disk()) == 1
    other = send(client, "photos", opened, attachments=upload_of("png"))
    assert other.status_code == 422 and "est différent" in other.content.decode()


def test_nobody_takes_the_files_of_somebody_else(client):
    send(client, "photos")
    theirs = Attachment.objects.get()
    send(client, "texte", recu=theirs.name)
    assert [one.kind for one in Contribution.objects.filter(files=theirs)] == ["photos"]


def test_a_name_that_no_database_takes_is_that_of_no_file(client):
    """PostgreSQL has no text with a null character."""
    assert "attendu trop longtemps" in send(client, "texte", recu="a\0b").content.decode()


def test_carried_files_beyond_the_limit_or_forgotten_are_said(client, settings):
    settings.FILE_LIMITS = limits(most=2)
    opened = carried(client.get("/contribuer/texte/").content.decode())
    names = [ahead(client, upload_of("jpeg"), opened).json()["name"] for _number in range(3)]
    html = send(client, "texte", opened, recu=names).content.decode()
    assert "2 fichiers au plus" in html and html.count('name="recu"') == 2
    Attachment.objects.all().delete()
    assert "attendu trop longtemps" in send(client, "texte", opened, recu=names[:1]).content.decode()


LIMITS = [
    (limits(most=2), "2 fichiers au plus", 2),
    (limits(light=100), "trop lourd", 0),
    (limits(heavy=100), "trop lourd", 0),
    (limits(floor=10**18), "plus de place", 0),
    (limits(of_a_day=1), "la même connexion", 1),
]


@pytest.mark.parametrize(("allowed", "words", "taken"), LIMITS)
def test_beyond_the_limits_the_text_stays_and_it_is_said(client, settings, allowed, words, taken):
    settings.FILE_LIMITS = allowed
    response = send(client, "texte", attachments=[upload_of("jpeg") for _number in range(3)])
    html = response.content.decode()
    assert response.status_code == 422 and words in html and "rendu les clés" in html
    assert Attachment.objects.count() == len(on_disk()) == taken


def test_without_room_the_form_takes_the_text_and_says_so(client, settings):
    settings.FILE_LIMITS = limits(floor=10**18)
    html = client.get("/contribuer/texte/").content.decode()
    assert "n’a plus de place" in html and 'type="file"' not in html
    assert send(client, "texte").status_code == 200


def test_without_ffmpeg_a_sound_is_taken_and_moderators_are_told(client, monkeypatch):
    monkeypatch.setattr("core.files.recordings.shutil.which", lambda name: None)
    assert send(client, "son").status_code == 200
    assert "ffmpeg" in Attachment.objects.get().warnings[0]
    assert client.get("/sante.json").json()["ffmpeg"] == "absent"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", lambda: files.pdf(active=True)),
        ("a.docx", lambda: files.docx(**{"word/vbaProject.bin": "x"})),
        ("a.odt", lambda: files.odt(**{"Basic/Standard/Module1.xml": "<x/>"})),
        ("a.rtf", lambda: files.rtf("{\\object\\objemb{\\*\\objdata 00}}")),
    ],
)
def test_what_may_act_is_taken_with_a_warning(client, name, content):
    send(client, "texte", attachments=SimpleUploadedFile(name, content()))
    attachment = Attachment.objects.get()
    assert attachment.is_risky
    make_member("sacha", MODERATION)
    client.login(username="sacha", password=PASSWORD)
    html = client.get(f"/admin/contributions/contribution/inspect/{attachment.contribution_id}/").content.decode()
    assert "agir tout seul" in html and "Télécharger quand même" in html


# --- Who reads them -------------------------------------------------------------------------------


def address(attachment):
    return f"/admin/contributions/fichiers/{attachment.pk}/"


@pytest.mark.parametrize(("group", "status"), [(MODERATION, 200), (REDACTION, 302), (None, 302)])
def test_only_moderators_read_a_file(client, group, status):
    send(client, "photos")
    attachment = Attachment.objects.get()
    assert client.get(address(attachment)).status_code == 302
    make_member("quelqu-un", group)
    client.login(username="quelqu-un", password=PASSWORD)
    assert client.get(address(attachment)).status_code == status


@pytest.fixture
def desk(client):
    make_member("sacha", MODERATION)
    browser = type(client)()
    browser.login(username="sacha", password=PASSWORD)
    return browser


def test_a_file_is_a_download_in_which_nothing_acts(client, desk):
    content = content_of("pdf")
    send(client, "texte", attachments=SimpleUploadedFile("Récit d’Ana.pdf", content))
    response = desk.get(address(Attachment.objects.get()))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response["Cache-Control"] and response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == content


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=4-", 206, slice(4, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-999999999", 206, slice(None)),
        ("bytes=999999999-", 416, slice(0, 0)),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,3-4", 200, slice(None)),
        ("bytes=5-2", 200, slice(None)),
        ("autre", 200, slice(None)),
    ],
)
def test_a_sound_may_be_read_from_its_middle(client, desk, asked, status, part):
    send(client, "son")
    attachment = Attachment.objects.get()
    response = desk.get(address(attachment), headers={"range": asked})
    content = b"".join(response.streaming_content) if status != 416 else response.content
    assert response.status_code == status and content == attachment.path.read_bytes()[part]
    assert response.get("Content-Length", "0") == str(len(content))


def test_a_form_that_is_not_sent_shows_its_files_to_nobody(client, desk):
    ahead(client, upload_of("jpeg"))
    assert desk.get(address(Attachment.objects.get())).status_code == 404


# --- What becomes of them -------------------------------------------------------------------------


def accepted(client, desk, kind="photos", **fields):
    send(client, kind, **fields)
    return accept(client, desk)


def accept(client, desk, **words):
    Contribution.objects.update(is_doubtful=False)
    contribution = Contribution.objects.latest("pk")
    said = {"geste": "accepter", "accepter-text": ""} | words
    desk.post(f"/admin/contributions/contribution/inspect/{contribution.pk}/", said)
    contribution.refresh_from_db()
    return contribution


@pytest.mark.parametrize("people", ["", *People.values])
def test_what_is_known_of_recognisable_people_goes_with_the_images(client, desk, people):
    send(client, "photos", recognisable="Ana, qui est d’accord.")
    page = desk.get(f"/admin/contributions/contribution/inspect/{Contribution.objects.latest('pk').pk}/")
    assert "d’après la réponse de qui envoie" in page.content.decode()
    accept(client, desk, **{"accepter-people": people})
    assert SiteImage.objects.get().people == people


SIGNED = {"signed_by": "pseudonym", "signature": "Lou", "licence": "by-nc-sa"}


def test_accepting_moves_files_to_the_library_with_credit_and_licence(
    client, desk, quarantine, django_capture_on_commit_callbacks
):
    sent = [upload_of(kind) for kind in ("jpeg", "png", "pdf", "mp3", "mp4")]
    with django_capture_on_commit_callbacks(execute=True):
        contribution = accepted(client, desk, attachments=sent, title="Le mur", **SIGNED)
    page = ContentPage.objects.get().specific
    items = [*SiteImage.objects.all(), *SiteDocument.objects.all(), *SiteMedia.objects.all()]
    assert {(item.credit, item.licence, item.credit_line) for item in items} == {
        ("Lou", "by-nc-sa", "Lou, CC BY-NC-SA 4.0")
    }
    assert page.image.title == "Le mur (1)" and (page.image.width, page.image.height) == (40, 60)
    assert [block.block_type for block in page.body] == ["picture", "document", "audio", "video"]
    assert sorted(SiteMedia.objects.values_list("type", flat=True)) == ["audio", "video"]
    posters = [path for path in on_disk() if path.parent.name == "media_thumbnails"]
    assert len(posters) == recordings.can_look()
    assert not [path for path in quarantine.iterdir() if path.is_file()] and len(on_disk()) == 5 + len(posters)
    assert all(one.left_at and one.in_library for one in contribution.files.all())
    assert desk.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert "médiathèque" in desk.get(f"/admin/contributions/contribution/inspect/{contribution.pk}/").content.decode()


def test_who_accepts_says_what_photos_show(client, desk):
    send(client, "photos", attachments=[upload_of("jpeg"), upload_of("png")])
    first, second = Attachment.objects.all()
    said = {f"accepter-image_{first.pk}": "Un mur peint.", f"accepter-image_{second.pk}": "Une affiche."}
    page = accept(client, desk, **said).page.specific
    assert page.image.description == "Un mur peint."
    assert page.body[0].value["alternative"] == "Une affiche."


def test_a_file_that_is_lost_on_the_server_does_not_stop_the_rest(client, desk):
    send(client, "photos", attachments=[upload_of("jpeg"), upload_of("png")])
    Attachment.objects.first().path.unlink()
    assert accept(client, desk).state == "accepted" and SiteImage.objects.count() == 1


def test_a_photo_that_a_draft_shows_is_not_taken_back(client, desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        contribution = accepted(client, desk, attachments=[upload_of("jpeg"), upload_of("png")])
        page = contribution.page.specific
        spare = page.body[0].value["image"]
        page.body, page.summary, page.title = [], "Un mur.", "Le mur"
        page.save_revision().publish()
        page.body = [("picture", {"image": spare, "alternative": "Une affiche."})]
        page.save_revision()
        call_command("purge_contributions", verbosity=0)
    assert SiteImage.objects.filter(pk=spare.pk).exists()


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt"])
def test_documents_lose_who_wrote_them_when_they_are_accepted(client, desk, kind):
    accepted(client, desk, "texte", attachments=upload_of(kind))
    content = SiteDocument.objects.get().file.read()
    assert SECRET.encode() not in files.unpacked(content) and SECRET_PLACE.encode() not in files.unpacked(content)
    assert SECRET.encode() in files.unpacked(content_of(kind))
    if kind != "pdf":
        assert SiteDocument.objects.get().text == "Venez à midi."


def test_a_photo_inside_a_document_loses_its_place(client, desk):
    for content in (files.pdf(photo_inside=photo("JPEG"), remark="À revoir"), files.docx()):
        name = "a.pdf" if content.startswith(b"%PDF") else "a.docx"
        accepted(client, desk, "texte", attachments=SimpleUploadedFile(name, content))
        published = SiteDocument.objects.latest("pk").file.read()
        assert SECRET_PLACE.encode() in files.unpacked(content)
        assert SECRET_PLACE.encode() not in files.unpacked(published)
        assert SECRET.encode() not in files.unpacked(published)


def test_a_document_that_cannot_be_cleaned_is_kept_and_it_is_said(client, desk, monkeypatch):
    def fails(path, target):
        raise ValueError

    monkeypatch.setitem(CLEANERS, "pdf", fails)
    accepted(client, desk, "texte", attachments=upload_of("pdf"))
    assert "kept" in Attachment.objects.get().notes and SiteDocument.objects.get().file.size


def test_an_acceptance_that_fails_leaves_the_library_as_it_was(client, desk, monkeypatch, quarantine):
    monkeypatch.setattr(gestures, "slugify", None)
    with pytest.raises(TypeError):
        accepted(client, desk)
    attachment = Attachment.objects.get()
    assert on_disk() == [attachment.path] and not SiteImage.objects.exists() and attachment.left_at is None


@needs_ffmpeg
def test_a_video_that_is_accepted_has_its_duration_its_size_and_a_poster(client, desk):
    accepted(client, desk, attachments=[upload_of("mp4")])
    video, name = SiteMedia.objects.get(), Attachment.objects.get().name
    assert round(video.duration) == 1 and video.width and video.height
    assert video.thumbnail.name == f"media_thumbnails/{name}.jpg"
    with video.thumbnail.open() as poster:
        assert poster.read(3) == b"\xff\xd8\xff"


@needs_ffmpeg
def test_a_video_whose_acceptance_fails_leaves_no_poster(client, desk, monkeypatch):
    monkeypatch.setattr(gestures, "slugify", None)
    with pytest.raises(TypeError):
        accepted(client, desk, attachments=[upload_of("mp4")])
    assert on_disk() == [Attachment.objects.get().path]


def make_old(path):
    two_hours_ago = time.time() - 7200
    os.utime(path, (two_hours_ago, two_hours_ago))


def test_what_a_killed_process_left_is_swept(client, settings, quarantine):
    send(client, "photos")
    attachment = Attachment.objects.get()
    lost = quarantine / ("0" * 32)
    lost.write_bytes(b"perdu")
    copied = settings.MEDIA_ROOT / "original_images" / f"{attachment.name}.jpg"
    copied.parent.mkdir()
    copied.write_bytes(b"copie")
    young = settings.MEDIA_ROOT / "original_images" / f"{attachment.name}_abc.jpg"
    young.write_bytes(b"en cours")
    other = settings.MEDIA_ROOT / "original_images" / "une-autre.jpg"
    other.write_bytes(b"autre")
    poster = settings.MEDIA_ROOT / "media_thumbnails" / f"{attachment.name}.jpg"
    poster.parent.mkdir()
    poster.write_bytes(b"affiche")
    for path in (lost, copied, poster, other, attachment.path):
        make_old(path)
    assert sweep() == 3
    assert set(on_disk()) == {attachment.path, young, other} and not lost.exists()


@pytest.mark.parametrize("after", ["withdrawn", "accepted"])
def test_a_copy_of_a_killed_acceptance_is_swept_whatever_comes_after(client, desk, settings, after):
    code = code_in(send(client, "photos"))
    name = Attachment.objects.get().name
    copied = settings.MEDIA_ROOT / "original_images" / f"{name}.jpg"
    copied.parent.mkdir()
    copied.write_bytes(b"copie")
    make_old(copied)
    if after == "withdrawn":
        follow(client, code, geste="retirer")
    else:
        accept(client, desk)
        assert SiteImage.objects.get().file.name != f"original_images/{name}.jpg"
    assert sweep() == 1 and not copied.exists()


def test_what_was_arriving_is_swept_unless_it_still_is(settings):
    dead, alive = settings.FILE_UPLOAD_TEMP_DIR / "dead", settings.FILE_UPLOAD_TEMP_DIR / "alive"
    dead.write_bytes(b"photo")
    members_own = settings.FILE_UPLOAD_TEMP_DIR / "tmp.upload"
    members_own.write_bytes(b"envoi par l'administration")
    with alive.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        for path in (dead, alive):
            make_old(path)
        assert sweep_arrivals() == 1
    assert sorted(on_disk()) == [alive, members_own]


def follow(client, code, **fields):
    return client.post("/contribuer/suivi/", {"code": code, **fields})


def test_a_file_is_added_with_the_code_and_not_twice(client, django_capture_on_commit_callbacks):
    code = code_in(send(client, "texte"))
    Contribution.objects.update(state="question")
    with django_capture_on_commit_callbacks(execute=True):
        for _click in range(2):
            assert follow(client, code, geste="joindre", attachments=upload_of("jpeg")).status_code == 200
    html = follow(client, code).content.decode()
    assert "fichier.jpg" in html and Attachment.objects.get().contribution.state == "answered"
    assert Attachment.objects.count() == len(on_disk()) == 1
    assert "au moins un fichier" in follow(client, code, geste="joindre").content.decode()
    Contribution.objects.update(state="declined")
    with django_capture_on_commit_callbacks(execute=True):
        assert follow(client, code, geste="joindre", attachments=upload_of("png")).status_code == 422
    assert len(on_disk()) == 1


def everything_said():
    """All that the database holds (str)."""
    models = [model for model in apps.get_models() if model._meta.managed]
    return "\n".join(str(list(model._base_manager.values_list())) for model in models)


@pytest.mark.parametrize("is_accepted", [False, True])
def test_what_is_withdrawn_leaves_nothing_on_disk_nor_in_the_database(
    client, desk, is_accepted, django_capture_on_commit_callbacks
):
    sent = {"text": "Ma-phrase-à-oublier. Et la suite.", "title": "Titre-à-oublier"}
    with django_capture_on_commit_callbacks(execute=True):
        code = code_in(send(client, "photos", email="ana@example.org", **SIGNED, **sent))
        if is_accepted:
            Contribution.objects.update(is_doubtful=False)
            desk.post(
                f"/admin/contributions/contribution/inspect/{Contribution.objects.get().pk}/",
                {"geste": "accepter", "accepter-text": "", "accepter-submit": "on"},
            )
            assert ContentPage.objects.exists()
    assert "à-oublier" in everything_said() and on_disk()
    with django_capture_on_commit_callbacks(execute=True):
        assert "C’est effacé" in follow(client, code, geste="retirer").content.decode()
    said = everything_said()
    assert not on_disk()
    assert not [word for word in ("à-oublier", "ana@example.org", "Lou", "fichier.jpg") if word in said]


def test_what_readers_have_seen_is_not_withdrawn_by_itself(client, desk):
    contribution = accepted(client, desk)
    page = contribution.page.specific
    page.summary, page.title = "Un mur.", "Le mur"
    page.save_revision().publish()
    contribution.refresh_from_db()
    assert not contribution.may_be_withdrawn


def test_files_of_what_is_declined_go_after_sixty_days(client, django_capture_on_commit_callbacks):
    send(client, "photos")
    Contribution.objects.update(state="declined", changed_at="2026-01-01T00:00Z")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_contributions", verbosity=0)
    assert not on_disk() and Contribution.objects.get().answers == {}


def test_files_of_a_form_that_was_never_sent_go_after_two_days(client, django_capture_on_commit_callbacks):
    ahead(client, upload_of("jpeg"))
    call_command("purge_contributions", verbosity=0)
    assert on_disk()
    Attachment.objects.update(received_at="2026-01-01T00:00Z")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_contributions", verbosity=0)
    assert not on_disk() and not Attachment.objects.exists()


def test_of_what_is_published_only_what_the_page_shows_stays(client, desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        contribution = accepted(client, desk, attachments=[upload_of("jpeg"), upload_of("png")])
        page = contribution.page.specific
        page.body, page.summary, page.title = [], "Un mur.", "Le mur"
        page.save_revision().publish()
        call_command("purge_contributions", verbosity=0)
    assert list(SiteImage.objects.all()) == [page.image] and not Attachment.objects.exists()


def test_a_photo_of_a_telephone_is_turned_and_its_place_forgotten(client):
    send(client, "photos", attachments=SimpleUploadedFile("IMG_2041.jpg", photo("JPEG")))
    with Image.open(BytesIO(Attachment.objects.get().path.read_bytes())) as image:
        assert image.size == (40, 60) and not dict(image.getexif())
