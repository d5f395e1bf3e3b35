"""What an event says, as plain text: its title, its description, without the HTML that programs put there."""

import re
from functools import cache
from html.parser import HTMLParser

from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agenda.importing.reading import first, is_cancelled
from core.french import printable
from core.plain_text import link_to, paragraphs_of

LONGEST_TITLE = 255
#: Characters of a description; what is beyond is left.
LONGEST_DESCRIPTION = 20_000
_MARKUP = re.compile(r"</?[a-z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,31});", re.IGNORECASE)
#: Comments, and signs that begin no whole tag: html.parser looks for the end of each as far as the end of the text.
_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,1000}>)")
_BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table"}
_SILENT = {"script", "style", "head", "title", "template"}
#: Ordinary ones: those that do not break are typography.
_SPACES = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f]")


class _Text(HTMLParser):
    """Collects what a reader would see; an address that a link hides is written after its words."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.silent, self.address = [], 0, ""

    def handle_starttag(self, tag, attrs):
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BREAKS:
            self.parts.append("\n")
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self.address = address if address.startswith(("http://", "https://")) else ""

    def handle_endtag(self, tag):
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BREAKS - {"br"}:
            self.parts.append("\n")
        elif tag == "a":
            if self.address and self.address not in "".join(self.parts[-3:]):
                self.parts.append(f" ({self.address})")
            self.address = ""

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def plain(text):
    """`text` (str) without markup, at most LONGEST_DESCRIPTION characters of it, on as many lines as one reads (str).

    >>> plain("Le <b>café</b> &agrave; 3 &lt; 5<br>Entrée libre")
    'Le café à 3 < 5\\nEntrée libre'
    """
    text = text[:LONGEST_DESCRIPTION].replace("\r", "")
    if _MARKUP.search(text):
        reader = _Text()
        reader.feed(_STRAY.sub("&lt;", _COMMENT.sub(" ", text)))
        reader.close()
        text = "".join(reader.parts)
    lines = _SPACES.sub(" ", _CONTROLS.sub(" ", text)).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


def line_of(event, name, longest):
    """A property as one line of plain text (str), cut at `longest` characters."""
    return Truncator(printable(plain(first(event, name))).strip()).chars(longest)


def title_of(event):
    """The title (str) of a VEVENT; of one that is cancelled, without the word that this site's own files put before."""
    title = line_of(event, "SUMMARY", LONGEST_TITLE)
    if is_cancelled(event):
        title = _states().sub("", title)
    return title or _("Rendez-vous sans titre")


def state_in_title(event):
    """« Annulé » or « Reporté », where its title begins with that word (str, may be empty)."""
    found = _states().match(line_of(event, "SUMMARY", LONGEST_TITLE))
    return found[1] if found else ""


def is_postponed(event):
    """Whether a file of this site says that it is put off: RFC 5545 knows only CANCELLED."""
    return state_in_title(event) == _("Reporté")


def description_of(event):
    """The description (str, several lines) of a VEVENT, without its own address at the end."""
    description = plain(first(event, "DESCRIPTION"))
    address = first(event, "URL")
    return description.removesuffix(address).rstrip() if address else description


def body_of(description, address=""):
    """The StreamField of a page, as JSON values (list): the paragraphs of a text, then an `address` for more."""
    html = paragraphs_of(description)
    if address:
        said = _("Page d’origine : %(address)s")
        html.append("<p>{}</p>".format(escape(said) % {"address": link_to(address)}))
    return [{"type": "text", "value": "".join(html)}] if html else []


@cache
def _states():
    """As agenda.ical writes them before a title."""
    return re.compile(rf"^({_('Annulé')}|{_('Reporté')})\s?:\s")
