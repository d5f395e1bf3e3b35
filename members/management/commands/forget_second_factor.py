"""For the administrator who has lost telephone, keys and paper: nobody else in the admin can take the second factor off."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from members.access.open_sessions import sessions_of
from members.access.second_factor import remove
from members.access.telling import FACTOR_REMOVED, tell


class Command(BaseCommand):
    help = (
        "Retire le second facteur d’un compte et ferme ses sessions : son mot de passe suffit de nouveau pour entrer."
    )

    def add_arguments(self, parser):
        parser.add_argument("identifiant")

    def handle(self, identifiant, **options):
        member = get_user_model().objects.filter(username=identifiant).first()
        if member is None:
            raise CommandError(f"Aucun compte ne s’appelle « {identifiant} ».")
        sessions_of(member).close()
        if not remove(member):
            self.stdout.write("Ce compte n’avait pas de second facteur.")
            return
        tell(member, FACTOR_REMOVED)
        self.stdout.write("C’est fait : le mot de passe suffit de nouveau.")
