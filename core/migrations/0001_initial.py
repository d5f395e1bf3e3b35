import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import core.sheltered


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("members", "__first__"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, unique=True, verbose_name="nom")),
                (
                    "slug",
                    models.SlugField(
                        help_text="La fin de l’adresse de la page\xa0: /themes/<adresse>/.",
                        max_length=80,
                        unique=True,
                        verbose_name="adresse",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="Deux ou trois phrases, en tête de la page du thème.",
                        verbose_name="présentation",
                    ),
                ),
            ],
            options={
                "verbose_name": "thème",
                "verbose_name_plural": "thèmes",
                "ordering": ["title"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Identifiant du répertoire de lieux, par exemple fr-42218.",
                        max_length=40,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nom")),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("town", "commune ou ville"),
                            ("department", "département"),
                            ("region", "région"),
                            ("country", "pays"),
                        ],
                        default="town",
                        max_length=10,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        help_text="Code à deux lettres\xa0: FR, BE, CH, CA…", max_length=2, verbose_name="pays"
                    ),
                ),
                ("country_name", models.CharField(blank=True, max_length=80, verbose_name="nom du pays")),
                ("region", models.CharField(blank=True, max_length=120, verbose_name="région")),
                ("department", models.CharField(blank=True, max_length=120, verbose_name="département")),
                ("postcode", models.CharField(blank=True, max_length=12, verbose_name="code postal")),
                (
                    "latitude",
                    models.FloatField(
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.FloatField(
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="population")),
                (
                    "approximate",
                    models.BooleanField(
                        default=False,
                        help_text="La position est celle du département ou de la région.",
                        verbose_name="position approximative",
                    ),
                ),
            ],
            options={
                "verbose_name": "lieu",
                "verbose_name_plural": "lieux",
                "ordering": ["name"],
                "indexes": [
                    models.Index(fields=["country", "region"], name="core_place_country_0ff86c_idx"),
                    models.Index(fields=["kind", "country"], name="core_place_kind_dd9662_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContentPage",
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
                    "summary",
                    models.CharField(
                        help_text="Deux phrases qui donnent envie de lire. Elles paraissent dans les listes et la recherche.",
                        max_length=320,
                        verbose_name="résumé",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("heading", 3),
                            ("quotation", 8),
                            ("picture", 14),
                            ("gallery", 17),
                            ("audio", 20),
                            ("video", 22),
                            ("player", 27),
                            ("document", 30),
                            ("content_link", 33),
                            ("questions", 37),
                            ("note", 39),
                            ("footnotes", 42),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "core.blocks.TextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                        "superscript",
                                        "hr",
                                    ]
                                },
                            ),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "Intertitre", "max_length": 160}),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("h2", "partie"), ("h3", "sous-partie")], "label": "Niveau"},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("text", 1), ("level", 2)]], {}),
                            4: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"help_text": "Sans guillemets\xa0: la page les met.", "label": "Citation"},
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Qui le dit", "max_length": 160, "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Livre, réunion, entretien, date…",
                                    "label": "Où",
                                    "max_length": 240,
                                    "required": False,
                                },
                            ),
                            7: ("wagtail.blocks.URLBlock", (), {"label": "Lien vers la source", "required": False}),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("quotation", 4), ("author", 5), ("source", 6), ("url", 7)]],
                                {},
                            ),
                            9: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Image"}),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Ce que l’on perd si l’on ne voit pas l’image, en une phrase.",
                                    "label": "Texte de remplacement",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            11: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Cochez si elle n’apprend rien de plus que le texte\xa0: les lecteurs d’écran la passeront.",
                                    "label": "Image décorative",
                                    "required": False,
                                },
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Légende", "max_length": 300, "required": False},
                            ),
                            13: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: le crédit enregistré avec l’image.",
                                    "label": "Crédit",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("image", 9),
                                        ("alternative", 10),
                                        ("is_decorative", 11),
                                        ("caption", 12),
                                        ("credit", 13),
                                    ]
                                ],
                                {},
                            ),
                            15: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Titre", "max_length": 160, "required": False},
                            ),
                            16: ("wagtail.blocks.ListBlock", (14,), {"label": "Images", "max_num": 24, "min_num": 2}),
                            17: ("wagtail.blocks.StructBlock", [[("title", 15), ("pictures", 16)]], {}),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "De quoi il s’agit", "max_length": 300, "required": False},
                            ),
                            19: ("wagtailmedia.blocks.AudioChooserBlock", (), {"label": "Son"}),
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 15), ("description", 18), ("media", 19)]],
                                {},
                            ),
                            21: ("wagtailmedia.blocks.VideoChooserBlock", (), {"label": "Vidéo"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 15), ("description", 18), ("media", 21)]],
                                {},
                            ),
                            23: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "Celle de la page où on la regarde. En enregistrant, le site demande son titre et son image à qui l’héberge. Sans réponse, vos lecteur·rices auront un simple lien.",
                                    "label": "Adresse",
                                    "max_length": 500,
                                },
                            ),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: celui que donne le site d’origine.",
                                    "label": "Titre",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            25: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: celle que donne le site d’origine.",
                                    "label": "Image d’attente",
                                    "required": False,
                                },
                            ),
                            26: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Ce qui est dit, pour les personnes sourdes et pour celles qui préfèrent lire.",
                                    "label": "Transcription",
                                    "required": False,
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("address", 23),
                                        ("title", 24),
                                        ("description", 18),
                                        ("poster", 25),
                                        ("transcript", 26),
                                    ]
                                ],
                                {},
                            ),
                            28: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                            29: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: le titre du document.",
                                    "label": "Titre",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 28), ("title", 29), ("description", 18)]],
                                {},
                            ),
                            31: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "page_type": ["core.ContentPage"]},
                            ),
                            32: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Pourquoi y aller", "max_length": 240, "required": False},
                            ),
                            33: ("wagtail.blocks.StructBlock", [[("content", 31), ("reason", 32)]], {}),
                            34: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "Questions à discuter", "label": "Titre", "max_length": 160},
                            ),
                            35: ("wagtail.blocks.TextBlock", (), {"label": "Question", "rows": 2}),
                            36: ("wagtail.blocks.ListBlock", (35,), {"label": "Questions", "min_num": 1}),
                            37: ("wagtail.blocks.StructBlock", [[("title", 34), ("questions", 36)]], {}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                        "superscript",
                                        "hr",
                                    ],
                                    "label": "Texte",
                                },
                            ),
                            39: ("wagtail.blocks.StructBlock", [[("title", 15), ("text", 38)]], {}),
                            40: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "document-link"], "label": "Note"},
                            ),
                            41: ("wagtail.blocks.ListBlock", (40,), {"label": "Notes", "min_num": 1}),
                            42: ("wagtail.blocks.StructBlock", [[("notes", 41)]], {}),
                        },
                        verbose_name="texte",
                    ),
                ),
                ("kind_label", models.CharField(blank=True, editable=False, max_length=80)),
                ("when_label", models.CharField(blank=True, editable=False, max_length=120)),
                ("first_year", models.SmallIntegerField(db_index=True, editable=False, null=True)),
                ("last_year", models.SmallIntegerField(editable=False, null=True)),
                ("reading_minutes", models.PositiveSmallIntegerField(default=0, editable=False)),
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
            ],
            options={
                "verbose_name": "contenu",
                "verbose_name_plural": "contenus",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="RelatedContent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_from",
                        to="core.contentpage",
                        verbose_name="contenu",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_contents",
                        to="core.contentpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "contenu lié",
                "verbose_name_plural": "contenus liés",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SiteDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "removed",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="retiré du fichier"),
                ),
                ("text", models.TextField(blank=True, editable=False)),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Qui l’a fait, comme cette personne veut être nommée.",
                        max_length=200,
                        verbose_name="crédit",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("by-sa", "CC BY-SA 4.0"),
                            ("by-nc-sa", "CC BY-NC-SA 4.0"),
                            ("here", "seulement sur ce site"),
                        ],
                        max_length=10,
                        verbose_name="licence",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Generation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "verbose_name": "génération du site",
                "verbose_name_plural": "générations du site",
            },
        ),
        migrations.CreateModel(
            name="TimedJob",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("began_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "tâche à heure fixe",
                "verbose_name_plural": "tâches à heure fixe",
            },
        ),
        migrations.CreateModel(
            name="FileToErase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=255)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "fichier à effacer",
                "verbose_name_plural": "fichiers à effacer",
            },
        ),
        migrations.CreateModel(
            name="SiteImage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                ("description", models.CharField(blank=True, default="", max_length=255, verbose_name="description")),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at")),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Qui l’a fait, comme cette personne veut être nommée.",
                        max_length=200,
                        verbose_name="crédit",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("by-sa", "CC BY-SA 4.0"),
                            ("by-nc-sa", "CC BY-NC-SA 4.0"),
                            ("here", "seulement sur ce site"),
                        ],
                        max_length=10,
                        verbose_name="licence",
                    ),
                ),
                (
                    "removed",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="retiré du fichier"),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="Cochez si elle n’apprend rien\xa0: les lecteurs d’écran la passeront.",
                        verbose_name="image décorative",
                    ),
                ),
                (
                    "people",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "elles sont d’accord"),
                            ("not_asked", "on ne leur a pas demandé"),
                            ("nobody", "personne n’est reconnaissable"),
                        ],
                        help_text="Un visage, un lieu, un badge\xa0: qui est reconnaissable, et ces personnes sont-elles d’accord\u202f? Sinon, masquez-les.",
                        max_length=10,
                        verbose_name="personnes reconnaissables",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="contentpage",
            name="image",
            field=models.ForeignKey(
                blank=True,
                help_text="Sans image, la page reçoit un dessin fait pour elle seule.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="core.siteimage",
                verbose_name="image",
            ),
        ),
        migrations.CreateModel(
            name="HostedRecording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.URLField(max_length=500, unique=True, verbose_name="adresse")),
                ("title", models.CharField(max_length=300, verbose_name="titre")),
                ("author", models.CharField(blank=True, max_length=200, verbose_name="auteur·rice")),
                ("poster", models.FileField(blank=True, upload_to="affiches", verbose_name="image d’attente")),
                ("answered_at", models.DateTimeField(auto_now_add=True, verbose_name="répondu le")),
            ],
            options={
                "verbose_name": "vidéo ou son d’ailleurs",
                "verbose_name_plural": "vidéos et sons d’ailleurs",
            },
        ),
        migrations.CreateModel(
            name="SiteMedia",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to=core.sheltered.Shelf("media"), verbose_name="fichier")),
                ("type", models.CharField(choices=[("audio", "Audio file"), ("video", "Video file")], max_length=255)),
                (
                    "duration",
                    models.FloatField(
                        blank=True,
                        default=0,
                        help_text="Duration in seconds",
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="duration",
                    ),
                ),
                ("width", models.PositiveIntegerField(blank=True, null=True, verbose_name="width")),
                ("height", models.PositiveIntegerField(blank=True, null=True, verbose_name="height")),
                (
                    "thumbnail",
                    models.FileField(
                        blank=True,
                        upload_to=core.sheltered.Shelf("media_thumbnails"),
                        verbose_name="image d’attente",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Qui l’a fait, comme cette personne veut être nommée.",
                        max_length=200,
                        verbose_name="crédit",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("by-sa", "CC BY-SA 4.0"),
                            ("by-nc-sa", "CC BY-NC-SA 4.0"),
                            ("here", "seulement sur ce site"),
                        ],
                        max_length=10,
                        verbose_name="licence",
                    ),
                ),
                (
                    "removed",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="retiré du fichier"),
                ),
                (
                    "captions",
                    models.FileField(
                        blank=True,
                        help_text="Un fichier WebVTT (.vtt), en UTF-8. Les personnes sourdes en ont besoin, et d’autres le soir.",
                        upload_to=core.sheltered.Shelf("sous-titres"),
                        verbose_name="sous-titres",
                    ),
                ),
                (
                    "captions_language",
                    models.CharField(
                        choices=[
                            ("fr", "Français"),
                            ("en", "English"),
                            ("es", "Español"),
                            ("it", "Italiano"),
                            ("de", "Deutsch"),
                            ("pt", "Português"),
                            ("ar", "العربية"),
                            ("uk", "Українська"),
                        ],
                        default="fr",
                        max_length=5,
                        verbose_name="langue des sous-titres",
                    ),
                ),
                (
                    "transcript",
                    models.TextField(
                        blank=True,
                        help_text="Ce qui est dit, pour les personnes sourdes et pour celles qui préfèrent lire.",
                        verbose_name="transcription",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "son ou vidéo",
                "verbose_name_plural": "sons et vidéos",
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="contentpage",
            name="themes",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Un à trois suffisent.",
                related_name="contents",
                to="core.theme",
                verbose_name="thèmes",
            ),
        ),
        migrations.CreateModel(
            name="SiteRendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="core.siteimage"
                    ),
                ),
            ],
            options={
                "unique_together": {("image", "filter_spec", "focal_point_key")},
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        help_text="Une ligne sous le nom du site, par exemple «\xa0Alternatives, réflexions et luttes\xa0».",
                        max_length=160,
                        verbose_name="accroche",
                    ),
                ),
                (
                    "contact_recipients",
                    wagtail.fields.StreamField(
                        [("recipient", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Ce que l’on choisit sur la page «\xa0Contact\xa0»\xa0: «\xa0La modération\xa0», «\xa0L’agenda\xa0», «\xa0La technique\xa0»…",
                                    "label": "Nom",
                                    "max_length": 80,
                                },
                            ),
                            1: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {
                                    "help_text": "Où les messages arrivent. Jamais affiché sur le site.",
                                    "label": "Courriel",
                                    "max_length": 254,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("label", 0), ("address", 1)]], {}),
                        },
                        help_text="À qui l’on peut écrire depuis la page «\xa0Contact\xa0». Leurs adresses ne sont jamais affichées. Sans personne ici, les messages restent sur le bureau de la modération.",
                        verbose_name="destinataires du contact",
                    ),
                ),
                (
                    "home_country",
                    models.CharField(
                        default="FR",
                        help_text="Code à deux lettres du pays\xa0: ce qui s’y passe est «\xa0d’ici\xa0», le reste est «\xa0d’ailleurs\xa0».",
                        max_length=2,
                        verbose_name="ici, c’est",
                    ),
                ),
                (
                    "footer",
                    models.TextField(
                        blank=True,
                        help_text="Quelques mots en bas de chaque page\xa0: qui publie, sous quelle licence.",
                        verbose_name="pied de page",
                    ),
                ),
                (
                    "social_links",
                    wagtail.fields.StreamField(
                        [("link", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Par exemple «\xa0Mastodon\xa0».", "label": "Nom", "max_length": 60},
                            ),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Adresse"}),
                            2: ("wagtail.blocks.StructBlock", [[("label", 0), ("url", 1)]], {}),
                        },
                        verbose_name="réseaux",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
                (
                    "public_email",
                    models.EmailField(
                        blank=True,
                        help_text="Montrée aux personnes qui veulent proposer quelque chose ou signaler une erreur.",
                        max_length=254,
                        verbose_name="adresse publique",
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True,
                        help_text="Le nom de l’association, ou de la personne. Vide si vous publiez anonymement (ci-dessous).",
                        max_length=200,
                        verbose_name="qui publie",
                    ),
                ),
                (
                    "publisher_details",
                    models.TextField(
                        blank=True,
                        help_text="Siège ou domicile, téléphone, numéro RNA ou SIREN s’il y en a un. Une ligne chacun.",
                        verbose_name="où et comment joindre qui publie",
                    ),
                ),
                (
                    "publication_director",
                    models.CharField(
                        blank=True,
                        help_text="Une personne, nommée\xa0: pour une association, la personne qui la représente.",
                        max_length=200,
                        verbose_name="direction de la publication",
                    ),
                ),
                (
                    "is_anonymous",
                    models.BooleanField(
                        default=False,
                        help_text="Permis si personne n’en fait profession, et si votre hébergeur connaît votre identité\xa0: la page ne nomme alors que lui.",
                        verbose_name="nous publions anonymement",
                    ),
                ),
                (
                    "host_name",
                    models.CharField(
                        blank=True,
                        help_text="L’entreprise ou l’association qui tient le serveur.",
                        max_length=200,
                        verbose_name="hébergeur",
                    ),
                ),
                (
                    "host_details",
                    models.TextField(
                        blank=True,
                        help_text="La loi demande les deux. Une ligne chacun.",
                        verbose_name="adresse et téléphone de l’hébergeur",
                    ),
                ),
                (
                    "licence_words",
                    models.TextField(
                        blank=True,
                        help_text="Ce que l’on peut faire de ce que le site publie, quand rien d’autre n’est dit à côté.",
                        verbose_name="licence des textes",
                    ),
                ),
            ],
            options={
                "verbose_name": "réglages du site",
            },
        ),
        # The menu asks for the pages of one level: without it, the whole tree is read (12 ms at 20,000 pages, TRAPS).
        migrations.RunSQL(
            "CREATE INDEX core_page_depth_path ON wagtailcore_page (depth, path)",
            "DROP INDEX core_page_depth_path",
        ),
    ]
