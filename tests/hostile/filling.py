"""Hostile strings in every field: in all those of a form at once, then in those alone that anybody writes in."""

import re
from dataclasses import dataclass, field
from html import unescape

from contributions.codes import code_hash
from contributions.models import Contribution
from contributions.safeguards import sign_form
from tests.contributions.files import content_of
from tests.hostile.fields import Field, Form, forms_in
from tests.hostile.judge import faults_of
from tests.hostile.visitor import Sent, as_bytes, encoded

#: What a form of ours says of a field.
_REFUSED = re.compile(r'id="id_(\w+)_error"')
_CODE = re.compile(r'class="code"[^>]*>([^<]+)<')
#: Bytes of an address that a front server lets through (nginx: 8 thousand).
_LONGEST_QUERY = 3_500
#: Not a field: what makes a form one form, and what proves that a browser computed.
_MACHINERY = ("formulaire", "preuve", "site_web", "recu")
_FILES = {"/contribuer/son/": ("voix.mp3", "mp3"), "/contribuer/video/": ("clip.mp4", "mp4")}


@dataclass
class Filling:
    """What became of the strings in one Form: `asked` requests, `stored` codes, and of which `strings`; `faults`."""

    form: Form
    asked: int = 0
    stored: list = field(default_factory=list)
    strings: list = field(default_factory=list)
    faults: list = field(default_factory=list)

    @property
    def name(self):
        return f"{self.form.method.upper()} {self.form.path}"

    def ask(self, visitor, string, fields, files=(), path=None):
        """The Answer to one request, judged."""
        path = path or self.form.path
        if self.form.method == "get":
            answer = visitor.get(path, fields)
        else:
            answer = visitor.post(path, fields, files, multipart=self.form.is_multipart)
        self.asked += 1
        self.faults += [
            f"{self.name}, {as_bytes(string)[:60]!r} : {fault}" for fault in faults_of(answer, as_bytes(string))
        ]
        return answer


def fill(form, strings, visitor, written=None):
    """The Filling of a Form with `strings` (list of str or bytes), by a Visitor; each in all of its fields.

    Those `written` (numbers; default all) are also sent so that they are taken.
    """
    filling = Filling(form)
    for number, string in enumerate(strings):
        if form.method == "get":
            filling.ask(visitor, string, _in_address(form, string))
            continue
        files = _file_for(form, as_bytes(string))
        filling.ask(visitor, string, [(name, string) for name in form.fields], files)
        if written is None or number in written:
            _write(filling, number, string, visitor)
    return filling


def _in_address(form, string):
    """Every field of an address with `string`, cut where the address would be too long for a front server."""
    most = _LONGEST_QUERY // max(1, len(form.fields))
    cut = as_bytes(string)
    while len(encoded([("", cut)])) > most:
        cut = cut[: len(cut) * most // len(encoded([("", cut)]))]
    return [(name, cut) for name in form.fields]


def _write(filling, number, string, visitor):
    """Sends the form with `string` wherever it is taken: what is refused is given something honest, once more."""
    form, honest = filling.form, set()
    if "site_web" not in form.fields:  # what every form of ours has, and files ahead of one have not
        return
    for _try in range(3):
        fields = [(name, _value(form, name, string, number, honest)) for name in form.fields if name not in _MACHINERY]
        fields = [(name, value) for name, value in fields if value is not None]
        answer = filling.ask(visitor, string, [*fields, ("formulaire", sign_form())], _file_for(form))
        refused = set(_REFUSED.findall(answer.text)) - honest
        if answer.status == 200 or not refused:
            break
        honest |= refused
    if answer.status == 200:
        filling.stored.append(unescape(_CODE.search(answer.text)[1]))
        filling.strings.append(string)


def _value(form, name, string, number, honest):
    one = form.fields[name]
    if one.kind == "file":
        return None
    if name == "signature" and name in honest:
        return ""
    if one.is_free and name not in honest:
        return string
    if name == "signed_by":  # so that a signature is taken
        return one.values[-1]
    return one.honest(number)


def _file_for(form, name=None):
    """A file (list of pairs) that the form asks for; called `name` (bytes), where one is sent to see."""
    if not any(one.kind == "file" for one in form.fields.values()):
        return []
    usual, kind = _FILES.get(form.path, ("mur.jpg", "jpeg"))
    if name is None and form.path not in {*_FILES, "/contribuer/photos/"}:
        return []
    clean = re.sub(rb'["\r\n]', b"", name or usual.encode())[:200]
    return [("attachments", Sent(clean, content_of(kind) if name is None else b"MZ"))]


def replies(code, strings, visitor):
    """The Fillings of what one may do with a `code` (str): its forms are found where it leads."""
    page = visitor.post("/contribuer/suivi/", [("code", code)], multipart=False)
    found = [
        form for form in forms_in("/contribuer/suivi/", page.text) if "code" in form.fields and len(form.fields) > 1
    ]
    fillings = []
    for form in found:
        gesture = form.fields.get("geste", Field("submit", [""])).values[0]
        filling = Filling(form)
        for string in strings:
            fixed = [("code", code), ("geste", gesture)]
            written = [(name, string) for name in form.free_names()]
            filling.ask(visitor, string, [*fixed, *written, ("recu", string)], _file_for(form, as_bytes(string)))
            filling.ask(visitor, string, [("code", code), ("geste", string)])
        fillings.append(filling)
    return fillings


def sign_in_led(visitor, name, password, strings):
    """The Filling where a member comes in from an address that asks to go on to each of `strings`."""
    filling = Filling(Form("post", "/admin/login/", {"next": Field("hidden")}))
    for string in strings:
        visitor.get("/admin/login/", [("next", string)])
        filling.ask(visitor, string, [("username", name), ("password", password), ("next", string)])
    return filling


def contributions(codes):
    """The Contributions (list) that have these `codes` (list of str)."""
    return list(Contribution.objects.filter(code_hash__in=[code_hash(code) for code in codes]))
