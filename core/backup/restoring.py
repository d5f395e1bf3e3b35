"""Giving a site back from an archive: all of it or nothing, wherever it is stopped.

Files are put aside; rows are written in one transaction, with a mark; files take their place; then what is derived is
made again, and the mark goes. A process killed before the commit has changed nothing; after it, the mark says that
what is left to do is to be done: the command run again does it.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import IntegrityError, connection, transaction

from core.backup import folders, schema
from core.backup.alone import Busy, alone
from core.backup.archive import BadArchive, opened
from core.backup.retention import copies
from core.backup.rows import give_keys_from, load_table
from core.erasure import erase_for_good

#: The table that is there from the commit until the end.
_MARK = "nebuleuses_restauration"
#: What a site is full of, and how it is said; a label that this site does not know is passed over.
HEADLINES = {
    "wagtailcore.page": "pages",
    "wagtailcore.revision": "versions de pages",
    settings.WAGTAILIMAGES_IMAGE_MODEL.lower(): "images",
    settings.WAGTAILDOCS_DOCUMENT_MODEL.lower(): "documents",
    settings.WAGTAILMEDIA["MEDIA_MODEL"].lower(): "sons et vidéos",
    settings.AUTH_USER_MODEL.lower(): "comptes",
    "contributions.contribution": "envois",
}
#: Of these, what migrations and `setup_site` make in a new site.
_IN_A_NEW_SITE = {"wagtailcore.page"}


class CannotRestore(Exception):
    """Why nothing was given back, in French."""


class NotEmpty(CannotRestore):
    """There is a site here already."""


@dataclass(frozen=True)
class Restored:
    """What was given back: `rows` of each table (dict: label of the model → int), how many `files` (int).

    `missing` (list of str) are the files that were already missing when the copy was made. All are empty when what was
    done is the end of a restoration that had been stopped (`is_the_end`).
    """

    rows: dict
    files: int
    missing: list
    is_the_end: bool = False

    @property
    def headlines(self):
        """What is said of them (list of pairs (int, str))."""
        return [(self.rows[label], said) for label, said in HEADLINES.items() if label in self.rows]


def archive_at(path):
    """The archive (Path) that `path` (Path) is, or the newest one of that folder. Raises CannotRestore."""
    if path.is_dir():
        if not (found := copies(path)):
            raise CannotRestore(f"Il n’y a aucune sauvegarde dans {path}.")
        return found[0]
    if not path.is_file():
        raise CannotRestore(f"{path} n’existe pas.")
    return path


def restore(path, *, replace=False):
    """Gives back the site that the archive at `path` (Path) holds (Restored); `replace` (bool): in place of this one.

    Raises CannotRestore, BadArchive, OSError, DatabaseError: nothing has changed then, unless the error comes after the
    commit; the same command goes on from there.
    """
    with _alone():
        if is_unfinished():
            _finish()
            return Restored({}, 0, [], is_the_end=True)
        folders.forget_what_is_aside()
        return _restored(path, replace)


@contextmanager
def at_rest():
    """Nothing is being restored here meanwhile. Raises CannotRestore."""
    with _alone():
        if is_unfinished():
            raise CannotRestore(
                "Une restauration s’est arrêtée en chemin\u00a0: relancez manage.py restore, elle finira."
            )
        yield


@contextmanager
def _alone():
    root = folders.folders()["quarantine"].root
    root.mkdir(parents=True, exist_ok=True)
    try:
        with alone(root):
            yield
    except Busy as error:
        raise CannotRestore("Une restauration se fait en ce moment.") from error


def _restored(path, replace):
    with opened(path) as archive:
        manifest = archive.manifest
        schema.check_versions(connection, manifest["migrations"])
        if not replace and (full := _what_is_there()):
            raise NotEmpty(f"Ce site n’est pas vide\u00a0: il contient {full}.")
        try:
            folders.put_aside(archive)
            schema.make_tables(connection, manifest["migrations"])
            schema.check_columns(connection, manifest["tables"])
            _load(archive)
        except BaseException:
            if not is_unfinished():
                folders.forget_what_is_aside()
            raise
    _finish()
    rows = {table["model"]: table["rows"] for table in manifest["tables"]}
    files = sum(len(archive.names(folder)) for folder in folders.folders())
    return Restored(rows, files, manifest["missing"])


def is_unfinished():
    """Whether the rows of an archive are there, and perhaps not yet its files (bool)."""
    return _MARK in connection.introspection.table_names()


def _what_is_there():
    """What this site holds that a new one does not, for people to read (str); empty if it is a new one."""
    tables = set(connection.introspection.table_names())
    found = []
    for label in HEADLINES.keys() - _IN_A_NEW_SITE:
        model = _model(label)
        if model and model._meta.db_table in tables and (count := model._base_manager.count()):
            found.append(f"{count} {HEADLINES[label]}")
    files = sum(1 for folder in folders.folders().values() for _name in folder.names())
    return ", ".join(sorted(found) + ([f"{files} fichiers"] if files else []))


def _model(label):
    try:
        return apps.get_model(label)
    except LookupError:
        return None


def _load(archive):
    """Writes all rows in the place of those that are there, and the mark, or nothing."""
    manifest = archive.manifest
    here = set(connection.introspection.table_names())
    # FTS5 is emptied by the triggers of the table it indexes.
    left_out = {name for name in manifest["left_out"] if not name.endswith("_fts")}
    emptied = sorted(({table["name"] for table in manifest["tables"]} | left_out) & here)
    with transaction.atomic():
        connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), emptied))
        for table in manifest["tables"]:
            load_table(connection, archive, table)
        try:
            connection.check_constraints()
        except IntegrityError as error:
            raise BadArchive(f"une ligne y renvoie à une autre qui n’y est pas\u00a0: {error}") from error
        for table in manifest["tables"]:
            give_keys_from(connection, table)
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {_MARK} (mark integer)")


def _finish():
    """What is left to do once the rows are there; done again from the start if it is stopped."""
    folders.take_their_place()
    schema.bring_up_to_date(connection)
    ContentType.objects.clear_cache()
    cache.clear()
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {_MARK}")
    erase_for_good()
