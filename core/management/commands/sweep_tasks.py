"""Has what a killed worker left done again, and forgets old results. To be run every five minutes."""

from django.core.management.base import BaseCommand

from core.background.sweeping import sweep


class Command(BaseCommand):
    help = (
        "Fait refaire les tâches de fond restées en chemin, et oublie les anciennes. À lancer toutes les cinq minutes."
    )

    def handle(self, *, verbosity, **options):
        swept = sweep()
        if verbosity:
            self.stdout.write(
                f"Tâches à refaire\u00a0: {swept.again}\u202f; abandonnées\u00a0: {swept.given_up}\u202f; "
                f"oubliées\u00a0: {swept.forgotten}."
            )
