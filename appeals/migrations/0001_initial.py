import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models

import core.models.dated


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
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="adopté le")),
                (
                    "adopted_until",
                    models.DateField(
                        blank=True,
                        help_text="Si la rencontre a duré plusieurs jours.",
                        null=True,
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
                        verbose_name="date limite",
                    ),
                ),
                (
                    "outcome",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="À ajouter plus tard : la page le met en tête.",
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
            name="CallToAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=160, verbose_name="ce que l’on fait")),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assembly", "assemblée"),
                            ("march", "manifestation"),
                            ("strike", "grève"),
                            ("gathering", "rassemblement"),
                            ("meeting", "rencontre"),
                            ("writing", "texte, signature, courrier"),
                            ("other", "autre"),
                        ],
                        max_length=12,
                        verbose_name="forme",
                    ),
                ),
                ("text", wagtail.fields.RichTextField(blank=True, verbose_name="précisions")),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        help_text="« Devant le conseil départemental », « dans toutes les villes »…",
                        max_length=200,
                        verbose_name="où précisément",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="calls", to="appeals.appealpage"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Commencez à taper le nom d’une ville, d’une région ou d’un pays.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.place",
                        verbose_name="lieu",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CallDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start_date", models.DateField(verbose_name="jour")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="heure")),
                ("end_date", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "ce jour-là"),
                            ("month", "dans le mois, sans jour fixé"),
                            ("from", "à partir de ce jour"),
                        ],
                        default="day",
                        help_text="Seules les dates au jour près vont dans l’agenda.",
                        max_length=5,
                        verbose_name="précision",
                    ),
                ),
                (
                    "call",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dates", to="appeals.calltoaction"
                    ),
                ),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": ["start_date", "start_time"],
            },
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
                        on_delete=django.db.models.deletion.PROTECT,
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
