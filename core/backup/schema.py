"""The tables as an archive needs them: those of its migrations, made here, then brought to what this code knows."""

from django.core.management import call_command
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
    """Brings the database to `migrations` (list of [app, name]), once they are checked."""
    executor = MigrationExecutor(connection)
    wanted = {tuple(key) for key in migrations} & set(executor.loader.graph.nodes)
    ends = []
    for key in sorted(wanted):
        children = {child.key for child in executor.loader.graph.node_map[key].children}
        if not any(child[0] == key[0] and child in wanted for child in children):
            ends.append(key)
    executor.migrate(ends)


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
