"""TRAPS 1: whatever the door, what is stored says nothing of where and by whom it was taken."""

from io import BytesIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.urls import reverse
from PIL import Image, ImageCms, PngImagePlugin

from core import photos
from core.models import SiteImage
from members.groups import REDACTION
from tests.factories import make_image, make_media, make_member, png, upload

SECRET = "Rue des Lilas, appareil 4711"
GPS_IFD, ORIENTATION, IMAGE_DESCRIPTION, ARTIST, MAKE, DATE = 0x8825, 0x0112, 0x010E, 0x013B, 0x010F, 0x0132


def exif():
    tags = Image.Exif()
    tags[ORIENTATION] = 6  # « turn me 90° clockwise to show me »
    tags[IMAGE_DESCRIPTION] = SECRET
    tags[ARTIST] = tags[MAKE] = SECRET
    tags[DATE] = "2026:11:22 10:00:00"
    tags.get_ifd(GPS_IFD).update({1: "N", 2: (48.0, 41.0, 3.0), 3: "E", 4: (6.0, 11.0, 6.0)})
    return tags


def photo(image_format, **options):
    """A 60 × 40 image that says too much: EXIF with position, XMP, comment, profile where the format has them."""
    image = Image.new("RGB", (60, 40), "teal")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if image_format == "GIF":
        options |= {"comment": SECRET.encode()}
    elif image_format == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET)
        info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
        options |= {"pnginfo": info, "exif": exif(), "icc_profile": profile}
    else:
        options |= {"exif": exif(), "icc_profile": profile}
        if image_format in {"JPEG", "WEBP", "AVIF"}:
            options |= {"xmp": f"<x>{SECRET}</x>".encode()}
        if image_format == "JPEG":
            options |= {"comment": SECRET.encode()}
    output = BytesIO()
    image.save(output, image_format, **options)
    return output.getvalue()


FORMATS = [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("GIF", "gif"), ("HEIF", "heic")]


def assert_says_nothing(content):
    assert SECRET.encode() not in content
    with Image.open(BytesIO(content)) as image:
        assert not dict(image.getexif())
        assert not image.getexif().get_ifd(GPS_IFD)
        assert not {"exif", "xmp", "comment", "photoshop", "Author"} & set(image.info)


@pytest.mark.parametrize(("image_format", "extension"), FORMATS)
def test_the_photo_says_too_much_before(image_format, extension):
    assert SECRET.encode() in photo(image_format)


@pytest.mark.parametrize(("image_format", "extension"), FORMATS)
def test_cleaning_leaves_pixels_only(image_format, extension):
    cleaned = photos.cleaned(ContentFile(photo(image_format), name=f"IMG_1.{extension}"))
    assert_says_nothing(cleaned.read())


@pytest.mark.parametrize(("image_format", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_orientation_is_applied_and_the_colour_profile_kept(image_format, extension):
    cleaned = photos.cleaned(ContentFile(photo(image_format), name=f"IMG_1.{extension}"))
    with Image.open(cleaned) as image:
        assert image.size == (40, 60)
        assert image.info.get("icc_profile")


def test_what_browsers_do_not_show_is_stored_as_jpeg():
    assert photos.cleaned(ContentFile(photo("HEIF"), name="IMG_1.HEIC")).name == "IMG_1.jpg"


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("a.JPG", "a.jpg"),
        ("a.jpeg", "a.jpeg"),
        ("a.exe", "a.jpg"),
        ("a.png", "a.jpg"),
        ("a", "a.jpg"),
        ("a.php.", "a.php.jpg"),
        (".jpg", "jpg.jpg"),
        ("\U0001f308.jpg", "fichier.jpg"),
        ("   .jpg", "fichier.jpg"),
    ],
)
def test_a_photo_is_called_as_what_it_is(name, stored):
    assert photos.cleaned(ContentFile(photo("JPEG"), name=name)).name == stored


def test_an_animation_stays_one():
    frames = [Image.new("P", (10, 10), colour) for colour in (1, 2, 3)]
    for index, frame in enumerate(frames):
        frame.putpalette([index * 80, 0, 0] * 256)
    output = BytesIO()
    frames[0].save(output, "GIF", save_all=True, append_images=frames[1:], duration=120, comment=SECRET.encode())
    cleaned = photos.cleaned(ContentFile(output.getvalue(), name="film.gif"))
    with Image.open(cleaned) as image:
        assert image.n_frames == 3
        assert image.info["duration"] == 120
    cleaned.seek(0)
    assert SECRET.encode() not in cleaned.read()


def test_transparency_is_kept():
    output = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(output, "PNG")
    with Image.open(photos.cleaned(ContentFile(output.getvalue(), name="logo.png"))) as image:
        assert image.convert("RGBA").getpixel((5, 5))[3] == 0


def test_what_follows_the_image_in_its_file_is_not_stored():
    cleaned = photos.cleaned(ContentFile(photo("JPEG") + b"PK\x03\x04" + SECRET.encode(), name="a.jpg"))
    assert SECRET.encode() not in cleaned.read()


@pytest.mark.parametrize("content", [b"", b"GIF89a", photo("JPEG")[:200], photo("PNG")[:-40], b"<html></html>"])
def test_a_damaged_photo_is_an_error_in_french(content):
    with pytest.raises(ValidationError, match="image"):
        photos.cleaned(ContentFile(content, name="a.jpg"))


@pytest.mark.django_db
@pytest.mark.parametrize(("image_format", "extension"), FORMATS)
def test_whatever_is_saved_is_clean_with_its_renditions(image_format, extension):
    image = make_image(content=photo(image_format), name=f"IMG_1.{extension}")
    assert_says_nothing(image.file.open().read())
    rendition = image.get_rendition("width-30")
    assert_says_nothing(rendition.file.open().read())


@pytest.mark.django_db
def test_size_hash_and_dimensions_are_those_of_what_is_stored():
    image = make_image(content=photo("JPEG"), name="IMG_1.jpg")
    stored = image.file.open().read()
    assert (image.width, image.height) == (40, 60)
    assert image.file_size == len(stored)
    image = SiteImage.objects.get()
    assert (image.width, image.height) == (40, 60)


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:create"])
def test_every_door_of_the_admin_cleans(client, door):
    client.force_login(make_member("ana", REDACTION))
    file = upload(photo("JPEG"), "IMG_1.jpg", "image/jpeg")
    fields = {"title": "Un mur", ("files[]" if door == "wagtailimages:add_multiple" else "file"): file}
    if door == "wagtailimages_chooser:create":
        fields = {f"image-chooser-upload-{name}": value for name, value in fields.items()}
    client.post(reverse(door), fields, headers={"x-requested-with": "XMLHttpRequest"})
    assert_says_nothing(SiteImage.objects.get().file.open().read())


@pytest.mark.django_db
def test_a_truncated_upload_is_an_error_beside_the_field(client):
    client.force_login(make_member("ana", REDACTION))
    content = photo("JPEG")
    response = client.post(
        reverse("wagtailimages:add"), {"title": "Un mur", "file": upload(content[: len(content) - 300], "a.jpg")}
    )
    assert response.status_code == 200
    assert "abîmée" in response.content.decode()
    assert not SiteImage.objects.exists()


@pytest.mark.django_db
def test_saving_the_title_again_does_not_write_the_file_again():
    image = make_image(content=png())
    name = image.file.name
    image.title = "Autre titre"
    image.save()
    assert image.file.name == name


@pytest.mark.django_db
def test_the_poster_of_a_video_is_cleaned_too():
    media = make_media("film.mp4", "video", thumbnail=ContentFile(photo("JPEG"), name="IMG_1.jpg"))
    assert_says_nothing(media.thumbnail.open().read())


@pytest.mark.django_db
def test_an_account_takes_no_portrait(client):
    client.force_login(make_member("ana", REDACTION))
    html = client.get(reverse("member_account")).content.decode()
    assert "display_name" in html
    assert 'type="file"' not in html


#: Wagtail's own, which the site replaces by others or offers nowhere.
STOCK = {
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtaildocs.Document",
    "wagtailmedia.Media",
    "wagtailusers.UserProfile",
}


def test_every_field_that_takes_a_picture_is_known_to_be_cleaned():
    """A new one must be added to the choke point first, and to this list then."""
    pictures = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, models.FileField) and model._meta.label not in STOCK
    }
    assert pictures == {
        "core.SiteImage.file",
        "core.SiteRendition.file",  # made from the former
        "core.SiteMedia.thumbnail",
        "core.HostedRecording.poster",
        "core.SiteMedia.captions",  # rewritten by core.captions
        "core.SiteMedia.file",
        "core.SiteDocument.file",
        "wagtailcore.UploadedFile.file",  # what waits for a title: core/signals.py
    }
