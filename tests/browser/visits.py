"""What reading a page asks of others, leaves behind, and what the browser refuses of it."""

import re
from dataclasses import dataclass

#: What the console says of what is asked here: an address that is not there, an article that has no title yet and is
#: saved by itself; and what Wagtail's own checks of a page find.
EXPECTED = re.compile("status of 40[04]|axe.run results")

#: What a page holds that its policy would refuse: scripts that are not data, and styles.
_INLINE = "document.querySelectorAll('style, [style], script:not([src]):not([type=\"application/ld+json\"])').length"
_DOWN = "window.scrollTo(0, document.body.scrollHeight)"


@dataclass
class Visit:
    """One page read to its end: how many requests (int), those to others (list of str), what the console said (list of
    str), how many scripts and styles are written in it (int), and the names of what is kept in the browser (list of
    str).
    """

    address: str
    requests: int
    elsewhere: list
    said: list
    written: int
    kept: list

    @property
    def faults(self):
        """What a page for readers should not do (list of str)."""
        found = [f"asks {url}" for url in self.elsewhere] + self.said + [f"keeps {name}" for name in self.kept]
        return [f"{self.address}: {fault}" for fault in [*found, *(["inline"] if self.written else [])]]


def visited(page, site, address):
    """Reads to its end what is at `address` of the site at `site`, in a new browser `page` (playwright): a Visit."""
    said, asked = listen(page), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    page.evaluate(_DOWN)
    page.wait_for_load_state("networkidle")
    kept = [cookie["name"] for cookie in page.context.cookies()]
    kept += page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    elsewhere = [url for url in asked if not url.startswith((site + "/", "data:"))]
    return Visit(address, len(asked), elsewhere, said, page.evaluate(_INLINE), kept)


def listen(page):
    """The errors and warnings of a page's console, as they come (list of str)."""
    said = []
    page.on(
        "console",
        lambda line: (
            said.append(f"{page.url}: {line.text}")
            if line.type in ("error", "warning") and not EXPECTED.search(line.text)
            else None
        ),
    )
    return said
