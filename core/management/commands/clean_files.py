"""Takes out of the library what its files still say of whoever made them (a site that is older than the cleaning)."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from core.gone_files import come_in_again
from core.models import SiteDocument, SiteImage, SiteMedia


class Command(BaseCommand):
    help = "Nettoie les images, documents, sons et vidéos de la médiathèque qui disent encore où, quand ou par qui."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Dit ce qui serait nettoyé, sans rien changer.")

    def handle(self, *args, dry_run, **options):
        seen = cleaned = failed = 0
        for item in (one for model in (SiteImage, SiteDocument, SiteMedia) for one in model.objects.order_by("pk")):
            seen += 1
            try:
                told = item.told()
                if told and not dry_run:
                    come_in_again(item)
                cleaned += bool(told)
            except (OSError, ValidationError) as error:
                failed += 1
                said = getattr(error, "messages", [type(error).__name__])[0]
                self.stderr.write(f"{item._meta.verbose_name} {item.pk}\u00a0: {said}")
        said = _("%(seen)s fichiers regardés, %(cleaned)s à nettoyer, %(failed)s illisibles.")
        if not dry_run:
            said = _("%(seen)s fichiers regardés, %(cleaned)s nettoyés, %(failed)s illisibles.")
        self.stdout.write(said % {"seen": seen, "cleaned": cleaned, "failed": failed})
