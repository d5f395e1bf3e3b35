"""`manage.py purge_searches`: forgets the searches without result that are older than ninety days."""

from django.core.management.base import BaseCommand

from search.missed import forget


class Command(BaseCommand):
    help = "Oublie les recherches sans résultat de plus de 90 jours."

    def handle(self, **options):
        self.stdout.write(f"{forget()} recherches oubliées.")
