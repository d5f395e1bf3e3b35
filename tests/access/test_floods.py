"""Every address that takes a POST from anybody has a limit, which is reached here, and reads so many bytes at most."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from contributions.safeguards import sign_form
from tests.access.addresses import addresses
from tests.factories import upload

#: More than any one source may send before it is told to wait.
FLOOD = 130
#: What a refusal says.
WAIT = re.compile("Beaucoup d’envois|Trop d’essais|Trop de fichiers|Beaucoup de fichiers")
#: Answers of what takes no POST from a stranger: nothing there, not by POST, not without coming in.
CLOSED = {301, 302, 400, 403, 404, 405}
#: What stands for what is typed, by the type of the field.
TYPED = {
    "email": "lea@example.org",
    "url": "https://exemple.org/",
    "date": "2027-01-05",
    "number": "3",
    "time": "10:00",
    "password": "pas le bon du tout",
}
#: What stays empty: the trap for programs, and a name, for the first choice is that nobody signs.
_EMPTY = {"site_web", "signature"}


class Forms(HTMLParser):
    """The fields (list of dict: name → value) of the POST forms of a page."""

    def __init__(self, html):
        super().__init__()
        self.found, self._form, self._select = [], None, None
        self.feed(html)

    def handle_starttag(self, tag, pairs):
        said = dict(pairs)
        if tag == "form":
            self._form = {} if said.get("method", "").lower() == "post" else None
            if self._form is not None:
                self.found.append(self._form)
        if self._form is None:
            return
        name, kind = said.get("name"), said.get("type", "text")
        if tag == "textarea" and name:
            self._form[name] = "Quelques mots."
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and said.get("value"):
            self._form.setdefault(self._select, said["value"])
        elif tag == "input" and name and name not in _EMPTY and kind not in {"checkbox", "file", "submit"}:
            if kind in {"hidden", "radio"}:
                self._form.setdefault(name, said.get("value") or "")
            else:
                self._form[name] = said.get("value") or TYPED.get(kind, "abeille abri")

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None


@pytest.fixture
def open_to_posts(site):
    """What answers a POST of anybody (dict: path → what to send, or None for what only reads)."""
    stranger, found = Client(raise_request_exception=False), {}
    for address in addresses(site):
        answer = stranger.post(address.path, {"a": "b"})
        if answer.status_code in CLOSED:
            continue
        page = stranger.get(address.path)
        forms = Forms(page.content.decode(errors="replace")).found if page.status_code == 200 else []
        if forms:
            found[address.path] = forms[0]
        elif page.status_code == answer.status_code:  # a page, which does not look at what is posted
            found[address.path] = None
        else:
            found[address.path] = {"formulaire": sign_form()}
    cache.clear()
    return found


def test_each_form_that_anybody_may_send_says_to_wait_when_it_is_flooded(open_to_posts):
    forms = {path: fields for path, fields in open_to_posts.items() if fields is not None}
    # What is flooded is not an empty list, and is filled well enough to be counted.
    assert {"/contact/", "/contribuer/suivi/", "/contribuer/fichiers/", "/admin/login/"} <= set(forms)
    endless = []
    for path, fields in forms.items():
        cache.clear()
        if not _is_stopped(path, fields):
            endless.append(path)
    assert not endless


def _is_stopped(path, fields):
    stranger = Client(raise_request_exception=False)
    for _time in range(FLOOD):
        sent = {**fields, "formulaire": sign_form()} if "formulaire" in fields else fields
        if path == "/contribuer/fichiers/":
            sent["attachments"] = upload()
        answer = stranger.post(path, sent)
        said = answer.content.decode("unicode-escape" if "json" in answer["Content-Type"] else "utf-8")
        if answer.status_code == 429 or WAIT.search(said):
            return True
    return False


def test_no_address_reads_an_endless_form(open_to_posts):
    much = "a=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    read = {}
    for path in open_to_posts:
        stranger = Client(raise_request_exception=False, enforce_csrf_checks=True)
        stranger.cookies["csrftoken"] = "a" * 32
        answer = stranger.post(path, much, content_type="application/x-www-form-urlencoded")
        if answer.status_code not in {400, 403, 413}:
            read[path] = answer.status_code
    assert not read
