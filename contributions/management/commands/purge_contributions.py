"""Erases what people sent once it need not be kept any more. To be run each day."""

from django.core.management.base import BaseCommand

from contributions.files.quarantine import sweep
from contributions.retention import due, purge
from core.erasure import erase_for_good


class Command(BaseCommand):
    help = "Efface ce qui a été envoyé et n’a plus à être gardé. À lancer chaque jour."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Dit ce qui serait effacé, et n’efface rien.")

    def handle(self, *, dry_run, verbosity, **options):
        if dry_run:
            today = due()
            self.stdout.write(
                f"Refusés ou jamais publiés, à effacer : {today.declined.count()} ; publiés, à effacer : "
                f"{today.published.count()} ; indésirables, à supprimer : {today.unwanted.count()} ; fichiers jamais envoyés : {today.abandoned.count()}."
            )
            return
        erased, deleted = purge()
        erase_for_good()
        swept = sweep()  # last: the files of the library may be out of reach
        if verbosity:
            self.stdout.write(f"Envois effacés : {erased} ; supprimés : {deleted} ; fichiers perdus : {swept}.")
