"""Gives a site back from a copy that `backup` made, on either database."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from core.backup.archive import BadArchive
from core.backup.restoring import CannotRestore, NotEmpty, archive_at, is_unfinished, restore


class Command(BaseCommand):
    help = (
        "Rend le site qu’une sauvegarde contient, dans une base vide (SQLite ou PostgreSQL, quelle que soit celle d’où "
        "elle vient). Rien ne change avant que toute l’archive ait été relue."
    )

    # The tables may not be there yet.
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument(
            "path", type=Path, metavar="ARCHIVE", help="L’archive, ou le dossier dont on prend la plus récente."
        )
        parser.add_argument(
            "--replace",
            metavar="NOM",
            help="Efface le site qui est ici. Pour être sûr, donnez son nom\u00a0: celui de SITE_URL.",
        )

    def handle(self, *, path, replace, verbosity, **options):
        name = urlsplit(settings.SITE_URL).hostname
        if replace is not None and replace != name:
            raise CommandError(f"Ce site s’appelle {name}, et non {replace}\u00a0: rien n’a changé.")
        try:
            path = archive_at(path)
            restored = restore(path, replace=replace is not None)
        except NotEmpty as error:
            raise CommandError(
                f"{error} Rien n’a changé. Pour l’effacer et restaurer à sa place\u00a0: --replace {name}"
            ) from error
        except CannotRestore as error:
            raise CommandError(f"{error} Rien n’a changé.") from error
        except BadArchive as error:
            raise CommandError(f"On ne peut pas restaurer {path}\u00a0: {error}. Rien n’a changé.") from error
        except (OSError, DatabaseError) as error:
            raise CommandError(self._why_it_stopped(error)) from error
        if verbosity:
            self._report(path, restored)

    @staticmethod
    def _why_it_stopped(error):
        try:
            if not is_unfinished():
                return f"La restauration n’est pas faite ({error}). Rien n’a changé."
        except DatabaseError:
            return f"La base ne répond pas ({error}). Relancez la même commande\u00a0: elle recommencera, ou finira."
        return f"La restauration s’est arrêtée en chemin ({error}). Relancez la même commande\u00a0: elle finira."

    def _report(self, path, restored):
        if restored.is_the_end:
            self.stdout.write(
                "Une restauration s’était arrêtée en chemin\u00a0: elle est finie. Relancez la commande pour en faire une autre."
            )
            return
        counts = ", ".join(f"{count} {said}" for count, said in restored.headlines)
        self.stdout.write(f"Rendu de {path.name}\u00a0: {counts}, {restored.files} fichiers.")
        if restored.missing:
            self.stdout.write(
                f"Manquaient déjà quand la copie a été faite\u00a0: {', '.join(restored.missing[:20])} ({len(restored.missing)} en tout)."
            )
        self.stdout.write(
            "Chacun se reconnecte\u202f; les vignettes se refont quand on les demande\u202f; redémarrez le site."
        )
