"""Load the offline gazetteer into Place, so that no place is ever typed twice."""

import csv
import gzip
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from core.models import Place
from core.models.place import fold_place_name

GAZETTEER = Path(__file__).resolve().parents[2] / "data" / "places.csv.gz"


def read_places(path=GAZETTEER):
    """The rows of the gazetteer as unsaved Places (iterator)."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    country_names = {row["country"]: row["name"] for row in rows if row["kind"] == Place.Kind.COUNTRY}
    for row in rows:
        yield Place(
            code=row["id"].lower(),
            name=row["name"],
            folded_name=fold_place_name(row["name"]),
            kind=row["kind"],
            country=row["country"],
            country_name=country_names.get(row["country"], ""),
            region=row["region"],
            department=row["department"],
            postcode=row["postcode"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["population"]) if row["population"] else None,
            approximate=row["approximate"] == "1",
        )


class Command(BaseCommand):
    help = "Charge le répertoire de lieux (52 218 communes, villes, régions et pays). Sans effet s’il est déjà chargé."

    def add_arguments(self, parser):
        parser.add_argument("--update", action="store_true", help="Relit le fichier et met à jour les lieux connus.")

    def handle(self, *, update=False, verbosity=1, **options):
        if not update and Place.objects.count() > 50_000:
            if verbosity > 1:
                self.stdout.write("Le répertoire de lieux est déjà chargé.")
            return
        places = list(read_places())
        columns = [field.name for field in Place._meta.fields if field.name not in {"id", "code"}]
        with transaction.atomic():
            Place.objects.bulk_create(
                places, batch_size=2000, update_conflicts=True, unique_fields=["code"], update_fields=columns
            )
        if verbosity:
            self.stdout.write(f"{len(places)} lieux chargés.")
