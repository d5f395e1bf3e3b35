"""Moves and erases what a killed process has not: files of private collections, of photos masked or replaced; and what
is known of recordings elsewhere that nothing names any more. To be run each day.
"""

from django.core.management.base import BaseCommand, CommandError

from core.disk import StoreAway
from core.gone_files import erase_due, sweep_renditions
from core.hosted_recordings import forget_unnamed
from core.private_collections import settle


class Command(BaseCommand):
    help = (
        "Efface ce qui reste des photos masquées ou remplacées, met hors de portée ce qui resterait des collections "
        "privées, et oublie les vidéos d’ailleurs que plus rien ne nomme. À lancer chaque jour."
    )

    def handle(self, *, verbosity, **options):
        forgotten, moved, left = forget_unnamed(), settle(), erase_due()
        try:
            swept = sweep_renditions()
        except StoreAway as error:
            raise CommandError(f"{error.strerror}. Fichiers à effacer qui n’ont pas pu l’être : {left}.") from error
        if verbosity:
            self.stdout.write(f"Fichiers mis où leur collection le veut : {moved}.")
            self.stdout.write(f"Vignettes perdues, effacées : {swept}.")
            self.stdout.write(f"Vidéos et sons d’ailleurs que plus rien ne nomme, oubliés : {forgotten}.")
        if left:
            raise CommandError(f"Fichiers à effacer qui n’ont pas pu l’être : {left}. Ils le seront au prochain essai.")
