"""What a first visit costs: requests and bytes as they travel, in a browser that has never been here."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from tests.browser.example_pages import MEASURED, PAGES
from tools.audit.report import Table, counted, kilobytes

SCREENS = {"téléphone, 360 × 640": (360, 640), "bureau, 1280 × 800": (1280, 800)}
MOST_REQUESTS = 12
#: Bytes. Images below the fold, that the browser fetches early, are told apart, in requests and in bytes.
MOST_BYTES = 150_000
MOST_CODE = 40_000
CODE = ("Document", "Stylesheet", "Script")

IMAGES_ON_SCREEN = """
() => [...document.images].filter(image => {
    const box = image.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
}).map(image => image.currentSrc)
"""


@dataclass
class View:
    """One first view: addresses asked for, bytes by kind of resource (names of the DevTools protocol).

    `early` has the bytes of each image that was fetched before it could be seen.
    """

    asked: list = field(default_factory=list)
    bytes: Counter = field(default_factory=Counter)
    early: list = field(default_factory=list)

    @property
    def requests(self):
        return len(self.asked) - len(self.early)

    @property
    def total(self):
        return self.bytes.total() - sum(self.early)

    @property
    def code(self):
        return sum(self.bytes[kind] for kind in CODE)


def first_view(browser, address, path, width, height):
    """Opens a page with an empty cache and waits until it asks for nothing more (View)."""
    context = browser.new_context(base_url=address, viewport={"width": width, "height": height}, locale="fr-FR")
    page, view, responses, sizes = context.new_page(), View(), {}, {}
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on("Network.responseReceived", lambda event: responses.update({event["requestId"]: event}))
    protocol.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.on("request", lambda request: view.asked.append(request.url))
    page.goto(path, wait_until="networkidle")
    on_screen = set(page.evaluate(IMAGES_ON_SCREEN))
    for request, size in sizes.items():
        event = responses.get(request)
        if not event or event["response"]["url"].startswith("data:"):
            continue
        view.bytes[event["type"]] += size
        if event["type"] == "Image" and event["response"]["url"] not in on_screen:
            view.early.append(size)
    _count_the_icon(page, view)
    context.close()
    return view


def _count_the_icon(page, view):
    """The protocol says nothing of the icon of the tab, which a browser fetches all the same."""
    icon = page.locator("link[rel~=icon]").first
    if icon.count():
        url = urljoin(page.url, icon.get_attribute("href"))
        view.asked.append(url)
        view.bytes["Image"] += int(page.request.get(url).headers.get("content-length", 0))


def measure(browser, address):
    """A first view of each measured page on each screen (Table)."""
    table = Table(
        "Une première visite",
        f"Au plus {MOST_REQUESTS} requêtes, toutes au site, {MOST_BYTES // 1000} ko en tout et {MOST_CODE // 1000} ko "
        "de HTML, CSS et JavaScript, en milliers d’octets tels qu’ils voyagent. Les images que le navigateur demande "
        "avant qu’on les voie sont comptées à part.",
        ["page", "écran", "requêtes", "en tout", "HTML + CSS + JS", "polices", "images", "en avance"],
    )
    for name in MEASURED:
        for screen, (width, height) in SCREENS.items():
            view = first_view(browser, address, PAGES[name], width, height)
            early = sum(view.early)
            figures = [view.total, view.code, view.bytes["Font"], view.bytes["Image"] - early]
            told_early = f"{counted(len(view.early), 'requête')}, {kilobytes(early)}"
            table.rows.append([name, screen, view.requests, *map(kilobytes, figures), told_early])
            table.faults += [f"{name}, {screen} : {fault}" for fault in faults_of(view, address)]
    return table


def faults_of(view, address):
    """What is over the limits in a View of the site at `address` (iterator of str)."""
    if view.requests > MOST_REQUESTS:
        yield f"{view.requests} requêtes"
    if view.total > MOST_BYTES:
        yield f"{kilobytes(view.total)} ko en tout"
    if view.code > MOST_CODE:
        yield f"{kilobytes(view.code)} ko de HTML, CSS et JavaScript"
    for url in view.asked:
        if not url.startswith("data:") and urlsplit(url).netloc != urlsplit(address).netloc:
            yield f"requête à un tiers, {url}"
