"""Media files by ranges, and what a private collection does not promise."""

import pytest
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Collection

from core.media_files import media_addresses, media_file
from tests.factories import make_media, make_member


@pytest.fixture
def film(db):
    return make_media("film.mp4", "video")


def asked(name, **headers):
    return media_file(RequestFactory().get(f"/media/{name}", headers=headers), name)


@pytest.mark.parametrize(
    ("header", "status", "part"),
    [
        ("", 200, slice(None)),
        ("bytes=0-1", 206, slice(0, 2)),
        ("bytes=2000-", 206, slice(2000, None)),
        ("bytes=-100", 206, slice(-100, None)),
        ("bytes=99999-", 416, slice(0, 0)),
    ],
)
def test_a_film_is_read_from_its_middle(film, header, status, part):
    response = asked(film.file.name, range=header)
    content = response.content if status == 416 else b"".join(response.streaming_content)
    assert (response.status_code, content) == (status, film.file.read()[part])
    assert (response["Accept-Ranges"], response["Content-Type"]) == ("bytes", "video/mp4")


@pytest.mark.parametrize("name", ["nulle-part.mp4", "../settings.py", "media/../../x", "media", "x\0y", "/etc/passwd"])
def test_what_is_no_media_file_is_not_found(film, name):
    with pytest.raises(Http404):
        asked(name)


def test_captions_say_what_they_are(film):
    film.captions.save("film.vtt", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:01.000\nOui.\n"))
    assert asked(film.captions.name)["Content-Type"] == "text/vtt"


def test_a_server_leaves_them_to_nginx():
    assert media_addresses(served_here=False) == []


@pytest.mark.django_db
def test_who_makes_a_collection_private_reads_what_it_keeps(client):
    client.force_login(make_member("admin", None, is_superuser=True))
    collection = Collection.get_first_root_node().add_child(name="Entre nous")
    html = client.get(reverse("wagtailadmin_collections:edit", args=[collection.pk])).content.decode()
    assert "leurs adresses d’avant ne répondent plus" in html
    assert "Entre nous" in html
