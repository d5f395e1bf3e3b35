"""Brings somebody else's calendar in, as the admin's « Importer un agenda » does: drafts, never pages that are public."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from agenda.importing.calendar_text import MOST_BYTES, UnreadableCalendar
from agenda.importing.comparison import compared
from agenda.importing.drafts import make_drafts
from agenda.importing.preview import read_proposals
from agenda.models import AgendaPage, CalendarImport


class Command(BaseCommand):
    help = "Lit un fichier d’agenda (.ics), dit ce qui viendrait, et crée un brouillon de chaque rendez-vous nouveau."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="Le fichier .ics.")
        parser.add_argument("--user", default="", help="Le nom de compte du membre dont ce seront les brouillons.")
        parser.add_argument("--dry-run", action="store_true", help="Montre la liste, et ne crée rien.")
        parser.add_argument(
            "--all",
            action="store_true",
            help="Prend aussi ce qui a changé depuis, est annulé, avait été supprimé, et les doublons probables.",
        )

    def handle(self, *, file, user, dry_run, all, verbosity, **options):
        CalendarImport.objects.forget()
        owner = self._owner(user)
        read = self._read(file)
        rows = compared(read.proposals)
        if verbosity:
            self._print(read, rows)
        chosen = [row.proposal for row in rows if row.can_come and (all or row.is_chosen_at_first)]
        if dry_run:
            self.stdout.write(f"{len(chosen)} brouillons seraient créés ou mis à jour.")
            return
        agenda = AgendaPage.objects.order_by("path").first()
        if agenda is None:
            raise CommandError("Ce site n’a pas de page d’agenda : lancez d’abord « manage.py setup_site ».")
        outcomes = make_drafts(chosen, agenda, owner)
        failures = [one for one in outcomes if one.failed]
        if verbosity:
            self.stdout.write(f"{sum(bool(one.page) for one in outcomes)} brouillons créés ou mis à jour.")
        for one in failures:
            self.stderr.write(f"« {one.proposal.title} » : {one.failed}")
        if failures:
            raise SystemExit(1)

    def _owner(self, name):
        if not name:
            return None
        try:
            return get_user_model().objects.get_by_natural_key(name)
        except get_user_model().DoesNotExist as error:
            raise CommandError(f"Aucun compte ne s’appelle « {name} ».") from error

    def _read(self, file):
        try:
            with file.open("rb") as opened:
                return read_proposals(opened.read(MOST_BYTES + 1))
        except OSError as error:
            raise CommandError(f"{file} ne s’ouvre pas : {error.strerror}.") from error
        except UnreadableCalendar as error:
            raise CommandError(f"{file} : {error}") from error

    def _print(self, read, rows):
        for sentence in read.said:
            self.stdout.write(sentence)
        width = max((len(str(row.status.value)) for row in rows), default=0)
        for row in rows:
            when = f" – {row.event.describe_when()}" if row.event else ""
            page = f" (page {row.page.pk}, « {row.page.title} »)" if row.page else ""
            self.stdout.write(f"{row.status.value:<{width}}  {row.proposal.title}{when}{page}")
            for sentence in [*filter(None, [row.proposal.refused]), *row.proposal.said]:
                self.stdout.write(f"{'':<{width}}    ligne {row.proposal.line} : {sentence}")
