"""Open a new site: without it a fresh database shows Wagtail's welcome page and no place to write."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.sections import open_site


class Command(BaseCommand):
    help = "Crée la page d’accueil, les cinq rubriques et les pages simples qui manquent, et charge le répertoire de lieux."

    def handle(self, *, verbosity=1, **options):
        address = urlsplit(settings.SITE_URL)
        default_port = 443 if address.scheme == "https" else 80
        open_site(address.hostname, address.port or default_port)
        call_command("load_gazetteer", verbosity=verbosity)
        if verbosity:
            self.stdout.write(f"Le site est ouvert : {settings.SITE_URL}/")
