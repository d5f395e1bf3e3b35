"""A video from elsewhere: nothing is asked of anybody before the click, then its host alone; and without script."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import looked_at
from tests.browser.example_pages import PAGES, STYLE

pytestmark = [pytest.mark.browser, pytest.mark.once]

PAGE = PAGES["page simple, vidéo d’ailleurs"]
RECORDINGS = Path(__file__).resolve().parents[1] / "contributions" / "recordings"
FRAME = "https://framatube.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?p2p=0&autoplay=1"


@pytest.fixture
def reader(open_example):
    """A reader's page (playwright Page), and the hosts (list of str) that it asked beside the site."""
    page, asked = open_example(), []
    page.context.route(
        lambda address: urlsplit(address).hostname != "127.0.0.1",
        lambda route: (asked.append(route.request.url), route.fulfill(content_type="text/html", body="<p>film</p>")),
    )
    page.goto(PAGE)
    page.wait_for_load_state("networkidle")
    return page, asked


def test_nobody_is_asked_before_the_click(reader):
    page, asked = reader
    button = page.get_by_role("button", name="Lire sur PeerTube (framatube.org)")
    button.scroll_into_view_if_needed()
    button.hover()
    button.focus()
    page.wait_for_load_state("networkidle")
    assert asked == []
    assert page.locator("iframe").count() == 0
    assert page.get_by_text("qui verra votre adresse IP").is_visible()


def test_the_click_brings_the_player_and_nothing_else(reader):
    page, asked = reader
    page.get_by_role("button", name="Lire sur").press("Enter")
    frame = page.locator(".player iframe")
    frame.wait_for()
    page.wait_for_load_state("networkidle")
    assert asked == [FRAME]
    assert frame.get_attribute("title") == "Qu’est-ce que PeerTube\u202f?"
    assert frame.get_attribute("sandbox") == "allow-scripts allow-same-origin"
    assert frame.get_attribute("referrerpolicy") == "no-referrer"
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert not page.get_by_role("button", name="Lire sur").is_visible()


def test_without_script_there_is_a_link_and_no_dead_button(open_example):
    page = open_example(java_script_enabled=False)
    page.goto(PAGE)
    assert not page.get_by_role("button", name="Lire sur").is_visible()
    link = page.get_by_role("link", name="Ouvrir la page sur PeerTube")
    assert link.is_visible()
    assert link.get_attribute("href") == "https://framatube.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d"


def test_paper_has_the_link_alone(open_example):
    page = open_example()
    page.goto(PAGE)
    page.emulate_media(media="print")
    assert not page.locator(".player-stage").is_visible()
    assert not page.get_by_role("button", name="Lire sur").is_visible()
    assert page.get_by_role("link", name="Ouvrir la page sur PeerTube").is_visible()


def test_axe_finds_nothing(open_example):
    for scheme, width, violations, doubts in looked_at(open_example(), PAGE):
        assert (violations, doubts) == ([], []), f"{scheme}, {width} px"


def test_captions_are_shown_over_a_film_and_under_a_sound(developers_example, chromium):
    page = chromium.new_page(base_url=developers_example, locale="fr-FR")
    captions = "WEBVTT\n\n00:00.000 --> 00:09.000\n<v Nour>On fait le tour, on s’assoit.\n"
    page.route("**/*.vtt", lambda route: route.fulfill(body=captions, content_type="text/vtt"))
    page.route("**/forum.mp4", lambda route: route.fulfill(path=RECORDINGS / "clip.webm", content_type="video/webm"))
    page.route("**/nuit.mp3", lambda route: route.fulfill(path=RECORDINGS / "voice.mp3", content_type="audio/mpeg"))
    page.goto(STYLE)
    film = page.locator("figure.media video")
    film.evaluate("player => { player.muted = true; player.play(); }")
    page.wait_for_function("player => player.textTracks[0].activeCues?.length === 1", arg=film.element_handle())
    assert film.evaluate("player => player.textTracks[0].mode") == "showing"
    sound = page.locator("figure.media", has=page.locator("[data-captions]"))
    line = sound.locator("[data-captions]")
    assert not line.is_visible()
    sound.locator("audio").evaluate("player => { player.muted = true; player.play(); }")
    expect(line).to_have_text("On fait le tour, on s’assoit.")
    assert line.is_visible()
    page.close()
