"""The service is away: pages are read and withdrawn, what is sent is refused in French, and nothing is half there."""

import json
import socket
import time

import pytest
from botocore.config import Config
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Collection

from contributions.models import Attachment, Contribution
from core.gone_files import erase_due
from core.models import ContentPage, FileToErase, SiteDocument, SiteImage, SiteMedia, SiteRendition
from core.private_collections import settle
from core.signals import make_illustrations
from members.groups import MODERATION
from tests.contributions.conftest import send
from tests.contributions.files import upload_of
from tests.core.test_private_collections import restrict
from tests.factories import make_article, make_image, make_media, make_member, upload

pytestmark = pytest.mark.django_db


def test_pages_are_read_with_their_words(client, bucket, stopped):
    image = make_image()
    page, bare = make_article("Le mur", image=image), make_article("L’autre mur", image=make_image())
    make_illustrations.call(page.pk)
    SiteRendition.objects.filter(image=bare.image).delete()
    stopped.stop()
    for address in (page.get_url(), bare.get_url(), "/", "/reflexions/", "/recherche/?q=mur", "/flux.xml"):
        response = client.get(address)
        assert response.status_code == 200 and "mur" in response.content.decode(), address
    assert client.get(f"/apercu/{page.pk}.png").status_code == 200
    assert client.get(image.file.url).status_code == 503
    said = client.get("/sante.json")
    assert said.status_code == 200 and json.loads(said.content)["fichiers"] == "injoignable"
    stopped.start()
    assert client.get(image.file.url).status_code == 200
    assert json.loads(client.get("/sante.json").content)["fichiers"] == "ok"


def test_the_desk_of_members_opens(desk, bucket, stopped):
    image, sound = make_image(), make_media()
    document = SiteDocument.objects.create(title="Tract", file=ContentFile(b"Venez.", name="a.txt"))
    page = make_article(image=image)
    stopped.stop()
    for address in (
        "/admin/",
        f"/admin/pages/{page.pk}/edit/",
        reverse("wagtailimages:index"),
        reverse("wagtaildocs:index"),
        reverse("wagtailmedia:index"),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtaildocs:edit", args=[document.pk]),
        reverse("wagtailmedia:edit", args=[sound.pk]),
        reverse("wagtailimages_chooser:choose"),
    ):
        assert desk.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("route", "kind", "arguments"),
    [("wagtailimages", "jpeg", []), ("wagtaildocs", "pdf", []), ("wagtailmedia", "mp3", ["audio"])],
)
def test_what_a_member_sends_is_refused_in_french_and_nothing_is_written(desk, bucket, stopped, route, kind, arguments):
    stopped.stop()
    fields = {"title": "Un essai", "collection": Collection.get_first_root_node().pk, "duration": 0}
    fields |= {"captions_language": "fr", "file": upload_of(kind)}
    response = desk.post(reverse(f"{route}:add", args=arguments), fields)
    assert response.status_code == 503
    assert "Le site ne peut rien enregistrer pour le moment" in response.content.decode()
    stopped.start()
    assert bucket.keys() == set()
    assert not any(model.objects.exists() for model in (SiteImage, SiteDocument, SiteMedia))


def test_a_photo_that_was_to_be_replaced_stays(desk, bucket, stopped):
    image = make_image()
    stopped.stop()
    fields = {"title": "Un autre", "collection": image.collection_id, "file": upload(name="b.png")}
    assert desk.post(reverse("wagtailimages:edit", args=[image.pk]), fields).status_code == 503
    stopped.start()
    assert bucket.keys() == {f"media/{image.file.name}"}
    assert SiteImage.objects.get().title == image.title


def test_what_strangers_send_is_taken_and_accepted_later(client, bucket, stopped, monkeypatch):
    monkeypatch.setattr("contributions.proof.MOST_TRIES", 20)
    stopped.stop()
    assert send(client, "texte", attachments=[upload_of("jpeg"), upload_of("pdf"), upload_of("mp3")]).status_code == 200
    contribution = Contribution.objects.get()
    Contribution.objects.update(is_doubtful=False)
    client.force_login(make_member("ines", MODERATION))
    address = f"/admin/contributions/contribution/inspect/{contribution.pk}/"
    accept = {"geste": "accepter", "accepter-text": ""}
    assert client.post(address, accept).status_code == 503
    assert not ContentPage.objects.exists() and Attachment.objects.in_quarantine().count() == 3
    stopped.start()
    assert client.post(address, accept).status_code == 302
    assert ContentPage.objects.exists() and not Attachment.objects.in_quarantine().exists()
    folders = sorted(key.split("/")[1] for key in bucket.keys() if "/images/" not in key)
    assert folders == ["documents", "media", "original_images"]
    assert not any(b"SECRET" in content for content in bucket.objects().values())


def test_what_is_deleted_meanwhile_goes_later(desk, bucket, stopped, committed):
    items = [
        (make_image(), "wagtailimages"),
        (make_media(), "wagtailmedia"),
        (SiteDocument.objects.create(title="Tract", file=ContentFile(b"Venez.", name="a.txt")), "wagtaildocs"),
    ]
    items[0][0].get_rendition("fill-20x20")
    stopped.stop()
    for item, route in items:
        with committed():
            assert desk.post(reverse(f"{route}:delete", args=[item.pk])).status_code == 302
    with pytest.raises(CommandError, match="qui n’ont pas pu l’être : 4"):
        call_command("erase_files", verbosity=0)
    stopped.start()
    assert len(bucket.keys()) == 4
    call_command("erase_files", verbosity=0)
    assert bucket.keys() == set() and not FileToErase.objects.exists()


def test_a_page_is_withdrawn_all_the_same(client, bucket, stopped):
    page = make_article()
    assert client.get(f"/apercu/{page.pk}.png").status_code == 200
    assert len(bucket.keys()) == 1
    stopped.stop()
    page.unpublish()
    assert client.get(page.get_url()).status_code == 404
    stopped.start()
    erase_due()
    assert bucket.keys() == set()


def test_a_collection_made_private_meanwhile_is_moved_when_it_comes_back(client, bucket, stopped, committed):
    collection = Collection.get_first_root_node().add_child(name="Entre nous")
    image = make_image(collection=collection)
    stopped.stop()
    with committed():
        restrict(collection)
    stopped.start()
    assert settle() == 1
    erase_due()
    assert [key.split("/")[0] for key in bucket.keys()] == ["prive"]
    assert client.get(image.file.url).status_code == 404


def test_a_silent_service_is_waited_for_once(client, settings, bucket):
    """Ten pictures that are missing do not make a page wait ten times."""
    page = make_article(image=make_image())
    SiteRendition.objects.all().delete()
    patience = Config(read_timeout=1, connect_timeout=1, retries={"total_max_attempts": 1})
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(0)
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        settings.S3 = settings.S3 | {"endpoint_url": address, "client_config": patience}
        settings.STORAGES = dict(settings.STORAGES)
        seconds = []
        for _time in range(3):
            started = time.monotonic()
            assert client.get(page.get_url()).status_code == 200
            seconds.append(time.monotonic() - started)
    assert 1 < seconds[0] < 3 and max(seconds[1:]) < 1
