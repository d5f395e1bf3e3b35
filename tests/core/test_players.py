"""Which addresses play, what plays them, and what a page asks of others while it is shown: nothing."""

import socket

import environ
import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedUnsupportedProviderException
from wagtail.fields import RichTextField

from core.blocks import BodyBlock
from core.models import HostedRecording
from core.players import peertube_hosts, player_of, player_origins
from tests.factories import make_article

PEERTUBE = ["framatube.org"]
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
YOUTUBE = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
YOUTUBE_FRAME = "https://www.youtube-nocookie.com/embed/AbCdEfGhIjK?autoplay=1&rel=0"
VIMEO_FRAME = "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"


@pytest.mark.parametrize(
    ("address", "page", "frame"),
    [
        (YOUTUBE, YOUTUBE, YOUTUBE_FRAME),
        ("https://www.youtube.com/watch?app=desktop&v=AbCdEfGhIjK&t=90s&list=PL1", YOUTUBE, YOUTUBE_FRAME),
        ("https://youtu.be/AbCdEfGhIjK?si=qui-partage", YOUTUBE, YOUTUBE_FRAME),
        ("https://m.youtube.com/shorts/AbCdEfGhIjK", YOUTUBE, YOUTUBE_FRAME),
        ("https://WWW.YouTube.com/live/AbCdEfGhIjK?feature=share", YOUTUBE, YOUTUBE_FRAME),
        ("https://www.youtube-nocookie.com/embed/AbCdEfGhIjK", YOUTUBE, YOUTUBE_FRAME),
        ("https://vimeo.com/76979871", "https://vimeo.com/76979871", VIMEO_FRAME),
        ("https://player.vimeo.com/video/76979871?dnt=1", "https://vimeo.com/76979871", VIMEO_FRAME),
        (
            "https://vimeo.com/76979871/ab12cd34ef",
            "https://vimeo.com/76979871/ab12cd34ef",
            f"{VIMEO_FRAME}&h=ab12cd34ef",
        ),
        (
            "https://soundcloud.com/radio-dehors/episode-2?utm_source=x",
            "https://soundcloud.com/radio-dehors/episode-2",
            "https://w.soundcloud.com/player/?auto_play=true&url=https%3A//soundcloud.com/radio-dehors/episode-2",
        ),
        (
            "https://www.arte.tv/fr/videos/098376-000-A/un-titre/",
            "https://www.arte.tv/fr/videos/098376-000-A/",
            "https://www.arte.tv/embeds/fr/098376-000-A?autoplay=true",
        ),
        (
            "https://archive.org/details/theatre-forum_1978",
            "https://archive.org/details/theatre-forum_1978",
            "https://archive.org/embed/theatre-forum_1978",
        ),
        (
            f"https://framatube.org/videos/watch/{UUID}",
            f"https://framatube.org/w/{UUID}",
            f"https://framatube.org/videos/embed/{UUID}?p2p=0&autoplay=1",
        ),
        (
            "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv;threadId=1",
            "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv",
            "https://framatube.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0&autoplay=1",
        ),
    ],
)
def test_an_address_as_people_paste_it_has_its_player(address, page, frame):
    player = player_of(address, PEERTUBE)
    assert (player.page, player.frame) == (page, frame)
    assert f"https://{player.frame.split('/')[2]}" in player_origins(PEERTUBE)


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "javascript:alert(1)//www.youtube.com/watch?v=AbCdEfGhIjK",
        "http://www.youtube.com/watch?v=AbCdEfGhIjK",
        "//www.youtube.com/watch?v=AbCdEfGhIjK",
        "data:text/html,https://www.youtube.com/watch?v=AbCdEfGhIjK",
        "file:///etc/passwd",
        "https://www.youtube.com.example.org/watch?v=AbCdEfGhIjK",
        "https://example.org/www.youtube.com/watch?v=AbCdEfGhIjK",
        "https://notyoutube.com/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com@example.org/watch?v=AbCdEfGhIjK",
        "https://user:pass@www.youtube.com/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com:8443/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com:443/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com./watch?v=AbCdEfGhIjK",
        "https://www.yоutube.com/watch?v=AbCdEfGhIjK",  # a Cyrillic « о »
        "https://www.ｙoutube.com/watch?v=AbCdEfGhIjK",
        "https://www.youtube。com/watch?v=AbCdEfGhIjK",
        "https://example.org\\@www.youtube.com/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com\\@example.org/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com/watch?v=AbCdEfGhIjK\n.example.org",
        " https://www.youtube.com/watch?v=AbCdEfGhIjK",
        "https://www.youtube.com/watch?v=../../redirect",
        "https://www.youtube.com/watch?v=AbCdEfGhIjKtrop",
        'https://www.youtube.com/watch?v=AbCdEfGhI"onload=x',
        "https://www.youtube.com/redirect?q=https://example.org",
        "https://vimeo.com/76979871abc/../..",
        "https://soundcloud.com/a/b&auto_play=x#",
        "https://soundcloud.com/a/../..",
        "https://[::1]/watch?v=AbCdEfGhIjK",
        "https://[www.youtube.com/watch?v=AbCdEfGhIjK",
        f"https://tube.example.org/w/{UUID}",
        f"https://framatube.org.example.org/w/{UUID}",
        f"https://framatube.org:9000/w/{UUID}",
        "https://framatube.org/w/trop-court",
        "https://www.youtube.com/watch?v=AbCdEfGhIjK&x=" + "x" * 600,
    ],
)
def test_what_looks_like_a_host_has_no_player(address):
    assert player_of(address, PEERTUBE) is None


def test_what_may_be_framed_is_a_list_of_origins():
    origins = player_origins(PEERTUBE)
    assert "https://www.youtube-nocookie.com" in origins
    assert "https://framatube.org" in origins
    assert "https://www.youtube.com" not in origins
    assert all(origin.startswith("https://") and origin.count("/") == 2 for origin in origins)


def test_a_setting_that_is_no_host_name_stops_the_start(monkeypatch):
    monkeypatch.setenv("PEERTUBE_HOSTS", "tube.example.org, https://autre.example.org/")
    with pytest.raises(ImproperlyConfigured, match="autre"):
        peertube_hosts(environ.Env())
    monkeypatch.setenv("PEERTUBE_HOSTS", "Tube.example.org")
    assert peertube_hosts(environ.Env()) == ["tube.example.org"]


def test_the_editor_is_told_which_hosts_are_known():
    block = BodyBlock().child_blocks["player"]
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.normalize({"address": "https://tube.example.org/w/x"}))
    assert "YouTube, Vimeo" in str(refused.value.block_errors["address"])


def test_a_host_that_gives_no_title_asks_for_one():
    block = BodyBlock().child_blocks["player"]
    value = {"address": "https://www.arte.tv/fr/videos/098376-000-A/"}
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.normalize(value))
    assert "title" in refused.value.block_errors
    assert block.clean(block.normalize({**value, "title": "Un titre"}))["title"] == "Un titre"


def test_what_is_kept_is_the_address_without_what_follows_people():
    block = BodyBlock().child_blocks["player"]
    assert block.clean(block.normalize({"address": "https://youtu.be/AbCdEfGhIjK?si=qui"}))["address"] == YOUTUBE


# --- On the page ------------------------------------------------------------------------------


def player(address=YOUTUBE, **values):
    return ("player", {"address": address, "title": "", "description": "", "transcript": "", **values})


@pytest.fixture
def no_network(monkeypatch):
    """Nobody is asked: a name that is looked up, or a connection, fails the test."""

    def refuse(*arguments, **options):
        raise AssertionError(f"the site asked for {arguments}")

    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.django_db
@pytest.mark.parametrize("known", [True, False])
def test_a_page_and_its_feed_ask_nobody(client, request, known, settings):
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        request.getfixturevalue("no_network")
    if known:
        HostedRecording.objects.create(address=YOUTUBE, title="Une assemblée", author="Un collectif")
    article = make_article(body=[player(), ("text", "<p>a</p><embed embedtype='media' url='https://youtu.be/x'/>")])
    html = client.get(article.url).content.decode()
    assert "<iframe" not in html
    assert ("data-player" in html) is known
    assert f'href="{YOUTUBE}"' in html
    feed = client.get("/flux.xml").content.decode()
    assert YOUTUBE in feed
    assert "nocookie" not in feed


@pytest.mark.django_db
def test_without_an_answer_the_page_has_a_link_that_says_where_it_leads(client):
    html = client.get(make_article(body=[player()]).url).content.decode()
    assert "Ouvrir la page sur YouTube (youtube.com)" in html
    assert "Lire sur" not in html


@pytest.mark.django_db
def test_markup_in_what_a_host_says_stays_words(client):
    HostedRecording.objects.create(address=YOUTUBE, title='<script>alert("x")</script>', author="<b>moi</b>")
    html = client.get(make_article(body=[player()]).url).content.decode()
    assert "<script>alert" not in html
    assert "<b>moi" not in html


@pytest.mark.django_db
def test_an_address_that_slipped_in_is_no_link(client):
    article = make_article(body=[player("javascript:alert(1)")])
    assert "javascript:" not in client.get(article.url).content.decode()


@pytest.mark.django_db
def test_a_recording_is_found_by_its_title_and_by_what_it_says():
    HostedRecording.objects.create(address=YOUTUBE, title="Une assemblée de quartier")
    article = make_article(body=[player(transcript="On parle des clés.")])
    said = " ".join(article.body.stream_block.get_searchable_content(article.body))
    assert "Une assemblée de quartier" in said
    assert "On parle des clés." in said


@pytest.mark.django_db
def test_ten_recordings_cost_one_query(client, django_assert_max_num_queries):
    pages = [f"https://vimeo.com/{number}" for number in range(1, 11)]
    HostedRecording.objects.bulk_create(HostedRecording(address=page, title=page) for page in pages)
    article = make_article(body=[player(page) for page in pages])
    body = type(article).objects.get(pk=article.pk).body
    with django_assert_max_num_queries(1):
        assert all(block.value.can_play for block in body)


# --- The doors of the stock stack -------------------------------------------------------------


@pytest.mark.django_db
def test_wagtail_embeds_nothing_by_itself():
    with pytest.raises(EmbedUnsupportedProviderException):
        get_embed(YOUTUBE)


def test_no_text_takes_embeds():
    fields = [field for model in apps.get_models() for field in model._meta.fields if isinstance(field, RichTextField)]
    ours = [field for field in fields if field.model._meta.app_label not in {"wagtailcore"}]
    assert ours
    assert [field for field in ours if field.features is None or "embed" in field.features] == []
