"""Writes to the moderators on duty when something waits. To be run each morning: it leaves once a day at the most."""

from django.core.management.base import BaseCommand, CommandError

from contributions.desk.digest import letter_of, mark, send
from contributions.desk.waiting import what_waits
from contributions.models.duty import today


class Command(BaseCommand):
    help = "Écrit aux personnes de permanence si quelque chose attend. À lancer chaque matin."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Dit à qui la lettre partirait, et n’envoie rien.")

    def handle(self, *, dry_run, verbosity, **options):
        day, waits = today(), what_waits()
        said = self._dry_run(day, waits) if dry_run else self._send(day, waits)
        if verbosity:
            self.stdout.write(said)

    def _send(self, day, waits):
        if not waits:
            return "Rien n’attend : aucune lettre."
        letter = letter_of(day, waits)
        if not letter.to:
            raise CommandError("Quelque chose attend, et personne de la modération n’a d’adresse à qui écrire.")
        if not mark(day):
            return "La lettre d’aujourd’hui est déjà partie."
        failed = send(letter)
        if failed:
            raise CommandError(f"La lettre n’est pas partie pour {failed} personne(s) sur {len(letter.to)}.")
        return f"Lettres envoyées : {len(letter.to)}."

    def _dry_run(self, day, waits):
        if not waits:
            return "Rien n’attend : personne ne recevrait de lettre."
        letter = letter_of(day, waits)
        names = ", ".join(member.get_full_name() for member in letter.to) or "personne n’a d’adresse"
        return f"{'Toute la modération' if letter.is_to_all else 'De permanence'} : {names}."
