"""A site that takes contributions, and the forms that readers fill."""

import re

import pytest
from django.core.cache import cache

#: What each kind asks at the least, beside who signs and what may be done with it.
LEAST = {
    "texte": {"text": "Nous avons rendu les clés.\n\nVoici pourquoi."},
    "temoignage": {"text": "J’ai attendu six heures."},
    "initiative": {"title": "La Maison commune"},
    "appel": {"title": "Tenir", "text": "Venez toutes et tous."},
    "evenement": {"title": "Débat", "day": "2026-12-05"},
    "oeuvre": {"sort": "book", "title": "L’Institution en négation"},
    "lien": {"link": "https://exemple.org/a-lire/"},
    "revolte": {"text": "On a fermé l’accueil de nuit."},
}
CHOICES = {"signed_by": "nobody", "consent": "publish", "licence": "by-sa"}


@pytest.fixture(autouse=True)
def _nobody_has_sent_anything_yet():
    cache.clear()


def carried(html):
    """The hidden field that makes a form one form (str)."""
    return re.search(r'name="formulaire" value="([^"]+)"', html)[1]


def send(client, kind="texte", opened=None, **fields):
    """What answers to a form, opened then filled."""
    address = f"/contribuer/{kind}/"
    opened = opened or carried(client.get(address).content.decode())
    return client.post(address, LEAST[kind] | CHOICES | fields | {"formulaire": opened})


def code_in(response):
    """The code that a page says (str)."""
    return re.search(r'class="code"[^>]*>([^<]+)<', response.content.decode())[1]
