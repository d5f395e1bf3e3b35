"""A site that takes contributions, and the forms that readers fill."""

import json
import re
from html import unescape
from pathlib import Path

import altcha
import pytest
from django.conf import settings
from django.core.cache import cache

from contributions import proof
from contributions.models import Contribution
from contributions.safeguards import read_form
from members.groups import MODERATION
from tests.contributions.files import upload_of
from tests.factories import make_member

#: What each kind asks at the least, beside who signs and what may be done with it.
LEAST = {
    "texte": {"text": "Nous avons rendu les clés.\n\nVoici pourquoi."},
    "temoignage": {"text": "J’ai attendu six heures."},
    "initiative": {"title": "La Maison commune"},
    "appel": {"title": "Tenir", "text": "Venez toutes et tous."},
    "evenement": {"title": "Débat", "day": "2026-12-05"},
    "oeuvre": {"sort": "book", "title": "L’Institution en négation"},
    "lien": {"link": "https://exemple.org/a-lire/"},
    "photos": {"recognisable": "Personne."},
    "son": {"recognisable": "Moi."},
    "video": {"recognisable": "Deux amis, d’accord."},
    "revolte": {"text": "On a fermé l’accueil de nuit."},
}
#: Of those that come with a file, the type of one.
WITH_FILE = {"photos": "jpeg", "son": "mp3", "video": "mp4"}
CHOICES = {"signed_by": "nobody", "consent": "publish", "licence": "by-sa"}


@pytest.fixture(autouse=True)
def _nobody_has_sent_anything_yet():
    cache.clear()


@pytest.fixture(autouse=True)
def quarantine(tmp_path, settings):
    """The folder (Path) where files wait, empty."""
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.FILE_UPLOAD_TEMP_DIR = settings.QUARANTINE_ROOT / "arrivals"
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in (settings.FILE_UPLOAD_TEMP_DIR, settings.MEDIA_ROOT):
        folder.mkdir(parents=True)
    return settings.QUARANTINE_ROOT


def on_disk():
    """The files (list of Path) that are anywhere a file that was sent may be."""
    folders = (Path(settings.QUARANTINE_ROOT), Path(settings.MEDIA_ROOT))
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(autouse=True)
def _a_browser_that_computes_quickly(monkeypatch):
    monkeypatch.setattr(proof, "MOST_TRIES", 20)


def carried(html):
    """The hidden field that makes a form one form (str)."""
    return re.search(r'name="formulaire" value="([^"]+)"', html)[1]


def challenge_in(html):
    """The challenge (str, JSON) that a form asks a browser to solve."""
    return unescape(re.search(r'data-challenge="([^"]+)"', html)[1])


def solution_of(challenge):
    """What a browser puts in the hidden field (str) for a challenge (str, JSON)."""
    asked = altcha.Challenge.from_dict(json.loads(challenge))
    return altcha.Payload(asked, altcha.solve_challenge(asked)).to_base64()


def proved(opened):
    """The proof (str) of the form that carries `opened`; "" for one that is not ours."""
    form = read_form(opened)
    return solution_of(proof.challenge_for(form.seed)) if form else ""


def send(client, kind="texte", opened=None, **fields):
    """What answers to a form, opened then filled in a browser that computes its proof."""
    address = f"/contribuer/{kind}/"
    opened = opened or carried(client.get(address).content.decode())
    files = {"attachments": upload_of(WITH_FILE[kind])} if kind in WITH_FILE else {}
    filled = {"preuve": proved(opened)} | files | fields | {"formulaire": opened}
    return client.post(address, LEAST[kind] | CHOICES | filled)


def code_in(response):
    """The code that a page says (str)."""
    return re.search(r'class="code"[^>]*>([^<]+)<', response.content.decode())[1]


@pytest.fixture
def sacha():
    return make_member("sacha", MODERATION)


@pytest.fixture
def desk(client, sacha):
    """The browser of a moderator; `client` stays that of whoever sends."""
    browser = type(client)()
    browser.force_login(sacha)
    return browser


def make_contribution(kind="initiative", **fields):
    """A contribution (saved) on the desk, without its form."""
    values = {"answers": {"title": "Un lieu"}, "consent": "publish", "licence": "by-sa"}
    code_hash = f"{Contribution.objects.count()}"
    return Contribution.objects.create(kind=kind, code_hash=code_hash, **values | fields)
