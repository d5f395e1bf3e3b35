"""What is brought to the library is in the bucket, readers get it from the site, and it goes when it is deleted."""

import threading
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from core.files import recordings
from core.masking.applying import apply_masks
from core.masking.masks import Mask, Outline, Style
from core.models import SiteDocument, SiteImage, SiteMedia
from core.signals import make_illustrations
from tests.contributions.files import upload_of
from tests.core.portraits import portrait, reds, written
from tests.core.test_photos import assert_says_nothing, photo
from tests.factories import make_article, make_image, make_media, make_member, png, upload

pytestmark = pytest.mark.django_db
needs_ffmpeg = pytest.mark.skipif(not recordings.can_look(), reason="sans ffmpeg")


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def bring(desk, route, file, *arguments, **fields):
    fields = {"title": "Un essai", "collection": Collection.get_first_root_node().pk} | fields
    response = desk.post(reverse(route, args=arguments), {**fields, "file": file})
    assert response.status_code == 302, response.content.decode()


def test_a_photo_brought_in_the_admin_is_clean_and_shown_by_the_site(client, desk, bucket):
    bring(desk, "wagtailimages:add", upload(photo("JPEG"), "mur.jpg", "image/jpeg"))
    image = SiteImage.objects.get()
    page = make_article(image=image)
    make_illustrations.call(page.pk)
    assert image.file.url.startswith("/media/original_images/mur_")
    client.logout()
    html = client.get(page.get_url()).content.decode()
    shown = {rendition.url for rendition in image.renditions.all()}
    assert shown and all(url in html for url in shown if "720x450" in url and "fill" in url)
    for url in {image.file.url, *shown}:
        response = client.get(url)
        content = body(response)
        assert response.status_code == 200 and "set-cookie" not in response.headers
        assert_says_nothing(content)
        assert response["Content-Type"].startswith("image/") and "sandbox" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff" and "max-age=2592000" in response["Cache-Control"]
        assert client.get(url, headers={"if-none-match": response["ETag"]}).status_code == 304
    assert all(key.startswith("media/") for key in bucket.keys())


def test_many_photos_at_once_and_a_title_that_is_too_long(desk, bucket):
    """What waits for a better title waits where nobody gets it, then is stored as the others."""
    send = reverse("wagtailimages:add_multiple")
    answer = desk.post(send, {"title": "a" * 300, "files[]": upload(photo("JPEG"), "b.jpg", "image/jpeg")})
    assert answer.status_code == 200
    assert [key.split("/")[:2] for key in bucket.keys()] == [["prive", "0"]]
    [waiting] = bucket.objects().values()
    assert_says_nothing(waiting)


def test_a_document_is_given_to_those_who_may_have_it(client, desk, bucket):
    bring(desk, "wagtaildocs:add", upload_of("pdf"))
    document = SiteDocument.objects.get()
    client.logout()
    response = client.get(document.url)
    assert response.status_code == 200 and body(response).startswith(b"%PDF")
    assert b"SECRET" not in next(iter(bucket.objects().values()))
    assert "sandbox" in response["Content-Security-Policy"] and response["Cache-Control"] == "private, no-cache"
    assert client.get(document.file.url).status_code == 404
    closed = Collection.get_first_root_node().add_child(name="Entre nous")
    closed.view_restrictions.create(restriction_type="login")
    SiteDocument.objects.update(collection=closed)
    assert client.get(document.url).status_code == 302


@needs_ffmpeg
def test_a_sound_and_a_video_are_measured_and_read_from_their_middle(client, desk, bucket):
    bring(desk, "wagtailmedia:add", upload_of("mp3"), "audio", duration=0, captions_language="fr")
    bring(desk, "wagtailmedia:add", upload_of("mp4"), "video", duration=0, captions_language="fr")
    sound, video = SiteMedia.objects.order_by("pk")
    assert sound.duration > 0.5 and video.duration > 0.5 and video.width and video.thumbnail
    content = bucket.objects()[f"media/{video.file.name}"]
    assert b"SECRET" not in content
    client.logout()
    for asked, status, part in [
        ("", 200, slice(None)),
        ("bytes=4-7", 206, slice(4, 8)),
        ("bytes=-100", 206, slice(-100, None)),
        ("bytes=2000-", 206, slice(2000, None)),
        ("bytes=99999999-", 416, slice(0, 0)),
        ("bytes=7-4", 200, slice(None)),
        ("n'importe quoi", 200, slice(None)),
    ]:
        response = client.get(video.file.url, headers={"range": asked})
        assert (response.status_code, body(response)) == (status, content[part]), asked
        assert response["Accept-Ranges"] == "bytes" and response["Content-Type"] == "video/mp4"
    assert client.get(video.file.url, headers={"range": "bytes=4-7"})["Content-Range"] == f"bytes 4-7/{len(content)}"
    head = client.head(video.file.url)
    assert (head["Content-Length"], head.content) == (str(len(content)), b"")
    assert client.get(video.thumbnail.url).status_code == 200


def test_masking_leaves_nothing_of_the_former_photo(client, bucket, committed):
    image = make_image("Réunion", written(portrait(size=(1200, 900)), "JPEG"), "reunion.jpg")
    article = make_article(image=image)
    make_illustrations.call(article.pk)
    assert client.get(reverse("social-card", args=[article.pk])).status_code == 200
    before = bucket.objects()
    assert len(before) > 5 and all(reds(content) for content in before.values())
    with committed():
        apply_masks(image, [Mask(Outline.ELLIPSE, 0.25, 0.25, 0.5, 0.5)], Style.FILLED, make_member("ana"))
    after = bucket.objects()
    assert not set(before) & set(after)
    assert not any(reds(content) for content in after.values())
    assert any("masque-" in key for key in after)


def test_what_is_replaced_or_deleted_goes_with_all_that_was_made_of_it(desk, bucket, committed):
    with committed():
        image, video = make_image(), make_media("film.mp4", "video")
        document = SiteDocument.objects.create(title="Tract", file=ContentFile(b"Venez.", name="tract.txt"))
    image.get_rendition("fill-20x20")
    former = bucket.keys()
    with committed():
        edit = {"title": "Un autre", "collection": image.collection_id, "file": upload(png(colour="red"), "b.png")}
        assert desk.post(reverse("wagtailimages:edit", args=[image.pk]), edit).status_code == 302
    assert len(former - bucket.keys()) == 2
    for item, route in ((image, "wagtailimages"), (video, "wagtailmedia"), (document, "wagtaildocs")):
        with committed():
            assert desk.post(reverse(f"{route}:delete", args=[item.pk])).status_code == 302
    assert bucket.keys() == set()


def test_two_files_of_one_name_brought_at_the_same_instant_are_two(bucket):
    names, contents = [], [bytes([number]) * 1000 for number in range(8)]

    def save(content):
        names.append(default_storage.save("original_images/photo.jpg", ContentFile(content)))

    threads = [threading.Thread(target=save, args=[content]) for content in contents]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(names)) == 8
    assert sorted(bucket.objects().values()) == contents


def test_a_file_called_by_its_digest_does_not_replace_another(bucket):
    """Some programs call a photo by sixteen letters that look drawn."""
    name = "original_images/0123456789abcdef.jpg"
    first, second = (default_storage.save(name, ContentFile(content)) for content in (b"un", b"deux"))
    assert first == name != second
    assert set(bucket.objects().values()) == {b"un", b"deux"}


def test_a_long_name_fits_its_column(bucket):
    image = make_image(name=f"{'a' * 200}.png")
    assert len(image.file.name) <= 100 and image.get_rendition("fill-20x20").file.size
    with Image.open(BytesIO(image.file.read())) as picture:
        assert picture.size == (40, 30)


def test_no_secret_is_in_what_a_task_writes_in_the_database(bucket):
    """Wagtail deletes files in a task, to which it says how their storage is made."""
    assert default_storage.deconstruct() == ("core.s3.storage.BucketStorage", (), {})
