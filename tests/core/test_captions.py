"""Captions: real WebVTT only, cues alone kept; what ffmpeg knows is not typed."""

import shutil
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from core.captions import MOST_BYTES, cleaned_captions
from core.files import recordings
from core.models import SiteMedia
from tests.factories import make_article, make_media, make_member, png, upload

VTT = """WEBVTT - Un titre

NOTE Écrit par Camille, chez elle

STYLE
::cue { background: url(https://example.org/x) }

intro
00:00.000 --> 00:02.500 align:start line:90%
<v Nour>Bonsoir.</v>

01:00:02.500 --> 01:00:04.000
Deux lignes
ici &amp; là.
"""
with_ffmpeg = pytest.mark.skipif(not recordings.can_look(), reason="this machine has no ffmpeg")
RECORDINGS = Path(__file__).resolve().parents[1] / "contributions" / "recordings"


def vtt(text=VTT, name="nuit.vtt"):
    return ContentFile(text.encode() if isinstance(text, str) else text, name=name)


def test_cues_are_kept_and_nothing_else():
    written = cleaned_captions(vtt()).read().decode()
    assert written.startswith(
        "WEBVTT\n\n00:00.000 --> 00:02.500 align:start line:90%\n<v Nour>Bonsoir.</v>\n\n01:00:02"
    )
    assert "Camille" not in written and "example.org" not in written
    assert cleaned_captions(vtt(written)).read().decode() == written


@pytest.mark.parametrize("text", [VTT.replace("\n", "\r\n"), "\ufeff" + VTT, VTT.replace("\n", "\r")])
def test_every_end_of_line_and_a_mark_of_order_are_read(text):
    assert cleaned_captions(vtt(text)).read() == cleaned_captions(vtt()).read()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "not_webvtt"),
        ("WEBVTTX\n\n00:00.000 --> 00:01.000\nOui", "not_webvtt"),
        ("1\n00:00:00,000 --> 00:00:01,000\nOui", "not_webvtt"),
        ("<!doctype html><script>alert(1)</script>", "not_webvtt"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nO\0ui", "not_webvtt"),
        (VTT.encode("utf-16"), "not_utf8"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nÉté".encode("latin-1"), "not_utf8"),
        ("WEBVTT\n", "no_cue"),
        ("WEBVTT\n\nNOTE rien", "no_cue"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n", "no_cue"),
        ("WEBVTT\n\nUn texte sans temps", "unreadable_cue"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nOui", "unreadable_cue"),
        ("WEBVTT\n\n00:00,000 --> 00:01,000\nOui", "unreadable_cue"),
        ("WEBVTT\n\n00:99.000 --> 01:99.000\nOui", "unreadable_cue"),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA", "unreadable_cue"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nA\n00:01.000 --> 00:02.000\nB", "unreadable_cue"),
        (b"WEBVTT\n\n" + b"x" * MOST_BYTES, "too_long"),
        (b"\x89PNG\r\n\x1a\n", "not_utf8"),
    ],
)
def test_what_is_not_webvtt_is_refused_with_a_sentence(content, code):
    with pytest.raises(ValidationError) as refused:
        cleaned_captions(vtt(content))
    assert refused.value.code == code


@pytest.mark.django_db
def test_whatever_door_they_come_through_they_are_cleaned():
    media = make_media("film.mp4", "video", captions=vtt())
    assert b"Camille" not in media.captions.read()


@pytest.mark.django_db
def test_in_the_library_a_mistake_is_said_beside_the_field(client):
    client.force_login(make_member("admin", None, is_superuser=True))
    fields = {"title": "Film", "duration": "", "transcript": "", "tags": "", "credit": "", "licence": ""}
    files = {
        "file": upload(recording(".mp4").read_bytes(), "film.mp4", "video/mp4"),
        "captions": upload(b"1\n00:00", "film.srt", "text/plain"),
    }
    response = client.post(reverse("wagtailmedia:add", args=["video"]), fields | files | {"captions_language": "fr"})
    assert "n’est pas du WebVTT" in response.content.decode()
    assert not SiteMedia.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "name"), [("video", "film.mp4"), ("audio", "nuit.mp3")])
def test_a_player_has_its_captions_on_the_site_itself(client, kind, name):
    media = make_media(name, kind, title="Paroles", captions=vtt(), captions_language="en")
    article = make_article(body=[(kind, {"media": media, "title": "", "description": ""})])
    html = " ".join(client.get(article.url).content.decode().split())
    assert f'<track kind="captions" src="{media.captions.url}" srclang="en" label="English" default>' in html
    assert media.captions.url.startswith("/media/")
    assert 'aria-label="Paroles"' in html


# --- Measured ---------------------------------------------------------------------------------


def recording(suffix):
    return next(path for path in sorted(RECORDINGS.iterdir()) if path.suffix == suffix)


@with_ffmpeg
@pytest.mark.django_db
def test_a_film_is_measured_and_has_a_picture():
    path = recording(".mp4")
    media = SiteMedia.objects.create(title="Film", type="video", file=vtt(path.read_bytes(), "film.mp4"))
    media.refresh_from_db()
    assert media.duration > 0
    assert media.width > 0 and media.height > 0
    assert media.thumbnail.read()[:2] == b"\xff\xd8"


@with_ffmpeg
@pytest.mark.django_db
def test_a_poster_that_was_chosen_stays():
    poster = ContentFile(png(), name="affiche.png")
    media = SiteMedia.objects.create(
        title="Film", type="video", file=vtt(recording(".mp4").read_bytes(), "film.mp4"), thumbnail=poster
    )
    media.refresh_from_db()
    assert "affiche" in media.thumbnail.name


@with_ffmpeg
@pytest.mark.django_db
def test_a_sound_is_measured():
    path = recording(".mp3")
    media = SiteMedia.objects.create(title="Son", type="audio", file=vtt(path.read_bytes(), "son.mp3"))
    media.refresh_from_db()
    assert media.duration == pytest.approx(recordings.looked_at(path).seconds)
    assert not media.thumbnail


@pytest.mark.django_db
def test_what_cannot_be_measured_keeps_what_was_typed(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    media = make_media("son.mp3", duration=12)
    media.refresh_from_db()
    assert media.duration == 12
