"""Erases the files of photos that were masked or replaced, wherever a process was killed. To be run each day."""

from django.core.management.base import BaseCommand, CommandError

from core.gone_files import erase_due, sweep_renditions


class Command(BaseCommand):
    help = "Efface ce qui reste des photos masquées ou remplacées. À lancer chaque jour."

    def handle(self, *, verbosity, **options):
        left, swept = erase_due(), sweep_renditions()
        if verbosity:
            self.stdout.write(f"Vignettes perdues, effacées : {swept}.")
        if left:
            raise CommandError(f"Fichiers à effacer qui n’ont pas pu l’être : {left}. Ils le seront au prochain essai.")
