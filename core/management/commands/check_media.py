"""Says which files no row knows and which rows have lost their file; deletes the first."""

from django.core.management.base import BaseCommand, CommandError

from core.backup.restoring import CannotRestore, at_rest
from core.disk import StoreAway
from core.media_check import look, put_right

#: Names shown of each family.
_SHOWN = 50


class Command(BaseCommand):
    help = (
        "Compare les fichiers et la base. --fix efface les fichiers de plus d’une heure que rien ne connaît, et oublie "
        "les vignettes perdues, qui se refont. Un fichier qui manque est toujours dit\u00a0: il faut le reprendre d’une sauvegarde."
    )

    def add_arguments(self, parser):
        parser.add_argument("--fix", action="store_true", help="Efface ce qui est en trop.")

    def handle(self, *, fix, verbosity, **options):
        try:
            with at_rest():
                found = look()
                if verbosity:
                    self._report(found)
                if fix:
                    done = put_right(found)
                    if verbosity:
                        self.stdout.write(f"Effacés ou oubliés\u00a0: {done}.")
        except CannotRestore as error:
            raise CommandError(str(error)) from error
        except StoreAway as error:
            raise CommandError(f"{error.strerror}.") from error
        if found.missing or found.quarantine_missing:
            raise CommandError("Des fichiers manquent\u00a0: reprenez-les d’une sauvegarde.")
        if found.faults:
            raise CommandError("Les fichiers ne sont pas gardés comme ils le devraient.")

    def _report(self, found):
        if found.is_all_well:
            self.stdout.write("Tout est là, et rien de trop.")
        for fault in found.faults:
            self.stdout.write(fault)
        missing = [f"{name} ({what})" for what, name in found.missing]
        self._list("Fichiers que rien ne connaît", found.orphans)
        self._list("Fichiers que seule une ancienne version de page nomme, gardés", found.in_versions)
        self._list("Fichiers que la base connaît, et qui manquent", missing)
        self._list("Vignettes perdues", [name for _model, _key, name in found.lost_renditions])
        self._list("En quarantaine, que rien ne connaît", found.quarantine_orphans)
        self._list("Envoyés, et qui manquent en quarantaine", found.quarantine_missing)
        self._list("Restes d’une restauration arrêtée avant d’avoir rien changé", found.unfinished)
        if found.young:
            self.stdout.write(f"Moins d’une heure, peut-être en train d’arriver\u00a0: {found.young}.")

    def _list(self, title, names):
        if not names:
            return
        self.stdout.write(f"{title}\u00a0: {len(names)}")
        for name in names[:_SHOWN]:
            self.stdout.write(f"  {name}")
        if len(names) > _SHOWN:
            self.stdout.write(f"  … et {len(names) - _SHOWN} autres")
