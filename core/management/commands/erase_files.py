"""Moves and erases what a killed process has not: files of private collections, of photos masked or replaced. Each day."""

from django.core.management.base import BaseCommand, CommandError

from core.gone_files import erase_due, sweep_renditions
from core.private_collections import settle


class Command(BaseCommand):
    help = (
        "Efface ce qui reste des photos masquées ou remplacées, et met hors de portée ce qui resterait des collections "
        "privées. À lancer chaque jour."
    )

    def handle(self, *, verbosity, **options):
        moved = settle()
        left, swept = erase_due(), sweep_renditions()
        if verbosity:
            self.stdout.write(f"Fichiers mis où leur collection le veut : {moved}.")
            self.stdout.write(f"Vignettes perdues, effacées : {swept}.")
        if left:
            raise CommandError(f"Fichiers à effacer qui n’ont pas pu l’être : {left}. Ils le seront au prochain essai.")
