"""Copies the whole site in one file, while it runs. To be run each night."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from core.backup.archive import BadArchive
from core.backup.making import CannotCopy, make_copy


class Command(BaseCommand):
    help = (
        "Copie la base, les fichiers et la quarantaine dans une archive vérifiée, pendant que le site tourne, et oublie "
        "les copies trop anciennes. Aucun mot de passe ni clé n’y est\u00a0: gardez le fichier .env à part."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DOSSIER", help="Où sont les copies.")
        parser.add_argument("--days", type=int, default=7, help="Copies gardées, une par jour (7).")
        parser.add_argument("--weeks", type=int, default=4, help="Puis une par semaine (4).")
        parser.add_argument(
            "--months",
            type=int,
            default=0,
            help="Puis une par mois (0\u00a0: ce qui a été effacé du site ne reste pas un an dans une copie).",
        )

    def handle(self, *, folder, days, weeks, months, verbosity, **options):
        try:
            copy = make_copy(folder, days=days, weeks=weeks, months=months)
        except CannotCopy as error:
            raise CommandError(str(error)) from error
        except BadArchive as error:
            raise CommandError(
                f"La copie a été relue, et {error}. Elle n’est pas gardée\u202f; les autres restent."
            ) from error
        except (OSError, DatabaseError) as error:
            raise CommandError(f"La sauvegarde n’est pas faite ({error}). Les copies précédentes restent.") from error
        if missing := copy.manifest["missing"]:
            self.stderr.write(
                f"Fichiers que la base connaît et qui manquaient déjà\u00a0: {len(missing)} (manage.py check_media les nomme)."
            )
        if verbosity:
            size = f"{copy.path.stat().st_size / 1_000_000:.1f}".replace(".", ",")
            files = sum(not name.startswith("database/") for name in copy.manifest["files"])
            self.stdout.write(
                f"{copy.path}\u00a0: {size}\u00a0Mo, {copy.rows} lignes de la base, {files} fichiers, tout relu."
            )
            if copy.deleted:
                self.stdout.write(f"Copies oubliées\u00a0: {', '.join(path.name for path in copy.deleted)}.")
