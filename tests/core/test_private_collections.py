"""A collection becomes private, or public again: its images, sounds and videos go where they should be, only there."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from core import private_collections
from core.gone_files import erase_due
from core.media_check import look
from core.models import FileToErase, SiteImage, SiteMedia
from core.private_collections import settle
from core.site_storage import collection_of, name_in
from members.groups import ADMINISTRATION, MODERATION
from tests.factories import make_image, make_media, make_member, png

CUES = b"WEBVTT\n\n00:00.000 --> 00:01.000\nBonsoir.\n"


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"


@pytest.fixture
def collection(db):
    return Collection.get_first_root_node().add_child(name="Entre nous")


def restrict(collection, *groups):
    kind = CollectionViewRestriction.GROUPS if groups else CollectionViewRestriction.LOGIN
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind)
    restriction.groups.set(groups)
    return restriction


def on_disk(root):
    return sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())


def names_of(*items):
    return {getattr(item, field).name for item in items for field in item.sheltered_fields if getattr(item, field)}


@pytest.fixture
def library(collection, django_capture_on_commit_callbacks):
    """An image with a rendition and a video with all its files, in a collection that anybody may see."""
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(collection=collection)
        image.get_rendition("fill-20x20")
        video = make_media("film.mp4", "video", collection=collection)
        if not video.thumbnail:  # where there is no ffmpeg
            video.thumbnail.save("affiche.png", ContentFile(png()), save=False)
        video.captions = ContentFile(CUES, name="mots.vtt")
        video.save()
    return image, video


def again(items):
    return [type(item).objects.get(pk=item.pk) for item in items]


def test_it_goes_out_of_the_media_and_comes_back(
    client, settings, collection, library, django_capture_on_commit_callbacks
):
    before = on_disk(settings.MEDIA_ROOT)
    assert len(before) >= 5
    with django_capture_on_commit_callbacks(execute=True):
        restriction = restrict(collection)
    assert on_disk(settings.MEDIA_ROOT) == []
    kept = again(library)
    assert all(collection_of(name) == collection.pk for name in names_of(*kept))
    assert {f"prive/{name}" for name in on_disk(settings.PRIVATE_ROOT)} == names_of(*kept)
    rendition = kept[0].get_rendition("fill-20x20")
    assert client.get(kept[0].file.url).status_code == client.get(rendition.url).status_code == 404
    client.force_login(make_member("ana"))
    assert client.get(kept[0].file.url).status_code == client.get(rendition.url).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert on_disk(settings.PRIVATE_ROOT) == []
    public = again(library)
    assert set(on_disk(settings.MEDIA_ROOT)) == names_of(*public)
    assert not set(before) & names_of(*public)  # an address that was closed stays closed
    assert not FileToErase.objects.filter(path__in=names_of(*public)).exists()


@pytest.mark.parametrize("model", [SiteImage, SiteMedia])
def test_what_is_put_in_a_private_collection_was_never_elsewhere(settings, collection, model):
    restrict(collection)
    item = make_image(collection=collection) if model is SiteImage else make_media(collection=collection)
    assert collection_of(item.file.name) == collection.pk
    assert on_disk(settings.MEDIA_ROOT) == []
    modes = {path.stat().st_mode & 0o777 for path in Path(settings.PRIVATE_ROOT).rglob("*")}
    assert modes == {0o700, 0o600}


def test_a_collection_under_a_private_one_is_private(collection, library, django_capture_on_commit_callbacks):
    below = collection.add_child(name="Dessous")
    image = make_image(collection=below)
    with django_capture_on_commit_callbacks(execute=True):
        restrict(collection)
    assert again([image])[0].private_to == below.pk


def test_it_follows_its_item_from_one_collection_to_another(settings, collection, django_capture_on_commit_callbacks):
    other = Collection.get_first_root_node().add_child(name="Autre")
    restrict(collection)
    image = make_image()
    for place, folder in ((collection, collection.pk), (other, None), (collection, collection.pk)):
        image = again([image])[0]
        image.collection = place
        with django_capture_on_commit_callbacks(execute=True):
            image.save()
        assert again([image])[0].private_to == folder
    assert on_disk(settings.MEDIA_ROOT) == []


def test_it_follows_the_gestures_of_the_admin(client, collection, library, django_capture_on_commit_callbacks):
    """Privacy, images moved together (told to no signal), a collection under another: on the screens themselves."""
    client.force_login(make_member("racine", ADMINISTRATION))
    root, image = Collection.get_first_root_node(), library[0]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtailadmin_collections:set_privacy", args=[collection.pk]), {"restriction_type": "login"}
        )
    assert again([image])[0].is_private
    open_one = root.add_child(name="Ouverte")
    address = reverse("wagtail_bulk_action", args=["core", "siteimage", "add_to_collection"])
    for target, is_private in ((open_one, False), (collection, True)):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(f"{address}?id={image.pk}", {"collection": target.pk})
        assert again([image])[0].is_private is is_private
    lone = make_image(collection=open_one)
    edit = reverse("wagtailadmin_collections:edit", args=[open_one.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"name": "Ouverte", "parent": collection.pk})
    assert Collection.objects.get(pk=open_one.pk).is_descendant_of(Collection.objects.get(pk=collection.pk))
    assert again([lone])[0].is_private


def test_who_is_not_of_the_group_gets_nothing_even_in_the_admin(client, collection, django_capture_on_commit_callbacks):
    outside, inside = make_member("sacha", MODERATION), make_member("ines", MODERATION)
    group = inside.groups.create(name="Cellule")
    restrict(collection, group)
    image = make_image(collection=collection)
    preview = reverse("wagtailimages:preview", args=[image.pk, "width-20"])
    for member, status, seen in ((outside, 404, 302), (inside, 200, 200)):
        client.force_login(member)
        assert client.get(image.file.url).status_code == status
        assert client.get(preview).status_code == seen


def test_ranges_are_served_and_nothing_keeps_them(client, collection):
    restrict(collection)
    film = make_media("film.mp4", "video", collection=collection)
    client.force_login(make_member("ana"))
    answer = client.get(film.url, headers={"range": "bytes=4-7"})
    assert answer.status_code == 206 and b"".join(answer.streaming_content) == b"ftyp"
    assert answer["Content-Type"] == "video/mp4" and answer["Cache-Control"] == "private, no-store"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["../../media/x.png", "%2e%2e/x", "", "images", "nulle-part.png", "\0"])
def test_no_address_leaves_the_folder(client, settings, collection, name):
    restrict(collection)
    make_image(collection=collection)
    Path(settings.MEDIA_ROOT).mkdir(exist_ok=True)
    Path(settings.MEDIA_ROOT, "x.png").write_bytes(png())
    client.force_login(make_member("ana"))
    assert client.get(f"/prive/{collection.pk}/{name}").status_code in {400, 404}


@pytest.mark.parametrize("way", ["../", "%2e%2e/", "x/../../", "./../"])
def test_no_address_of_one_collection_leads_to_another(client, collection, way):
    member = make_member("ana")
    restrict(collection, member.groups.create(name="Cellule"))
    other = Collection.get_first_root_node().add_child(name="Autre")
    restrict(other, Group.objects.create(name="Autres"))
    make_image(collection=collection)
    hidden = make_image(collection=other).file.url
    client.force_login(member)
    asked = hidden.replace(f"/prive/{other.pk}/", f"/prive/{collection.pk}/{way}{other.pk}/")
    assert client.get(hidden).status_code == client.get(asked).status_code == 404


@pytest.mark.parametrize("killed_at", ["share", "_rename", "erase_due"])
def test_whoever_is_killed_leaves_all_of_it_to_be_found(settings, monkeypatch, collection, library, killed_at):
    """A kill takes neither `except` nor what comes after: here, the process stops there and undoes nothing."""

    class Killed(BaseException):
        pass

    def kill(*args, **kwargs):
        raise Killed

    restrict(collection)
    monkeypatch.setattr(private_collections, "_undo", lambda names: None)
    if killed_at == "share":
        storage, share = private_collections.default_storage, private_collections.default_storage.share
        monkeypatch.setattr(type(storage._wrapped), "share", lambda self, *names: (share(*names), kill()))
    elif killed_at == "_rename":
        monkeypatch.setattr(private_collections, "_rename", kill)
    if killed_at == "erase_due":
        settle()  # in a test nothing is committed: what is to be erased still is
    else:
        with pytest.raises(Killed):
            settle()
    monkeypatch.undo()

    call_command("erase_files", verbosity=0)
    assert on_disk(settings.MEDIA_ROOT) == []
    from_now = private_collections.BEING_MADE * 2
    erase_due(FileToErase.objects.latest("due_at").due_at + from_now)
    assert {f"prive/{name}" for name in on_disk(settings.PRIVATE_ROOT)} == names_of(*again(library))
    assert not FileToErase.objects.exists()
    assert settle() == 0


def test_a_disk_that_refuses_leaves_it_where_it_was_and_is_asked_again(
    settings, monkeypatch, collection, library, caplog
):
    def refuse(*args):
        raise OSError("plein")

    before = on_disk(settings.MEDIA_ROOT)
    restrict(collection)
    with monkeypatch.context() as patched:
        patched.setattr(type(private_collections.default_storage._wrapped), "share", refuse)
        assert settle() == 0
    assert on_disk(settings.MEDIA_ROOT) == before and "is not where it should be" in caplog.text
    assert settle() == 2


def test_what_waits_for_a_shorter_title_waits_where_nobody_gets_it(client, settings, db):
    member = make_member("ana")
    waiting = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(SiteImage),
        uploaded_by_user=member,
        file=ContentFile(png(), name="attend.png"),
    )
    assert on_disk(settings.MEDIA_ROOT) == []
    client.force_login(member)
    assert client.get(waiting.file.url).status_code == 404
    assert waiting.file.read()


def test_the_check_of_files_knows_both_folders(settings, collection, library):
    restrict(collection)
    settle()
    erase_due()
    assert look().is_all_well
    image = again(library)[0]
    Path(image.file.path).unlink()
    assert [name for _what, name in look().missing] == [image.file.name]


def test_a_name_says_nothing_of_the_former_one_but_how_it_is_called():
    first = name_in("prive/5/", "original_images/mur.png")
    second = name_in("", first)
    assert first.startswith("prive/5/original_images/mur_") and first.endswith(".png")
    assert second.startswith("original_images/mur_") and len(second) == len("original_images/mur_.png") + 16
    assert len(name_in("prive/123456/", f"media_thumbnails/{'a' * 90}.jpeg")) <= 100
