"""`manage.py purge_searches`: forgets the searches without result that are older than ninety days."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from search.missed import forget


class Command(BaseCommand):
    help = "Oublie les recherches sans résultat de plus de 90 jours."

    def handle(self, **options):
        number = forget()
        self.stdout.write(ngettext("%d recherche oubliée.", "%d recherches oubliées.", number) % number)
