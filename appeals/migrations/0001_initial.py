import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models

import core.calendar
import core.models.dated
import core.time_zones


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("core", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AppealIndexPage",
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
                "verbose_name": "liste des appels",
                "verbose_name_plural": "listes des appels",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="AppealPage",
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
                            ("mobilisation", "Appel à mobilisation"),
                            ("projects", "Appel à projets"),
                            ("contributions", "Appel à contributions"),
                        ],
                        default="mobilisation",
                        max_length=15,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "adopted_by",
                    models.CharField(
                        blank=True,
                        help_text="La coordination, l’assemblée, le collectif qui appelle.",
                        max_length=200,
                        verbose_name="adopté par",
                    ),
                ),
                (
                    "adopted_on",
                    models.DateField(
                        blank=True, null=True, validators=[core.calendar.validate_civil_date], verbose_name="adopté le"
                    ),
                ),
                (
                    "adopted_until",
                    models.DateField(
                        blank=True,
                        help_text="Si la rencontre a duré plusieurs jours.",
                        null=True,
                        validators=[core.calendar.validate_civil_date],
                        verbose_name="jusqu’au",
                    ),
                ),
                (
                    "people_count",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="nombre de personnes"),
                ),
                (
                    "deadline",
                    models.DateField(
                        blank=True,
                        help_text="Après cette date, la page dit que l’appel est clos.",
                        null=True,
                        validators=[core.calendar.validate_civil_date],
                        verbose_name="date limite",
                    ),
                ),
                (
                    "calls",
                    wagtail.fields.StreamField(
                        [("call", 12)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Ce que l’on fait", "max_length": 160}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("assembly", "assemblée"),
                                        ("march", "manifestation"),
                                        ("strike", "grève"),
                                        ("gathering", "rassemblement"),
                                        ("meeting", "rencontre"),
                                        ("writing", "texte, signature, courrier"),
                                        ("other", "autre"),
                                    ],
                                    "label": "Forme",
                                    "required": False,
                                },
                            ),
                            2: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "label": "Jour",
                                    "required_on_save": True,
                                    "validators": [core.calendar.validate_civil_date],
                                },
                            ),
                            3: (
                                "wagtail.blocks.TimeBlock",
                                (),
                                {"label": "Heure, si on la connaît", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "label": "Jusqu’au",
                                    "required": False,
                                    "validators": [core.calendar.validate_civil_date],
                                },
                            ),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("day", "ce jour-là"),
                                        ("from", "à partir de ce jour"),
                                        ("month", "dans le mois, sans jour fixé"),
                                    ],
                                    "help_text": "Seules les dates au jour près vont dans l’agenda.",
                                    "label": "Précision",
                                },
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("start_date", 2), ("start_time", 3), ("end_date", 4), ("precision", 5)]],
                                {},
                            ),
                            7: ("wagtail.blocks.ListBlock", (6,), {"default": [], "label": "Dates", "min_num": 0}),
                            8: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("core.Place",),
                                {"label": "Lieu", "required": False},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "«\xa0Devant le conseil départemental\xa0», «\xa0dans toutes les villes\xa0»…",
                                    "label": "Où précisément",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            10: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": core.time_zones.zone_choices,
                                    "help_text": "Vide\xa0: à l’heure du lieu. À dire pour un pays qui vit à plusieurs heures.",
                                    "label": "À l’heure de",
                                    "required": False,
                                },
                            ),
                            11: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "document-link"],
                                    "label": "Précisions",
                                    "required": False,
                                },
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("form", 1),
                                        ("dates", 7),
                                        ("place", 8),
                                        ("venue", 9),
                                        ("zone", 10),
                                        ("text", 11),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="Chaque action datée paraît aussi dans l’agenda.",
                        verbose_name="ce à quoi nous appelons",
                    ),
                ),
                (
                    "outcome",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="À ajouter plus tard\xa0: la page le met en tête.",
                        verbose_name="ce qui en est sorti",
                    ),
                ),
                (
                    "booklet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.sitedocument",
                        verbose_name="livret à télécharger",
                    ),
                ),
            ],
            options={
                "verbose_name": "appel",
                "verbose_name_plural": "appels",
            },
            bases=(core.models.dated.Dated, "core.contentpage"),
        ),
        migrations.CreateModel(
            name="AppealTown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="towns", to="appeals.appealpage"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.place",
                        verbose_name="ville",
                    ),
                ),
            ],
            options={
                "verbose_name": "ville participante",
                "verbose_name_plural": "villes participantes",
                "constraints": [models.UniqueConstraint(fields=("page", "place"), name="appeal_town_once")],
            },
        ),
    ]
