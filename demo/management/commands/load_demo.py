"""Load a living example of the site, to try it, to show it and to test it: a site is judged full, not empty."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agenda.models import EventPage
from appeals.models import AppealPage
from articles.models import ArticlePage
from core.models import SiteImage, Theme
from demo.library import UnknownPlace
from demo.loader import load
from initiatives.models import InitiativePage
from resources.models import ResourcePage

_COUNTED = [
    (InitiativePage, "initiatives"),
    (ArticlePage, "articles"),
    (AppealPage, "appels"),
    (EventPage, "rendez-vous"),
    (ResourcePage, "ressources"),
    (Theme, "thèmes"),
    (SiteImage, "images"),
]


class Command(BaseCommand):
    help = (
        "Charge un exemple de site, avec trois comptes. Ce qui existe déjà n’est pas touché. "
        "DEMO_PASSWORD donne le mot de passe des comptes ; sans elle, chacun en tire un au hasard."
    )

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="Charge l’exemple même quand DEBUG est éteint.")

    def handle(self, *, force=False, verbosity=1, **options):
        if not settings.DEBUG and not force:
            raise CommandError(
                "DEBUG est éteint : ce site semble servir pour de bon, et l’exemple y mêlerait des contenus inventés "
                "et trois comptes. Ajoutez --force si c’est ce que vous voulez."
            )
        try:
            accounts = load()
        except UnknownPlace as error:
            raise CommandError(f"L’exemple ne s’est pas chargé, rien n’a changé : {error}") from error
        if verbosity:
            self._report(accounts)

    def _report(self, accounts):
        self.stdout.write("Comptes :")
        for username, account in accounts.items():
            password = f"mot de passe {account.password}" if account.password else "mot de passe inchangé"
            self.stdout.write(f"  {username} ({account.group}), {password}")
        counts = ", ".join(f"{model.objects.count()} {name}" for model, name in _COUNTED)
        self.stdout.write(f"Le site contient {counts}.")
        self.stdout.write(f"L’exemple est chargé : {settings.SITE_URL}/ – l’écriture : {settings.SITE_URL}/admin/")
