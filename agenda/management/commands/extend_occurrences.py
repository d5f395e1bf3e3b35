"""Moves the horizon of the agenda: what repeats has dates as far ahead as it had yesterday. To be run each day.

Calendar files that members brought are forgotten then, for nobody may bring another.
"""

from django.core.management.base import BaseCommand

from agenda.dated_models import dated_models
from agenda.models import CalendarEntry, CalendarImport
from agenda.rewriting import rewrite
from core.keys import Keys
from core.models import ContentPage


class Command(BaseCommand):
    help = (
        "Écrit dans l’agenda les dates qui entrent dans son horizon (18 mois), et oublie les agendas à importer de plus "
        "de deux jours. À lancer chaque jour."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Réécrit aussi ce qui est fini : après une réparation.")

    def handle(self, *, all, verbosity, **options):
        CalendarImport.objects.forget()
        contents = ContentPage.objects.live().of_kinds(dated_models())
        if not all:
            finished = (
                CalendarEntry.objects.offered()
                .values("content")
                .difference(CalendarEntry.objects.offered().unfinished().values("content"))
            )
            contents = contents.exclude(pk__in=Keys(row["content"] for row in finished))
        number, failures = 0, []
        for content in contents.order_by("pk").iterator(chunk_size=200):
            try:
                rewrite(content)
                number += 1
            except Exception as error:
                failures.append(f"{content} : {error}")
        if verbosity:
            self.stdout.write(f"{number} contenus datés relus.")
        for failure in failures:
            self.stderr.write(failure)
        if failures:
            raise SystemExit(1)
