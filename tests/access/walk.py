"""Every address of the project asked as somebody, against the written table (docs/acces.md): what is wrong."""

import json
import re
import sys
from fnmatch import fnmatchcase
from http.cookies import Morsel
from pathlib import Path

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from home.sections import open_site
from tests.access.addresses import addresses
from tests.access.site import READER, SECRET, SENT, FullSite

TABLE = Path(__file__).resolve().parents[2] / "docs" / "acces.md"
_ROW = re.compile(
    r"^\| ((?:`[^`]+` ?)+(?:\([^)]*\) )?)\| (oui|non|—) \| (oui|non|—) \| (oui|non|—) \| (oui|non|—) \|$", re.MULTILINE
)
#: Routes that are there where DEBUG is.
IN_DEVELOPMENT = {"media/*", "style"}
#: In the order of the columns.
PEOPLE = (READER, "rédaction", "modération", "administration")
#: Answers 500 on purpose, to whoever is in the admin: it is how one looks at the page of errors.
ON_PURPOSE = {"wagtailadmin_error_test"}
#: Where Wagtail 7.4 answers 500 to an empty POST of whoever may enter (TRAPS 17): a form is always full in a browser.
UPSTREAM = {
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:revisions_revert",
    "wagtailredirects:process_import",
    "wagtailsettings:edit",
    *(f"wagtailsnippetchoosers_{model}:create" for model in ("core_theme", "core_place", "initiatives_initiativekind")),
}
#: Written whatever is asked: who is there, until when.
_KEPT_OF_A_VISIT = re.compile(r'"(django_session|members_opensession|wagtailcore_editingsession|members_member)"')
_WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)


def table():
    """The rows of the table (list of (patterns, {who: answer}))."""
    rows = _ROW.findall(TABLE.read_text())
    return [(re.findall("`([^`]+)`", names), dict(zip(PEOPLE, answers, strict=True))) for names, *answers in rows]


ROWS = table()


def said_of(name):
    """What the table says (dict: who → answer) of the address called `name`."""
    return next((answers for names, answers in ROWS if any(fnmatchcase(name, one) for one in names)), None)


def visitor(site, who):
    """A function that gives the browser (Client) of somebody for an address: one that is still signed in."""
    client = Client(raise_request_exception=False)

    def browser():
        if who != READER and not client.cookies.get("sessionid", Morsel()).value:
            client.force_login(site.people[who])
        return client

    return browser


def is_open(answer):
    """Whether an answer lets its visitor in (True), sends them away (False), or has nothing for anybody (None)."""
    if answer.status_code in {404, 405}:
        return None
    away = answer.status_code in {301, 302} and re.match(r"/admin/(login/.*)?$", answer["Location"])
    return not away and answer.status_code != 403


def body_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def read_all(site, who):
    """Every address, read by `who` (str): how many were asked (int), and what is not as it is written (list of str)."""
    wrong, browser, walked = [], visitor(site, who), addresses(site)
    for address in walked:
        said = said_of(address.name)[who]
        answer = browser().get(address.path)
        if answer.status_code >= 500 and address.name not in ON_PURPOSE:
            wrong.append(f"{address}: {answer.status_code}")
        elif is_open(answer) is {"oui": False, "non": True, "—": ...}[said]:
            # Somebody who is signed in already is sent from the login to the admin.
            if address.name not in {"wagtailadmin_login", "admin/login/"}:
                wrong.append(f"{address}: {said}, {answer.status_code} {answer.get('Location')}")
        content = body_of(answer)
        if who == READER and SECRET.encode() in content:
            wrong.append(f"{address}: says what is not public")
        if who in {READER, "rédaction"} and SENT.encode() in content:
            wrong.append(f"{address}: says what was sent")
    return len(walked), wrong


def send_all(site, who):
    """An empty form sent to every address by `who`, and undone: how many were asked (int), what was written where `who`
    may not enter (list of str), and the names of the routes that failed (set of str).
    """
    wrong, failing, browser, walked = [], set(), visitor(site, who), addresses(site)
    for address in walked:
        # Signed in before what is undone, the session with it.
        client = browser()
        with transaction.atomic(), CaptureQueriesContext(connection) as queries:
            answer = client.post(address.path)
            transaction.set_rollback(True)
        if answer.status_code >= 500:
            failing.add(address.name)
        if said_of(address.name)[who] == "non" or who == READER:
            written = [query["sql"] for query in queries.captured_queries if _WRITES.match(query["sql"])]
            wrong += [f"{address}: {sql[:120]}" for sql in written if not _KEPT_OF_A_VISIT.search(sql)]
    return len(walked), wrong, failing


def tell():
    """Walks an empty site of its own (tables made); writes on the output, as JSON, what came of it for each person."""
    setup_test_environment(debug=False)
    open_site("testserver")
    site, told = FullSite(), {}
    for who in PEOPLE:
        asked, wrong = read_all(site, who)
        sent, written, failing = send_all(site, who)
        unknown = [f"{name}: 500 to an empty form" for name in sorted(failing - ON_PURPOSE - UPSTREAM)]
        told[who] = {"asked": asked, "sent": sent, "wrong": wrong + written + unknown}
    json.dump(told, sys.stdout)
