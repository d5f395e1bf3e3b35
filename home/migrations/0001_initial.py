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
            name="StandardPage",
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
                ("introduction", models.CharField(blank=True, max_length=320, verbose_name="en une phrase")),
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
            ],
            options={
                "verbose_name": "page simple",
                "verbose_name_plural": "pages simples",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HomePage",
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
                        help_text="Ce qu’est ce site, pour quelqu’un qui y arrive.", verbose_name="en deux phrases"
                    ),
                ),
                (
                    "featured",
                    models.ForeignKey(
                        blank=True,
                        help_text="Une initiative, un appel ou un article. Vide\xa0: la dernière initiative publiée.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.contentpage",
                        verbose_name="à la une",
                    ),
                ),
                (
                    "sections",
                    wagtail.fields.StreamField(
                        [
                            ("dates", 1),
                            ("appeals", 2),
                            ("latest", 4),
                            ("elsewhere", 5),
                            ("yesterday", 6),
                            ("theme", 8),
                            ("selection", 11),
                            ("words", 16),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: le titre habituel de cette section.",
                                    "label": "Titre",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            1: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0)]],
                                {
                                    "description": "Les cinq prochains rendez-vous de l’agenda.",
                                    "icon": "date",
                                    "label": "Prochaines dates",
                                },
                            ),
                            2: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0)]],
                                {
                                    "description": "Les appels auxquels on peut encore répondre.",
                                    "icon": "thumbtack",
                                    "label": "Appels en cours",
                                },
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("initiative", "initiatives"),
                                        ("article", "réflexions"),
                                        ("resource", "ressources"),
                                    ],
                                    "label": "Sorte",
                                },
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("title", 0), ("kind", 3)]], {}),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0)]],
                                {
                                    "description": "Trois initiatives hors du pays du collectif.",
                                    "icon": "globe",
                                    "label": "Ailleurs",
                                },
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0)]],
                                {
                                    "description": "Trois initiatives qui ont pris fin et dont on peut apprendre.",
                                    "icon": "history",
                                    "label": "Hier",
                                },
                            ),
                            7: ("wagtail.snippets.blocks.SnippetChooserBlock", ("core.Theme",), {"label": "Thème"}),
                            8: ("wagtail.blocks.StructBlock", [[("title", 0), ("theme", 7)]], {}),
                            9: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "page_type": ["core.ContentPage"]},
                            ),
                            10: (
                                "wagtail.blocks.ListBlock",
                                (9,),
                                {"label": "Pages choisies", "max_num": 6, "min_num": 1},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("title", 0), ("contents", 10)]], {}),
                            12: ("wagtail.blocks.CharBlock", (), {"label": "Titre", "max_length": 80}),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "document-link", "ul"], "label": "Texte"},
                            ),
                            14: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Bouton vers cette page", "required": False},
                            ),
                            15: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Vide\xa0: le titre de la page.",
                                    "label": "Mots du bouton",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 12), ("text", 13), ("page", 14), ("button", 15)]],
                                {},
                            ),
                        },
                        default=[
                            ("dates", {"title": ""}),
                            ("appeals", {"title": ""}),
                            ("latest", {"kind": "initiative", "title": ""}),
                            ("latest", {"kind": "article", "title": ""}),
                            ("elsewhere", {"title": ""}),
                            ("yesterday", {"title": ""}),
                            ("latest", {"kind": "resource", "title": ""}),
                        ],
                        help_text="Les sections, dans leur ordre. Une section qui n’a rien à montrer ne paraît pas.",
                        verbose_name="composition",
                    ),
                ),
            ],
            options={
                "verbose_name": "page d’accueil",
                "verbose_name_plural": "pages d’accueil",
            },
            bases=("wagtailcore.page",),
        ),
    ]
