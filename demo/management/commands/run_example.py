"""`make run`: the base brought up to date, the example loaded and served, by one process that loads Django once."""

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from whitenoise.runserver_nostatic.management.commands.runserver import Command as RunServer


class Command(RunServer):
    help = "Met la base à jour, charge l’exemple et ouvre le site."

    def handle(self, *args, **options):
        plans = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        if plans.migration_plan(plans.loader.graph.leaf_nodes()):
            self.stdout.write("Mise à jour de la base…")
            call_command("migrate", verbosity=0)
        call_command("load_demo")
        super().handle(*args, **options | {"use_reloader": False})

    def check_migrations(self):
        """Nothing: they were looked at just now."""
