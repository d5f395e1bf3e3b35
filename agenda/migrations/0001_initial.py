import django.db.models.deletion
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models

import core.calendar
import core.models.dated


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaPage",
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
                "verbose_name": "agenda",
                "verbose_name_plural": "agendas",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="EventPage",
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
                            ("debate", "Débat public"),
                            ("workshop", "Atelier"),
                            ("balint", "Groupe Balint"),
                            ("march", "Manifestation"),
                            ("assembly", "Assemblée"),
                            ("screening", "Projection"),
                            ("training", "Formation"),
                            ("meeting", "Rencontre"),
                            ("party", "Fête ou concert"),
                            ("other", "Autre rendez-vous"),
                        ],
                        default="meeting",
                        max_length=10,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "start_date",
                    models.DateField(null=True, validators=[core.calendar.validate_civil_date], verbose_name="jour"),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True, help_text="Vide\xa0: toute la journée.", null=True, verbose_name="heure"
                    ),
                ),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Si cela dure plusieurs jours.",
                        null=True,
                        validators=[core.calendar.validate_civil_date],
                        verbose_name="dernier jour",
                    ),
                ),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="heure de fin")),
                ("venue", models.CharField(blank=True, max_length=160, verbose_name="salle ou lieu-dit")),
                ("address", models.CharField(blank=True, max_length=240, verbose_name="adresse")),
                ("online_url", models.URLField(blank=True, verbose_name="lien pour participer en ligne")),
                ("organiser_name", models.CharField(blank=True, max_length=160, verbose_name="ou par")),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Courriel ou page de contact.",
                        max_length=200,
                        verbose_name="contact public",
                    ),
                ),
                (
                    "price",
                    models.CharField(
                        blank=True,
                        choices=[("free", "gratuit"), ("open", "prix libre"), ("paid", "payant")],
                        max_length=5,
                        verbose_name="prix",
                    ),
                ),
                ("price_details", models.CharField(blank=True, max_length=160, verbose_name="tarifs")),
                ("registration_url", models.URLField(blank=True, verbose_name="lien d’inscription")),
                (
                    "step_free",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "accessible en fauteuil roulant"),
                            ("partly", "accessible en fauteuil roulant avec de l’aide"),
                            ("no", "non accessible en fauteuil roulant"),
                        ],
                        max_length=7,
                        verbose_name="fauteuil roulant",
                    ),
                ),
                (
                    "accessibility",
                    models.TextField(
                        blank=True,
                        help_text="Langue des signes, boucle magnétique, lieu calme, garde d’enfants, transports…",
                        verbose_name="accessibilité du lieu",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("confirmed", "confirmé"), ("cancelled", "annulé"), ("postponed", "reporté")],
                        default="confirmed",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                (
                    "state_reason",
                    models.CharField(
                        blank=True,
                        help_text="Montré avec «\xa0annulé\xa0» ou «\xa0reporté\xa0».",
                        max_length=240,
                        verbose_name="pourquoi, ou nouvelle date",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="organised_events",
                        to="core.contentpage",
                        verbose_name="organisé par une initiative du site",
                    ),
                ),
            ],
            options={
                "verbose_name": "rendez-vous",
                "verbose_name_plural": "rendez-vous",
            },
            bases=(core.models.dated.Dated, "core.contentpage"),
        ),
        migrations.CreateModel(
            name="Occurrence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.DateTimeField(verbose_name="début")),
                ("end", models.DateTimeField(null=True, verbose_name="fin")),
                ("all_day", models.BooleanField(default=False, verbose_name="toute la journée")),
                ("label", models.CharField(blank=True, max_length=160, verbose_name="intitulé")),
                ("state", models.CharField(default="confirmed", max_length=10, verbose_name="état")),
                (
                    "content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="occurrences", to="core.contentpage"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Commencez à taper le nom d’une ville, d’une région ou d’un pays.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.place",
                        verbose_name="lieu",
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=400, verbose_name="où précisément")),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": ["start", "pk"],
                "indexes": [
                    models.Index(fields=["start"], name="agenda_occu_start_606927_idx"),
                    models.Index(fields=["end"], name="agenda_occu_end_b3e335_idx"),
                ],
            },
        ),
    ]
