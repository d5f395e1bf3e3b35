"""TRAPS 2: forty bytes that ask for two gigabytes are measured, and refused, before anybody makes room for them."""

from io import BytesIO

import pytest
import willow
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from core import photos
from core.files import webp
from members.groups import REDACTION
from tests.factories import make_member, upload
from tests.hostile.corpus.pictures import tiny_webp

#: The dimensions that a WebP announces, in each of its three kinds of first chunk (RFC 9649).
WEBP_HEADS = [
    (b"VP8X" + b"\n\0\0\0" + b"\0\0\0\0" + (11_299).to_bytes(3, "little") * 2, (11_300, 11_300)),
    (b"VP8L" + b"\0\0\0\0" + b"\x2f" + (11_299 | 4_999 << 14).to_bytes(4, "little"), (11_300, 5_000)),
    (
        b"VP8 " + b"\0\0\0\0" + b"\0\0\0\x9d\x01\x2a" + (640).to_bytes(2, "little") + (480).to_bytes(2, "little"),
        (640, 480),
    ),
    (b"ABCD" + b"\0" * 40, None),
]


@pytest.mark.parametrize(("chunk", "size"), WEBP_HEADS)
def test_a_webp_is_measured_before_anybody_makes_room_for_it(chunk, size):
    assert webp.size_of((b"RIFF\0\0\0\0WEBP" + chunk).ljust(60, b"\0")) == size


@pytest.mark.parametrize("options", [{"quality": 80}, {"lossless": True}, {"exif": b"Exif\0\0II*\0"}])
def test_a_webp_is_measured_as_its_pixels_are(options):
    output = BytesIO()
    Image.new("RGB", (123, 45), "#345").save(output, "WEBP", **options)
    assert webp.size_of(output.getvalue()[: webp.HEAD]) == (123, 45)


@pytest.mark.parametrize("look", [photos.cleaned, photos.told, photos.refuse_from_header])
def test_nothing_is_opened_of_a_webp_that_asks_for_two_gigabytes(look, monkeypatch):
    def opened(*_arguments, **_options):
        pytest.fail("Pillow made room for it")

    monkeypatch.setattr(photos.Image, "open", opened)
    file = ContentFile(tiny_webp(), name="a.webp")
    if look == photos.told:
        assert look(file) == []
        return
    with pytest.raises(ValidationError, match="trop grande"):
        look(file)


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["wagtailimages:add", "wagtailimages:add_multiple"])
def test_willow_is_not_shown_what_asks_for_two_gigabytes(client, door, monkeypatch):
    monkeypatch.setattr(willow.Image, "open", lambda *_arguments: pytest.fail("Willow decoded it"))
    client.force_login(make_member("ana", REDACTION))
    fields = {
        "title": "Un mur",
        ("files[]" if door == "wagtailimages:add_multiple" else "file"): upload(tiny_webp(), "a.webp"),
    }
    response = client.post(reverse(door), fields, headers={"x-requested-with": "XMLHttpRequest"})
    assert "trop grande" in response.content.decode("unicode_escape")
