import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ResourceIndexPage",
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
                "verbose_name": "liste des ressources",
                "verbose_name_plural": "listes des ressources",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ResourcePage",
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
                            ("book", "Livre"),
                            ("film", "Film"),
                            ("podcast", "Podcast"),
                            ("music", "Musique"),
                            ("booklet", "Brochure"),
                            ("review", "Revue"),
                            ("tool", "Outil"),
                            ("link", "Lien"),
                        ],
                        default="book",
                        max_length=10,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "creators",
                    models.CharField(
                        blank=True,
                        help_text="Auteur·rices, cinéastes, groupe, collectif…",
                        max_length=240,
                        verbose_name="de qui",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1000),
                            django.core.validators.MaxValueValidator(2999),
                        ],
                        verbose_name="année",
                    ),
                ),
                ("publisher", models.CharField(blank=True, max_length=160, verbose_name="édité par")),
                (
                    "link",
                    models.URLField(
                        blank=True,
                        help_text="Si possible pas une grande plateforme marchande.",
                        verbose_name="où la trouver",
                    ),
                ),
                ("why", wagtail.fields.RichTextField(blank=True, verbose_name="pourquoi nous la recommandons")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="Seulement si l’on a le droit de le diffuser.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.sitedocument",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "ressource",
                "verbose_name_plural": "ressources",
            },
            bases=("core.contentpage",),
        ),
    ]
