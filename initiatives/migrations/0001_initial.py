import django.db.models.deletion
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
                        help_text="Une année, même approximative\xa0: «\xa01975\xa0», «\xa0vers 1975\xa0», «\xa0années 1970\xa0».",
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
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "«\xa02015\xa0», «\xa0printemps 2016\xa0»…",
                                    "label": "Quand",
                                    "max_length": 40,
                                },
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Ce qui s’est passé", "max_length": 400, "rows": 2},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("when", 0), ("text", 1)]], {}),
                        },
                        verbose_name="étapes de son histoire",
                    ),
                ),
                (
                    "contacts",
                    wagtail.fields.StreamField(
                        [("contact", 4)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "«\xa0Accueil\xa0», «\xa0Permanence du mardi\xa0»…",
                                    "label": "Qui ou quoi",
                                    "max_length": 80,
                                },
                            ),
                            1: ("wagtail.blocks.EmailBlock", (), {"label": "Courriel public", "required": False}),
                            2: ("wagtail.blocks.URLBlock", (), {"label": "Page de contact", "required": False}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Adresse, horaires…",
                                    "label": "Précisions",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 0), ("email", 1), ("url", 2), ("details", 3)]],
                                {},
                            ),
                        },
                        verbose_name="contacts",
                    ),
                ),
                (
                    "partners",
                    wagtail.fields.StreamField(
                        [("partner", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Nom", "max_length": 160}),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Site", "required": False}),
                            2: ("wagtail.blocks.StructBlock", [[("name", 0), ("url", 1)]], {}),
                        },
                        verbose_name="partenaires",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        help_text="Si rien ne convient, demandez à la modération d’ajouter une forme.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
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
    ]
