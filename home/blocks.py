"""What editors compose the front page of: sections, each blind to how it is fetched (home.composition)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import INLINE_FEATURES

#: The kinds of which the front page can show the latest: the `section` of their page type.
LATEST_KINDS = [
    ("initiative", _("initiatives")),
    ("article", _("réflexions")),
    ("resource", _("ressources")),
]


class SectionBlock(blocks.StructBlock):
    """A section of the front page; without a title of its own, it takes the usual one."""

    title = blocks.CharBlock(
        label=_("Titre"), required=False, max_length=80, help_text=_("Vide : le titre habituel de cette section.")
    )

    class Meta:
        label_format = "{label}"


class LatestBlock(SectionBlock):
    kind = blocks.ChoiceBlock(label=_("Sorte"), choices=LATEST_KINDS, default="article")

    class Meta:
        icon = "list-ul"
        label = _("Les dernières publications")
        description = _("Trois cartes : les dernières initiatives, réflexions ou ressources.")
        label_format = "{kind} {title}"


class ThemeBlock(SectionBlock):
    theme = SnippetChooserBlock("core.Theme", label=_("Thème"))

    class Meta:
        icon = "tag"
        label = _("Un thème")
        description = _("Trois cartes sur un thème, de toutes les sortes.")


class SelectionBlock(SectionBlock):
    contents = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page"), page_type="core.ContentPage"),
        label=_("Pages choisies"),
        min_num=1,
        max_num=6,
    )

    class Meta:
        icon = "pick"
        label = _("Un choix")
        description = _("Des pages choisies une à une, dans l’ordre que vous voulez.")


class WordsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), max_length=80)
    text = blocks.RichTextBlock(label=_("Texte"), features=[*INLINE_FEATURES, "ul"])
    page = blocks.PageChooserBlock(label=_("Bouton vers cette page"), required=False)
    button = blocks.CharBlock(
        label=_("Mots du bouton"), required=False, max_length=60, help_text=_("Vide : le titre de la page.")
    )

    class Meta:
        icon = "pilcrow"
        label = _("Quelques mots")
        description = _("Une annonce, une invitation, avec un bouton si l’on veut.")
        label_format = "{title}"


class CompositionBlock(blocks.StreamBlock):
    dates = SectionBlock(
        icon="date", label=_("Prochaines dates"), description=_("Les cinq prochains rendez-vous de l’agenda.")
    )
    appeals = SectionBlock(
        icon="thumbtack", label=_("Appels en cours"), description=_("Les appels auxquels on peut encore répondre.")
    )
    latest = LatestBlock()
    elsewhere = SectionBlock(
        icon="globe", label=_("Ailleurs"), description=_("Trois initiatives hors du pays du collectif.")
    )
    yesterday = SectionBlock(
        icon="history", label=_("Hier"), description=_("Trois initiatives qui ont pris fin et dont on peut apprendre.")
    )
    theme = ThemeBlock()
    selection = SelectionBlock()
    words = WordsBlock()

    class Meta:
        block_counts = {name: {"max_num": 1} for name in ("dates", "appeals", "elsewhere", "yesterday")}
        max_num = 12
        required = False


#: What a new front page is made of, and what an emptied one still shows (`default` of the StreamField).
USUAL_COMPOSITION = [
    ("dates", {"title": ""}),
    ("appeals", {"title": ""}),
    ("latest", {"kind": "initiative", "title": ""}),
    ("latest", {"kind": "article", "title": ""}),
    ("elsewhere", {"title": ""}),
    ("yesterday", {"title": ""}),
    ("latest", {"kind": "resource", "title": ""}),
]
