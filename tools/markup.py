"""What a page says to a browser: where it leads, what it fetches, what it should not carry. Standard library only."""

import re
from html.parser import HTMLParser

#: Attributes by which a page makes the browser ask for something, by element.
FETCHED = {
    "img": ["src", "srcset"],
    "source": ["src", "srcset"],
    "script": ["src"],
    "audio": ["src"],
    "video": ["src", "poster"],
    "track": ["src"],
    "iframe": ["src"],
    "embed": ["src"],
    "object": ["data"],
    "input": ["src"],
    "image": ["href", "xlink:href"],
    "use": ["href", "xlink:href"],
}
#: Values of <link rel> that make a request; the others only name an address.
FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "shortcut",
    "preload",
    "modulepreload",
    "prefetch",
    "manifest",
    "apple-touch-icon",
}
CONNECTING_LINKS = {"preconnect", "dns-prefetch"}
#: Scripts of these types are data, that no browser runs.
DATA_SCRIPTS = {"application/ld+json", "application/json"}

CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
XML_ADDRESS = re.compile(r"""<link[^>]*?\bhref="([^"]+)"|<loc>([^<]+)</loc>""")


class Page(HTMLParser):
    """What one page links to (`links`), fetches (`fetched`), offers as anchors (`ids`), and does wrong (`faults`)."""

    def __init__(self, html):
        super().__init__()
        self.links, self.fetched, self.ids, self.faults = [], [], set(), []
        self.base = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if given.get("id"):
            self.ids.add(given["id"])
        for name in given:
            if name == "style" or name.startswith("on"):
                self.faults.append(f"attribut {name}= sur <{tag}>")
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") not in DATA_SCRIPTS):
            self.faults.append(f"<{tag}> dans la page")
        if tag == "base":
            self.base = given.get("href", "")
        elif tag in {"a", "area"} and "href" in given:
            self.links.append(given["href"])
        elif tag == "form" and given.get("method", "get").lower() == "get":
            self.links.append(given.get("action", ""))
        elif tag == "link" and "href" in given:
            self._read_link(given)
        for name in FETCHED.get(tag, []):
            if given.get(name):
                self.fetched += _candidates(given[name]) if name == "srcset" else [given[name]]

    def _read_link(self, given):
        kinds = set(given.get("rel", "").lower().split())
        if kinds & (FETCHED_LINKS | CONNECTING_LINKS):
            self.fetched.append(given["href"])
        elif "canonical" not in kinds:
            self.links.append(given["href"])


def _candidates(srcset):
    return [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]
