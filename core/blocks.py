"""The blocks of a body: few, good, and blind to the kinds of content.

Each has an icon, a description and a preview; its template is templates/blocks/<name>.html.
"""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from core.media_blocks import AudioBlock, PlayerBlock, VideoBlock

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul", "superscript", "hr"]


class HeadingValue(blocks.StructValue):
    @cached_property
    def anchor(self):
        return slugify(self.get("text") or "")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Intertitre"), max_length=160)
    level = blocks.ChoiceBlock(label=_("Niveau"), choices=[("h2", _("partie")), ("h3", _("sous-partie"))], default="h2")

    class Meta:
        icon = "title"
        label = _("Intertitre")
        description = _("Annonce une partie. Les intertitres forment le sommaire des textes longs.")
        template = "blocks/heading.html"
        preview_value = {"text": "Ce que nous avons appris", "level": "h2"}
        value_class = HeadingValue


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Texte")
        description = _("Paragraphes, listes (avec sous-listes), liens. Écrivez [1] pour appeler la note 1.")
        template = "blocks/text.html"
        preview_value = (
            "<p>Nous nous retrouvons chaque mois <b>sans ordre du jour</b> :</p>"
            "<ul><li>qui veut parle ;</li><li>qui écoute ne juge pas.</li></ul>"
        )


class QuotationBlock(blocks.StructBlock):
    quotation = blocks.TextBlock(label=_("Citation"), help_text=_("Sans guillemets : la page les met."))
    author = blocks.CharBlock(label=_("Qui le dit"), required=False, max_length=160)
    source = blocks.CharBlock(
        label=_("Où"), required=False, max_length=240, help_text=_("Livre, réunion, entretien, date…")
    )
    url = blocks.URLBlock(label=_("Lien vers la source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        description = _("Les mots de quelqu’un, avec leur source.")
        template = "blocks/quotation.html"
        preview_value = {
            "quotation": "On ne nous demandait plus de nos nouvelles, on nous demandait nos chiffres.",
            "author": "une éducatrice",
            "source": "assemblée du 12 mars",
        }


class ImageValue(blocks.StructValue):
    @property
    def alt(self):
        """The text alternative; empty when the image is decorative (WCAG 1.1.1, RGAA 1.2)."""
        return "" if self.get("is_decorative") else self.get("alternative")


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alternative = blocks.CharBlock(
        label=_("Texte de remplacement"),
        required=False,
        max_length=250,
        help_text=_("Ce que l’on perd si l’on ne voit pas l’image, en une phrase."),
    )
    is_decorative = blocks.BooleanBlock(
        label=_("Image décorative"),
        required=False,
        help_text=_("Cochez si elle n’apprend rien de plus que le texte : les lecteurs d’écran la passeront."),
    )
    caption = blocks.CharBlock(label=_("Légende"), required=False, max_length=300)
    credit = blocks.CharBlock(
        label=_("Crédit"), required=False, max_length=160, help_text=_("Vide : le crédit enregistré avec l’image.")
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("Une photo ou un dessin, avec légende et crédit.")
        template = "blocks/picture.html"
        preview_template = "blocks/preview/picture.html"
        preview_value = {"caption": "Le potager, un matin de mai", "credit": "le collectif"}
        value_class = ImageValue

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and cleaned.get("image"):
            if not cleaned.get("alternative") and not cleaned.get("is_decorative"):
                raise StructBlockValidationError(
                    {
                        "alternative": ValidationError(
                            _("Décrivez l’image en une phrase, ou cochez « image décorative ».")
                        )
                    }
                )
        return cleaned


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), required=False, max_length=160)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Images"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Galerie")
        description = _("Plusieurs images côte à côte.")
        template = "blocks/gallery.html"
        preview_template = "blocks/preview/gallery.html"
        preview_value = {"title": "La journée en images", "pictures": []}


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Titre"), required=False, max_length=160, help_text=_("Vide : le titre du document.")
    )
    description = blocks.CharBlock(label=_("De quoi il s’agit"), required=False, max_length=300)

    class Meta:
        icon = "doc-full"
        label = _("Document à télécharger")
        description = _("Une brochure, un tract, un compte rendu.")
        template = "blocks/document.html"
        preview_template = "blocks/preview/document.html"
        preview_value = {"title": "La brochure", "description": "48 pages, format A5."}


class ContentLinkBlock(blocks.StructBlock):
    content = blocks.PageChooserBlock(label=_("Page"), page_type="core.ContentPage")
    reason = blocks.CharBlock(label=_("Pourquoi y aller"), required=False, max_length=240)

    class Meta:
        icon = "link"
        label = _("Renvoi vers une page du site")
        description = _("Une initiative, un article, un appel, un rendez-vous ou une ressource.")
        template = "blocks/content_link.html"
        preview_template = "blocks/preview/content_link.html"
        preview_value = {"reason": "La même question, posée ailleurs."}


class QuestionsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), default=_("Questions à discuter"), max_length=160)
    questions = blocks.ListBlock(blocks.TextBlock(label=_("Question"), rows=2), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions à discuter")
        description = _("Ce que l’on voudrait penser ensemble. Se lit et s’imprime comme une liste.")
        template = "blocks/questions.html"
        preview_value = {
            "title": "Questions à discuter",
            "questions": ["Qui décide de ce qui est urgent ?", "Que ferions-nous sans financement ?"],
        }


class NoteBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), required=False, max_length=160)
    text = blocks.RichTextBlock(label=_("Texte"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Encadré")
        description = _("Une information à part : mode d’emploi, contexte, définition.")
        template = "blocks/note.html"
        preview_value = {"title": "Comment venir", "text": "<p>La porte verte, au fond de la cour.</p>"}


class FootnotesBlock(blocks.StructBlock):
    notes = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Note"), features=INLINE_FEATURES), label=_("Notes"), min_num=1
    )

    class Meta:
        icon = "list-ol"
        label = _("Notes")
        description = _("Les notes de bas de page, dans l’ordre. Dans le texte, [1] mène à la première.")
        template = "blocks/footnotes.html"
        preview_value = {"notes": ["<p>Loi du 2 janvier 2002.</p>"]}


class BodyBlock(blocks.StreamBlock):
    text = TextBlock(features=TEXT_FEATURES)
    heading = HeadingBlock()
    quotation = QuotationBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    audio = AudioBlock()
    video = VideoBlock()
    player = PlayerBlock()
    document = DocumentBlock()
    content_link = ContentLinkBlock()
    questions = QuestionsBlock()
    note = NoteBlock()
    footnotes = FootnotesBlock()

    class Meta:
        block_counts = {"footnotes": {"max_num": 1}}
        required = False
