"""What an answer to a hostile string must never show, whatever it is written in."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from tests.hostile.strings import COMPUTED, ELSEWHERE, MARK

_SCHEMES = {"http", "https", "mailto", "webcal", "tel"}
#: Attributes that lead somewhere, and those that fetch at once.
_LEADS, _FETCHES = {"href", "action", "formaction", "cite", "ping"}, {"src", "srcset", "data", "poster", "background"}
#: What a file of the machine, or an error page of a developer, would say.
_LEAKS = ("root:x:0:", "Traceback (most recent", "DisallowedHost", "SECRET_KEY =")
_DATA = {"application/json", "application/ld+json"}


def faults_of(answer, string=b""):
    """What is wrong (list of str) in an Answer to `string` (bytes)."""
    faults = [f"réponse {answer.status}"] if answer.status >= 500 else []
    for name, value in answer.headers:
        if MARK in name.lower() or (name.lower() == "set-cookie" and value.lower().startswith(MARK)):
            faults.append(f"en-tête ajouté : {name}")
        if name.lower() == "location" and ELSEWHERE in (urlsplit(value).netloc or ""):
            faults.append(f"renvoi vers {value}")
    text = answer.text
    if COMPUTED in text and COMPUTED.encode() not in string:
        faults.append("calculé par un gabarit")
    faults += [f"montre « {leak} »" for leak in _LEAKS if leak in text]
    reader = _READERS.get(answer.kind)
    if reader:
        faults += reader(text)
    return [*faults, *faults_of_writing(answer, string)]


def faults_of_writing(answer, string):
    """What is wrong (list of str) with how an Answer writes `string` (bytes), which may be a tag."""
    could_be_a_tag = re.search(rb"<[a-z/!?]", string, re.IGNORECASE)
    is_as_sent = answer.kind == "text/html" and could_be_a_tag and string in answer.body
    return ["écrit tel quel dans la page"] if is_as_sent else []


class _Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.faults, self._raw, self._script = [], "", None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        if MARK in tag:
            self.faults.append(f"balise <{tag}>")
        given = {name: value or "" for name, value in attributes}
        for name, value in given.items():
            if MARK in name or (name.startswith("on") and MARK in value.lower()):
                self.faults.append(f"attribut {name} de <{tag}>")
            elif MARK in value.lower():
                self._value(tag, name, value)
        if tag in {"script", "style"}:
            self._script = given.get("type", tag)
            self._raw = ""

    def _value(self, tag, name, value):
        where = urlsplit_of(value)
        if name == "style" or (tag == "meta" and name == "content" and re.match(r"\d+;", value)):
            self.faults.append(f"{name} de <{tag}>")
        elif name in _LEADS and where.scheme and where.scheme not in _SCHEMES:
            self.faults.append(f"lien {where.scheme}: dans <{tag}>")
        elif name in _FETCHES and ELSEWHERE in where.netloc:
            self.faults.append(f"<{tag} {name}> va chercher ailleurs")
        elif name in {"action", "formaction"} and ELSEWHERE in where.netloc:
            self.faults.append(f"<{tag}> envoie ailleurs")

    def handle_endtag(self, tag):
        if tag in {"script", "style"} and self._script is not None:
            if MARK in self._raw and self._script not in _DATA:
                self.faults.append(f"dans <{tag}>")
            elif self._script in _DATA:
                self.faults += _json(self._raw)
            self._script = None

    def handle_data(self, data):
        self._raw += data if self._script is not None else ""

    def handle_comment(self, data):
        if MARK in data:
            self.faults.append("dans un commentaire")


def urlsplit_of(value):
    """The parts of an address as a browser reads it: without its control characters, from a page of the site."""
    clean = re.sub(r"[\t\r\n]", "", value).strip("".join(map(chr, range(33))))
    try:
        return urlsplit(urljoin("http://site/", clean.replace("\\", "/")))
    except ValueError:  # a host that is none: nothing goes there
        return urlsplit("")


def _html(text):
    return _Page(text).faults


def _json(text):
    try:
        json.loads(text)
    except ValueError:
        return ["JSON illisible"]
    return []


def _xml(text):
    faults, parser = [], expat.ParserCreate()

    def element(name, attributes):
        if MARK in name or any(MARK in key for key in attributes):
            faults.append(f"élément <{name}>")

    parser.StartElementHandler = element
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        faults.append(f"XML illisible : {error}")
    return faults


def _calendar(text):
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    return [f"ligne {line[:40]}" for line in lines if line.upper().startswith(("X-ZQX", "ZQX"))]


_READERS = {
    "text/html": _html,
    "application/json": _json,
    "application/geo+json": _json,
    "text/calendar": _calendar,
    **dict.fromkeys(("application/xml", "text/xml", "application/rss+xml", "application/atom+xml"), _xml),
}


def faults_of_mail(raw):
    """What is wrong (list of str) in the headers of a mail (email.message.Message)."""
    faults = [f"en-tête ajouté au courriel : {name}" for name in raw.keys() if MARK in name.lower()]
    if raw.get_all("Bcc") or raw.get_all("Cc") or len(raw.get_all("To", [])) != 1 or "," in raw["To"]:
        faults.append("courriel envoyé à d’autres")
    return faults
