import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.fields
from django.db import migrations, models

import initiatives.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="InitiativeIndexPage",
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
                "verbose_name": "liste des initiatives",
                "verbose_name_plural": "listes des initiatives",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="InitiativeKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=60, unique=True, verbose_name="nom")),
            ],
            options={
                "verbose_name": "forme d’initiative",
                "verbose_name_plural": "formes d’initiatives",
                "ordering": ["title"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="InitiativePage",
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
                    "run_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("professionals", "par des professionnel·les"),
                            ("self_managed", "en autogestion"),
                            ("co_managed", "en cogestion avec les personnes concernées"),
                            ("other", "autrement"),
                        ],
                        max_length=20,
                        verbose_name="qui la porte",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inside", "dans une institution"),
                            ("outside", "hors des institutions"),
                            ("edge", "à la lisière d’une institution"),
                        ],
                        max_length=10,
                        verbose_name="où elle se tient",
                    ),
                ),
                (
                    "starts",
                    models.CharField(
                        blank=True,
                        help_text="Une année, même approximative : « 1975 », « vers 1975 », « années 1970 ».",
                        max_length=30,
                        validators=[initiatives.models.validate_period],
                        verbose_name="début",
                    ),
                ),
                (
                    "ends",
                    models.CharField(
                        blank=True,
                        help_text="Vide si elle continue.",
                        max_length=30,
                        validators=[initiatives.models.validate_period],
                        verbose_name="fin",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("alive", "toujours vivante"), ("ended", "terminée"), ("unknown", "on ne sait pas")],
                        default="unknown",
                        max_length=10,
                        verbose_name="aujourd’hui",
                    ),
                ),
                (
                    "verified_on",
                    models.DateField(
                        blank=True,
                        help_text="Dernière fois que quelqu’un du collectif s’en est assuré.",
                        null=True,
                        verbose_name="vérifié le",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="site")),
                (
                    "kind",
                    models.ForeignKey(
                        help_text="Si rien ne convient, demandez à la modération d’ajouter une forme.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="initiatives.initiativekind",
                        verbose_name="forme",
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="Par exemple la recherche-action qui rassemble plusieurs projets.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="initiatives.initiativepage",
                        verbose_name="fait partie de",
                    ),
                ),
            ],
            options={
                "verbose_name": "initiative",
                "verbose_name_plural": "initiatives",
            },
            bases=("core.contentpage",),
        ),
        migrations.CreateModel(
            name="InitiativeContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "label",
                    models.CharField(
                        help_text="« Accueil », « Permanence du mardi »…", max_length=80, verbose_name="qui ou quoi"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="courriel public")),
                ("url", models.URLField(blank=True, verbose_name="page de contact")),
                (
                    "details",
                    models.CharField(
                        blank=True, help_text="Adresse, horaires…", max_length=200, verbose_name="précisions"
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="initiatives.initiativepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InitiativePartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=160, verbose_name="nom")),
                ("url", models.URLField(blank=True, verbose_name="site")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="initiatives.initiativepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "partenaire",
                "verbose_name_plural": "partenaires",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InitiativeStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "when",
                    models.CharField(help_text="« 2015 », « printemps 2016 »…", max_length=40, verbose_name="quand"),
                ),
                ("text", models.CharField(max_length=400, verbose_name="ce qui s’est passé")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="initiatives.initiativepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "étape",
                "verbose_name_plural": "étapes",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
