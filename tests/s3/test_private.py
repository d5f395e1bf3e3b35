"""What is private is nowhere that anybody may read, and follows its collection."""

import time
import urllib.request
from io import StringIO
from urllib.error import HTTPError

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from wagtail.models import Collection

from core import private_collections
from core.gone_files import BEING_MADE, erase_due
from core.media_check import look, put_right
from core.models import FileToErase
from core.private_collections import settle
from core.s3.storage import BucketStorage
from core.site_storage import collection_of
from tests.core.test_private_collections import CUES, again, names_of, restrict
from tests.factories import make_image, make_media, make_member, png
from tools.bucket import Bucket, find_rclone

pytestmark = pytest.mark.django_db


@pytest.fixture
def collection(bucket):
    return Collection.get_first_root_node().add_child(name="Entre nous")


@pytest.fixture
def library(collection, committed):
    with committed():
        image = make_image(collection=collection)
        image.get_rendition("fill-20x20")
        video = make_media("film.mp4", "video", collection=collection)
        if not video.thumbnail:  # where there is no ffmpeg
            video.thumbnail.save("affiche.png", ContentFile(png()), save=False)
        video.captions = ContentFile(CUES, name="mots.vtt")
        video.save()
    return image, video


def test_a_collection_becomes_private_then_public(client, bucket, collection, library, committed):
    public = [library[0].file.url, library[0].get_rendition("fill-20x20").url, library[1].url]
    before = bucket.keys()
    assert {client.get(url).status_code for url in public} == {200}
    with committed():
        restriction = restrict(collection)
    assert all(key.startswith(f"prive/{collection.pk}/") for key in bucket.keys())
    assert {client.get(url).status_code for url in public} == {404}
    kept = again(library)
    assert bucket.keys() == names_of(*kept)
    rendition = kept[0].get_rendition("fill-20x20")
    private = [kept[0].file.url, rendition.url, kept[1].url, kept[1].captions.url]
    assert {client.get(url).status_code for url in private} == {404}
    client.force_login(make_member("ana"))
    assert {client.get(url).status_code for url in private} == {200}
    part = client.get(kept[1].url, headers={"range": "bytes=4-7"})
    assert part.status_code == 206 and b"".join(part.streaming_content) == b"ftyp"
    assert part["Cache-Control"] == "private, no-store" and part["Content-Type"] == "video/mp4"

    with committed():
        restriction.delete()
    open_again = again(library)
    assert bucket.keys() == {f"media/{name}" for name in names_of(*open_again)}
    assert not before & bucket.keys()


@pytest.mark.parametrize(
    "address",
    [
        "/media/prive/{key}/{rest}",
        "/media/x/../prive/{key}/{rest}",
        "/media/../prive/{key}/{rest}",
        "/media/%2e%2e/prive/{key}/{rest}",
        "/media//prive/{key}/{rest}",
        "/media/./prive/{key}/{rest}",
        "/media/prive%2f{key}/{rest}",
        "/prive/{other}/../{key}/{rest}",
        "/prive/{other}/x/../../{key}/{rest}",
        "/prive/{other}//{key}/{rest}",
    ],
)
def test_no_other_address_leads_to_it(client, collection, address):
    member = make_member("ana")
    other = Collection.get_first_root_node().add_child(name="Autre")
    restrict(other, member.groups.create(name="Cellule"))
    restrict(collection, Group.objects.create(name="Autres"))
    image = make_image(collection=collection)
    rest = image.file.name.split("/", 2)[2]
    client.force_login(member)
    asked = address.format(key=collection.pk, other=other.pk, rest=rest)
    assert client.get(asked).status_code in {301, 400, 404}
    make_image(collection=other)
    assert collection_of(image.file.name) == collection.pk


def test_nginx_is_told_of_a_private_file_for_those_who_may_see_it_alone(client, bucket, settings, collection):
    settings.S3 = settings.S3 | {"through_nginx": True}
    settings.STORAGES = dict(settings.STORAGES)
    restrict(collection)
    image = make_image(collection=collection)
    refused = client.get(image.file.url)
    assert refused.status_code == 404 and "X-Accel-Redirect" not in refused
    client.force_login(make_member("ana"))
    told = client.get(image.file.url)
    assert (told["X-Accel-Redirect"], told["X-S3-Keep"], told.content) == ("/_s3", "private, no-store", b"")
    assert told["X-S3-Object"].startswith(f"/{bucket.name}/{image.file.name}?") and "Cache-Control" not in told


@pytest.mark.parametrize("name", ["", "images", "nulle-part.png", "\0", "a" * 2000, "été\n.png", "\\..\\x"])
def test_what_is_no_file_is_not_found(client, collection, name):
    restrict(collection)
    client.force_login(make_member("ana"))
    for folder in (f"/prive/{collection.pk}", "/media", "/media/.restauration", "/media/documents"):
        assert client.get(f"{folder}/{name}").status_code in {301, 400, 404}, folder


def test_the_bucket_gives_nothing_to_whoever_has_no_key(store, bucket, collection):
    image = make_image()
    for path in (bucket.name, f"{bucket.name}/media/{image.file.name}"):
        with pytest.raises(HTTPError) as refused:
            urllib.request.urlopen(f"{store.endpoint}/{path}")  # noqa: S310 -- this machine
        assert refused.value.code in {400, 401, 403, 412}


@pytest.mark.skipif(find_rclone() is None, reason="sans rclone")
def test_a_bucket_that_anybody_reads_is_said_to_be(bucket, settings, tmp_path):
    assert look().faults == []
    server = Bucket(tmp_path / "open", is_open=True)
    variables = server.variables()
    server.start()
    try:
        settings.S3 = settings.S3 | {"endpoint_url": server.endpoint, "bucket_name": variables["S3_BUCKET"]}
        settings.STORAGES = dict(settings.STORAGES)
        make_image()
        with pytest.raises(CommandError, match="pas gardés comme ils le devraient"):
            call_command("check_media", stdout=(said := StringIO()))
        assert "N’importe qui peut lire" in said.getvalue()
    finally:
        server.stop()


@pytest.mark.parametrize("killed_at", ["share", "_rename", "erase_due"])
def test_whoever_is_killed_leaves_all_of_it_to_be_found(monkeypatch, bucket, collection, library, killed_at):
    class Killed(BaseException):
        pass

    def kill(*args, **kwargs):
        raise Killed

    restrict(collection)
    with monkeypatch.context() as patched:
        patched.setattr(private_collections, "_undo", lambda names: None)
        if killed_at == "share":
            share = BucketStorage.share
            patched.setattr(BucketStorage, "share", lambda self, *names: (share(self, *names), kill()))
        elif killed_at == "_rename":
            patched.setattr(private_collections, "_rename", kill)
        if killed_at == "erase_due":
            settle()  # in a test nothing is committed: what is to be erased still is
        else:
            with pytest.raises(Killed):
                settle()
    call_command("erase_files", verbosity=0)
    assert not [key for key in bucket.keys() if key.startswith("media/")]
    erase_due(FileToErase.objects.latest("due_at").due_at + BEING_MADE * 2)
    assert bucket.keys() == names_of(*again(library))
    assert not FileToErase.objects.exists() and settle() == 0


def test_the_check_of_files_finds_what_is_too_much_and_what_is_missing(store, bucket, collection, library):
    restrict(collection)
    settle()
    erase_due()
    assert look().is_all_well
    image = again(library)[0]
    store.client.delete_object(Bucket=bucket.name, Key=image.file.name)
    for key in ("media/original_images/x.jpg", "prive/9/media/y.mp3"):
        store.client.put_object(Bucket=bucket.name, Key=key, Body=b"x")
    found = look()
    assert [name for _what, name in found.missing] == [image.file.name]
    assert (found.orphans, found.young) == ([], 2)
    found = look(now=time.time() + 7200)
    assert found.orphans == ["original_images/x.jpg", "prive/9/media/y.mp3"]
    put_right(found)
    assert look().young == 0
