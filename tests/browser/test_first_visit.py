"""A first visit on an old phone: few requests, all to the site, and a page that stays where it was while it arrives."""

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.example_pages import MEASURED, PAGES

pytestmark = pytest.mark.browser

#: On an old phone, then what is laid out otherwise on a desk.
VISITS = [*((name, 360) for name in MEASURED), ("accueil", 1280), ("article long", 1280)]
MOST_REQUESTS = 12
#: Chromium calls 0.1 good; a reader sees nothing of this.
MOST_SHIFT = 0.01
#: A poor connection: milliseconds, then bytes per second.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 100_000, "uploadThroughput": 30_000}

OBSERVE_SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => [
    entry.value, ...entry.sources.map(source => source.node?.parentElement?.outerHTML.slice(0, 100)),
]))).observe({type: "layout-shift", buffered: true});
"""
SCROLL_TO_THE_END = """
async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
        scrollTo({top: y, behavior: "instant"});
        await new Promise(resolve => setTimeout(resolve, 30));
    }
}
"""


@pytest.mark.parametrize(("name", "width"), VISITS)
def test_few_requests_and_nothing_moves_while_the_page_arrives(open_example, example, name, width):
    page, asked = open_example(viewport={"width": width, "height": 640}), []
    page.add_init_script(OBSERVE_SHIFTS)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGES[name], wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {urlsplit(example).netloc}
    assert len(asked) <= MOST_REQUESTS, asked
    assert page.context.cookies() == []
    page.evaluate(SCROLL_TO_THE_END)
    shifts = page.evaluate("shifts")
    assert sum(shift[0] for shift in shifts) <= MOST_SHIFT, shifts


def test_every_picture_has_its_dimensions(open_example):
    reader = open_example().request
    for address in PAGES.values():
        pictures = re.findall("<img[^>]*>", reader.get(address).text())
        assert [picture for picture in pictures if " width=" not in picture or " height=" not in picture] == [], address
