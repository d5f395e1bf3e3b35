"""The sounds of the site in podcast applications: valid, public, the newest first."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core.models import SiteMedia
from tests.factories import make_article, make_initiative, make_media

pytestmark = pytest.mark.django_db
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
ATOM = "{http://www.w3.org/2005/Atom}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nBonsoir.\n"


def make_sound(title="Paroles de nuit", name="nuit.mp3", kind="audio", **fields):
    media = make_media(name, kind, title=title, **fields)
    SiteMedia.objects.filter(pk=media.pk).update(duration=fields.get("duration", 754.4))
    return media


def heard(media, title="", description=""):
    return ("audio", {"media": media, "title": title, "description": description})


def channel(client):
    response = client.get("/flux/sons.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314 -- our own feed
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    return root.find("channel")


def titles(client):
    return [item.findtext("title") for item in channel(client).findall("item")]


def test_a_sound_of_a_public_page_is_an_episode(client):
    sound = make_sound(credit="Radio du dehors")
    article = make_article("La nuit", body=[heard(sound, "Épisode 2", "Quatre voix.")])
    [item] = channel(client).findall("item")
    assert item.findtext("title") == "Épisode 2"
    assert item.findtext("description") == "Quatre voix."
    assert item.findtext("link") == f"http://testserver{article.url}"
    enclosure = item.find("enclosure")
    assert enclosure.get("url") == f"http://testserver{sound.url}"
    assert (enclosure.get("length"), enclosure.get("type")) == (str(sound.file.size), "audio/mpeg")
    assert item.findtext(f"{ITUNES}duration") == "754"
    assert item.findtext(f"{ITUNES}author") == "Radio du dehors"
    assert parsedate_to_datetime(item.findtext("pubDate")) == article.first_published_at.replace(microsecond=0)
    assert item.find("guid").get("isPermaLink") == "false"


@pytest.mark.parametrize("with_sounds", [True, False])
def test_what_apple_requires_is_there(client, with_sounds):
    """https://help.apple.com/itc/podcasts_connect/#/itcb54353390: required tags of a channel and of an episode."""
    if with_sounds:
        make_article(body=[heard(make_sound())])
        make_initiative(body=[heard(make_sound("Autre", "autre.m4a"))])
    found = channel(client)
    for name in ("title", "description", "language", "link", f"{ITUNES}explicit", f"{ITUNES}author"):
        assert len(found.findall(name)) == 1, name
        assert found.findtext(name).strip()
    assert found.findtext("language") == "fr"
    assert found.findtext(f"{ITUNES}explicit") in {"true", "false"}
    assert found.find(f"{ITUNES}category").get("text") == "Society & Culture"
    picture = found.find(f"{ITUNES}image").get("href")
    assert picture.startswith("http://testserver/") and picture.endswith((".jpg", ".png"))
    assert found.find(f"{ATOM}link").get("href") == "http://testserver/flux/sons.xml"
    items = found.findall("item")
    assert len(items) == 2 * with_sounds
    for item in items:
        for name in ("title", "guid", "pubDate", "description", f"{ITUNES}duration", "enclosure"):
            assert len(item.findall(name)) == 1, name
        enclosure = item.find("enclosure")
        assert int(enclosure.get("length")) > 0
        assert enclosure.get("type") in {"audio/mpeg", "audio/x-m4a"}
    assert len({item.findtext("guid") for item in items}) == len(items)


def test_its_picture_is_square_and_large_enough(client):
    response = client.get("/flux/sons.jpg")
    assert response["Content-Type"] == "image/jpeg"
    with Image.open(BytesIO(response.content)) as picture:
        assert picture.mode == "RGB"
        assert picture.width == picture.height
        assert 1400 <= picture.width <= 3000
    assert len(response.content) < 512_000
    assert client.get("/flux/sons.jpg").content == response.content
    assert client.get("/flux/sons.jpg", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_what_is_not_public_is_not_there(client):
    make_article("Brouillon", publish=False, body=[heard(make_sound("brouillon"))])
    private = make_article("Privé", body=[heard(make_sound("page privée"))])
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    closed = Collection.get_first_root_node().add_child(name="Entre nous")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    below = closed.add_child(name="Dessous")
    make_article(
        "Collections", body=[heard(make_sound(name, collection=c)) for name, c in (("a", closed), ("b", below))]
    )
    lost = make_sound("fichier perdu")
    lost.file.storage.delete(lost.file.name)
    make_article("Perdu", body=[heard(lost)])
    make_sound("montré nulle part")
    assert titles(client) == []


def test_a_draft_of_a_published_page_is_not_heard(client):
    article = make_article(body=[heard(make_sound("Dit"))])
    article.body = [heard(make_sound("Pas encore"))]
    article.save_revision()
    assert titles(client) == ["Dit"]


def test_a_video_is_no_episode(client):
    film = make_sound("Film", "film.mp4", "video")
    make_article(body=[("video", {"media": film, "title": "", "description": ""}), heard(film)])
    assert titles(client) == []


def test_the_newest_comes_first_and_nothing_twice(client):
    old, new = make_sound("Vieux"), make_sound("Neuf", "neuf.mp3")
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for days, sounds in enumerate(([old], [new], [old])):
        article = make_article(f"Article {days}", body=[heard(sound) for sound in sounds])
        type(article).objects.filter(pk=article.pk).update(first_published_at=start + timedelta(days=days))
    assert titles(client) == ["Neuf", "Vieux"]
    guid = channel(client).findall("item")[1].findtext("guid")
    assert [item.findtext("guid") for item in channel(client).findall("item")][1] == guid


def test_captions_go_with_their_sound(client):
    sound = make_sound(captions=ContentFile(VTT, name="nuit.vtt"))
    make_article(body=[heard(sound)])
    [item] = channel(client).findall("item")
    transcript = item.find(f"{PODCAST}transcript")
    assert transcript.get("url") == f"http://testserver{sound.captions.url}"
    assert transcript.get("type") == "text/vtt"


def test_control_characters_and_markup_break_nothing(client):
    sound = make_sound("<b>Nuit</b> & co\x01")
    make_article(summary="1 < 2\x0b", body=[heard(sound)])
    [item] = channel(client).findall("item")
    assert item.findtext("title") == "<b>Nuit</b> & co"


def test_an_application_that_has_it_is_not_sent_it_again(client):
    make_article(body=[heard(make_sound())])
    first = client.get("/flux/sons.xml")
    assert client.get("/flux/sons.xml", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.post("/flux/sons.xml").status_code == 405


def test_the_site_says_where_it_is(client):
    html = client.get("/").content.decode()
    assert 'type="application/rss+xml"' in html
    assert html.count("/flux/sons.xml") == 2
