"""What each kind of page and of answer tells the browser besides its content."""

import re
from http.client import HTTPConnection
from urllib.parse import urlsplit

from core.content_policy import ADMIN, DOCUMENT, PUBLIC
from tests.browser.example_pages import PAGES
from tests.protection import ANSWERS, SAME_SITE, faults_of, read
from tools.audit.report import Table

_CARD = re.compile(r"/apercu/(\d+)\.png")
#: Added to the policy of a page where a click opens a player: the hosts that it may frame.
PLAYING = "frame-src"
#: What has a form that sends something: its cookie protects whoever sends.
WITH_A_FORM = {"connexion", "/contribuer/temoignage/", "/contact/"}


def measure(address):
    """Asks the site at `address` for each kind of answer (Table)."""
    table = Table(
        "En-têtes",
        "Chaque réponse dit sa politique de contenu (sans `unsafe-*`, sans tiers), `nosniff`, ce que d’autres sites "
        "peuvent en montrer, qu’on y vient en HTTPS, et ne laisse de cookie que là où un formulaire s’envoie.",
        ["réponse", "politique", "CSP, en directives", "HSTS", "cookies"],
    )
    for name, path, policy, shown in _asked(address):
        headers, _text = _ask(address, path)
        cookies = [cookie.partition("=")[0] for cookie in headers.get_all("Set-Cookie", [])]
        said = read(headers.get("Content-Security-Policy", ""))
        wanted = policy | {PLAYING: said[PLAYING]} if PLAYING in said and policy is PUBLIC else policy
        found = faults_of(headers, wanted, shown)
        found += [] if "max-age=" in headers.get("Strict-Transport-Security", "") else ["sans HSTS"]
        found += [f"permet {source}" for source in _loose(said)]
        kind = {id(PUBLIC): "publique", id(ADMIN): "administration"}.get(id(policy), "document, en bac à sable")
        hsts = headers.get("Strict-Transport-Security", "").partition(";")[0]
        table.rows.append([name, kind, len(said), hsts, ", ".join(cookies) or "aucun"])
        found += [f"laisse {cookie}" for cookie in cookies if name not in WITH_A_FORM]
        table.faults += [f"{name} : {fault}" for fault in found]
    table.remarks = [f"politique publique : `{_told(PUBLIC)}`", f"administration : `{_told(ADMIN)}`"]
    return table


def _asked(address):
    """What is asked: (name, path, policy, whether other sites may show it) tuples."""
    article = PAGES["article long"]
    key = _CARD.search(_ask(address, article)[1])[1]
    for name, path in PAGES.items():
        yield name, path, PUBLIC, SAME_SITE
    for path, _status, shown in ANSWERS.values():
        if path not in PAGES.values():
            filled = path.format(article=article, pk=key)
            yield filled, filled, PUBLIC, shown
    document = re.search(r'href="(/documents/[^"]+)"', _ask(address, PAGES["appel, document"])[1])[1]
    yield "document", document, read(DOCUMENT), SAME_SITE
    yield "connexion", "/admin/login/", ADMIN, SAME_SITE
    yield "administration, fermée", "/admin/", ADMIN, SAME_SITE


def _loose(policy):
    """What `policy` (dict) allows that no policy should, or of another machine than this one (list of str)."""
    sources = [source for name, values in policy.items() if name != PLAYING for source in values]
    return [source for source in sources if "unsafe-inline" in source or "unsafe-eval" in source or "//" in source]


def _told(policy):
    return "; ".join(" ".join([name, *values]) for name, values in policy.items())


def _ask(address, path):
    """What answers at `path`, asked for by a front server in HTTPS: its headers (Message) and its text (str)."""
    site = urlsplit(address)
    connection = HTTPConnection(site.hostname, site.port, timeout=60)
    connection.request("GET", path, headers={"X-Forwarded-Proto": "https"})
    response = connection.getresponse()
    text = response.read().decode(errors="replace")
    connection.close()
    return response.headers, text
