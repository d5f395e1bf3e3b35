import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticleIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "introduction",
                    wagtail.fields.RichTextField(
                        blank=True, help_text="Quelques phrases en tête de la liste.", verbose_name="introduction"
                    ),
                ),
            ],
            options={
                "verbose_name": "liste des réflexions",
                "verbose_name_plural": "listes des réflexions",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "contentpage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="core.contentpage",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reflection", "Réflexion"),
                            ("testimony", "Témoignage"),
                            ("report", "Compte rendu"),
                            ("translation", "Traduction"),
                            ("parliament", "Veille parlementaire"),
                        ],
                        default="reflection",
                        max_length=20,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "signed_by",
                    models.CharField(
                        choices=[
                            ("names", "des noms"),
                            ("pseudonyms", "des pseudonymes"),
                            ("collective", "un collectif"),
                            ("anonymous", "personne (anonyme)"),
                        ],
                        default="names",
                        max_length=12,
                        verbose_name="signé par",
                    ),
                ),
                (
                    "signature",
                    models.CharField(
                        blank=True,
                        help_text="Exactement comme les auteur·rices veulent être nommé·es.",
                        max_length=200,
                        verbose_name="signature",
                    ),
                ),
                (
                    "source_title",
                    models.CharField(
                        blank=True,
                        help_text="Revue, livre, site, numéro, date.",
                        max_length=240,
                        verbose_name="paru d’abord dans",
                    ),
                ),
                ("source_url", models.URLField(blank=True, verbose_name="adresse de l’original")),
                (
                    "source_language",
                    models.CharField(
                        blank=True,
                        help_text="Pour une traduction\xa0: «\xa0italien\xa0»…",
                        max_length=40,
                        verbose_name="langue de l’original",
                    ),
                ),
                ("translator", models.CharField(blank=True, max_length=160, verbose_name="traduit par")),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
            bases=("core.contentpage",),
        ),
    ]
