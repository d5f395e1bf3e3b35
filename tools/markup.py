"""What a page says to a browser: where it leads, what it fetches, what it should not carry. Standard library only."""

import json
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
#: Scripts of this type are data, that no browser runs; they must be readable, or they are worth nothing.
DATA_SCRIPT = "application/ld+json"
#: What a shared link shows is asked by others, not by the browser: it must exist all the same.
QUOTED = {"og:image", "og:url"}

CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
XML_ADDRESS = re.compile(r"""<link[^>]*?\bhref="([^"]+)"|<loc>([^<]+)</loc>""")


class Page(HTMLParser):
    """What one page links to (`links`), fetches (`fetched`), offers as anchors (`ids`), and does wrong (`faults`)."""

    def __init__(self, html):
        super().__init__()
        self.links, self.fetched, self.ids, self.faults = [], [], set(), []
        self.base, self._data = "", None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if given.get("id"):
            self.ids.add(given["id"])
        for name in given:
            if name == "style" or name.startswith("on"):
                self.faults.append(f"attribut {name}= sur <{tag}>")
        is_data = tag == "script" and "src" not in given and given.get("type") == DATA_SCRIPT
        if tag == "style" or (tag == "script" and "src" not in given and not is_data):
            self.faults.append(f"<{tag}> dans la page")
        self._data = "" if is_data else None
        if tag == "base":
            self.base = given.get("href", "")
        elif tag in {"a", "area"} and "href" in given:
            self.links.append(given["href"])
        elif tag == "form" and given.get("method", "get").lower() == "get":
            self.links.append(given.get("action", ""))
        elif tag == "link" and "href" in given:
            self._read_link(given)
        elif tag == "meta" and given.get("property") in QUOTED:
            self.links.append(given.get("content", ""))
        for name in FETCHED.get(tag, []):
            if given.get(name):
                self.fetched += _candidates(given[name]) if name == "srcset" else [given[name]]

    def _read_link(self, given):
        kinds = set(given.get("rel", "").lower().split())
        if kinds & (FETCHED_LINKS | CONNECTING_LINKS):
            self.fetched.append(given["href"])
        else:
            self.links.append(given["href"])

    def handle_data(self, data):
        if self._data is not None:
            self._data += data

    def handle_endtag(self, tag):
        if tag == "script" and self._data is not None:
            try:
                json.loads(self._data)
            except ValueError:
                self.faults.append("données JSON-LD illisibles")
            self._data = None


def _candidates(srcset):
    return [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]
