"""The tables as an archive needs them: those of its migrations, made here, then brought to what this code knows."""

from contextlib import suppress

from django.core.management import call_command
from django.db.migrations.exceptions import NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from core.backup.archive import BadArchive


def check_versions(connection, migrations):
    """Raises BadArchive unless this code knows `migrations` (list of [app, name]) and the database has no others."""
    loader = MigrationLoader(connection)
    known = set(loader.disk_migrations)
    known |= {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    wanted = {tuple(key) for key in migrations}
    if unknown := sorted(wanted - known):
        raise BadArchive(
            f"elle vient d’une version plus récente du site, inconnue de ce programme ({'.'.join(unknown[0])})\u00a0: "
            "mettez d’abord le programme à jour"
        )
    if later := sorted(set(loader.applied_migrations) & known - wanted):
        raise BadArchive(
            f"elle est plus ancienne que la base de ce site ({'.'.join(later[0])})\u00a0: restaurez-la dans une base "
            "vide, qui sera ensuite mise à jour"
        )


def make_tables(connection, migrations):
    """Brings the database to `migrations` (list of [app, name]), once they are checked. Raises BadArchive."""
    executor = MigrationExecutor(connection)
    wanted = {tuple(key) for key in migrations}
    choose_squashed(executor.loader, wanted)
    wanted &= set(executor.loader.graph.nodes)
    ends = []
    for key in sorted(wanted):
        children = {child.key for child in executor.loader.graph.node_map[key].children}
        if not any(child[0] == key[0] and child in wanted for child in children):
            ends.append(key)
    executor.migrate(ends)


def choose_squashed(loader, wanted):
    """A squashed migration stands for those it replaces where `wanted` (set of keys, changed) has them all.

    So does Django (MigrationLoader.build_graph), which asks the database; this one is empty, and the archive knows.
    Raises BadArchive: it has some of them, which this code has no more.
    """
    loader.replace_migrations = False
    with suppress(NodeNotFoundError):  # what is replaced may be gone; asked again below
        loader.build_graph()
    for key, squashed in loader.replacements.items():
        replaced = set(squashed.replaces)
        if replaced <= loader.applied_migrations.keys():
            loader.applied_migrations[key] = squashed
        if replaced & wanted and not replaced <= wanted:
            loader.graph.remove_replacement_node(key, squashed.replaces)
            continue
        if replaced <= wanted:
            wanted.add(key)
        loader.graph.remove_replaced_nodes(key, squashed.replaces)
    try:
        loader.graph.validate_consistency()
    except NodeNotFoundError as error:
        raise BadArchive(
            f"elle est trop ancienne pour ce programme ({'.'.join(error.node)})\u00a0: restaurez-la avec une version "
            "d’entre les deux, puis mettez à jour"
        ) from error


def check_columns(connection, tables):
    """Raises BadArchive unless the database has the `tables` of a manifest (list of dict), and their columns alone."""
    with connection.cursor() as cursor:
        here = set(connection.introspection.table_names(cursor))
        for said in tables:
            name = said["name"]
            if name not in here:
                raise BadArchive(f"elle contient la table {name}, que ce programme ne connaît pas")
            columns = {column.name for column in connection.introspection.get_table_description(cursor, name)}
            if different := sorted(columns ^ {column for column, _kind in said["columns"]}):
                raise BadArchive(f"la table {name} n’y est pas comme dans ce programme ({', '.join(different[:5])})")


def bring_up_to_date(connection):
    """Applies the migrations that the archive had not; does nothing if it had them all."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
