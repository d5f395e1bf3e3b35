"""Every public field, found by walking the site as its readers do: what forms and links ask, by address."""

import re
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

#: Asked first: what no public page leads to, and that anybody may open.
ENTRANCES = ("/", "/contribuer/", "/contact/", "/recherche/", "/admin/login/", "/admin/password_reset/")
#: For machines: what pages say in an address of another scheme (webcal:), or to scripts alone.
FOR_MACHINES = ("/agenda.ics", "/agenda.json")
#: Of the pages under one address, how many are opened: they are made by the same code.
OF_A_KIND = 2
MACHINES = (".xml", ".ics", ".json", ".geojson")
#: Under these, each address has a form or a list of its own.
_EACH_ITS_OWN = {"", "/contribuer", "/flux"}
_DIGITS = re.compile(r"\d+")
_TOKEN = "csrfmiddlewaretoken"
_FREE = {"text", "textarea", "search", "email", "url", "date", "time", "tel", "number", "password"}

#: What is taken where anything else is refused: by the kind of a field, or by its name.
_HONEST = {
    "url": "https://exemple.org/",
    "email": "a@example.org",
    "date": "2026-12-05",
    "hour": "18 h 30",
    "end_hour": "20 h",
}


@dataclass
class Field:
    """`kind` is that of its input (`text`, `radio`, `select`…); `values` those that a browser could send."""

    kind: str
    values: list = field(default_factory=list)
    hint: str = ""

    @property
    def is_free(self):
        return self.kind in _FREE

    def honest(self, number=0):
        """Something (str) that the field takes; `number` chooses among several."""
        if self.values and not self.is_free:
            return self.values[number % len(self.values)]
        return _HONEST.get(self.hint, "Un essai")


@dataclass
class Form:
    """What may be asked at `path`: `method`, `fields` (dict: name → Field)."""

    method: str
    path: str
    fields: dict
    is_multipart: bool = False

    @property
    def key(self):
        return self.method, self.path, frozenset(self.fields)

    def free_names(self):
        return [name for name, one in self.fields.items() if one.is_free]


class _Reader(HTMLParser):
    """The forms and the addresses of a page."""

    def __init__(self, path, html):
        super().__init__()
        self.path, self.forms, self.links, self._form, self._select = path, [], [], None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        self.links += [value for value in given.values() if value.startswith(("/", "?"))]
        self.links += [value for name, value in given.items() if name == "href" and value.startswith("http")]
        if tag == "form":
            action = urlsplit(urljoin(self.path, given.get("action", "")))
            method = given.get("method", "get").lower()
            self._form = Form(method, action.path, {}, "multipart" in given.get("enctype", ""))
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(tag, given)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        if tag == "select":
            self._select = None

    def _field(self, tag, given):
        name = given.get("name")
        if tag == "option" and self._select:
            self._select.values.append(given.get("value", ""))
        if not name or name == _TOKEN or tag not in {"input", "select", "textarea", "button"}:
            return
        kind = given.get("type", "text") if tag == "input" else "submit" if tag == "button" else tag
        hint = given.get("inputmode") or kind
        one = self._form.fields.setdefault(name, Field(kind, [], name if name in _HONEST else hint))
        if tag == "select":
            self._select = one
        elif tag != "textarea" and "value" in given:
            one.values.append(given["value"])


def forms_in(path, html):
    """The Forms (list) of a page."""
    return _Reader(path, html).forms


def public_forms(visitor):
    """Every Form (list) that a reader may fill, lists and files for machines included, found by a Visitor."""
    queue, seen, kinds = deque(ENTRANCES), set(ENTRANCES), {}
    forms, asked = {}, {path: {} for path in FOR_MACHINES}
    while queue:
        path = queue.popleft()
        answer = visitor.get(path)
        if answer.status == 405:  # what scripts send: files, ahead of their form
            hidden = {name: Field("hidden") for name in ("formulaire", "recu")}
            forms[path] = Form("post", path, hidden | {"attachments": Field("file")}, True)
        if answer.kind != "text/html" or answer.status != 200:
            continue
        page = _Reader(path, answer.text)
        for form in page.forms:
            if form.method == "get":
                asked.setdefault(form.path, {}).update(form.fields)
            else:
                forms.setdefault(form.key, form)
        for link in page.links:
            where = urlsplit(urljoin(f"http://site{path}", link))
            if not _is_ours(where, link):
                continue
            known = where.path in asked or where.path in seen
            if not known and not _is_opened(where.path, kinds):
                continue
            for name, value in parse_qsl(where.query, keep_blank_values=True):
                asked.setdefault(where.path, {}).setdefault(name, Field("hidden", [value]))
            if where.path.endswith(MACHINES):
                asked.setdefault(where.path, {})
            elif where.path not in seen:
                seen.add(where.path)
                queue.append(where.path)
    every = {name: one for fields in asked.values() for name, one in fields.items()}
    every["page"] = Field("hidden", ["2"])
    for path, fields in asked.items():
        if path.endswith(MACHINES):
            fields.update({name: one for name, one in every.items() if name not in fields})
    return [*forms.values(), *(Form("get", path, fields) for path, fields in asked.items() if fields)]


def _is_ours(where, link):
    is_page = where.path.endswith(("/", *MACHINES)) and not where.path.startswith(("/admin/", "/documents/", "/media/"))
    return is_page and (not link.startswith("http") or where.netloc.startswith(("testserver", "127.0.0.1")))


def _is_opened(path, kinds):
    """Whether an address is one of the first of its kind (bool): the same code answers to the others."""
    kind = _DIGITS.sub("0", path)
    above, _slash, _name = kind.rstrip("/").rpartition("/")
    if above not in _EACH_ITS_OWN:
        kind = above + "/*"
    kinds.setdefault(kind, set()).add(path)
    return len(kinds[kind]) <= OF_A_KIND
