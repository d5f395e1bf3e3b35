"""ResourcePage: what to read, watch, listen to or use; and its index."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.blocks import INLINE_FEATURES
from core.list_filters import FieldFilter
from core.models import ContentPage, ListingPage
from core.ordering import BY_TITLE, RECENT, Order, ordered_by
from core.structured_data import organization, thing

#: What schema.org calls each kind, where it has a word that is surely true.
SCHEMA_TYPES = {"book": "Book", "film": "Movie", "podcast": "PodcastSeries", "review": "Periodical"}


class ResourcePage(ContentPage):
    class Kind(models.TextChoices):
        BOOK = "book", _("Livre")
        FILM = "film", _("Film")
        PODCAST = "podcast", _("Podcast")
        MUSIC = "music", _("Musique")
        BOOKLET = "booklet", _("Brochure")
        REVIEW = "review", _("Revue")
        TOOL = "tool", _("Outil")
        LINK = "link", _("Lien")

    section_label = _("Ressource")
    section = "resource"
    picture_use = "cover"
    read_with = ("document",)

    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices, default=Kind.BOOK)
    creators = models.CharField(
        _("de qui"), max_length=240, blank=True, help_text=_("Auteur·rices, cinéastes, groupe, collectif…")
    )
    year = models.PositiveSmallIntegerField(
        _("année"), null=True, blank=True, validators=[MinValueValidator(1000), MaxValueValidator(2999)]
    )
    publisher = models.CharField(_("édité par"), max_length=160, blank=True)
    link = models.URLField(
        _("où la trouver"), blank=True, help_text=_("Si possible pas une grande plateforme marchande.")
    )
    document = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Seulement si l’on a le droit de le diffuser."),
    )
    why = RichTextField(_("pourquoi nous la recommandons"), blank=True, features=INLINE_FEATURES)

    is_creatable = True
    template = "resources/resource_page.html"
    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types = []
    page_description = _("Un livre, un film, un podcast, une brochure, un outil… et pourquoi vous le recommandez.")

    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("creators"),
        index.SearchField("publisher"),
        index.SearchField("why"),
        index.FilterField("kind"),
    ]

    @property
    def authors(self):
        return self.creators

    def document_keys(self):
        return super().document_keys() | ({self.document_id} if self.document_id else set())

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("kind"),
        *ContentPage.presentation_panels,
        MultiFieldPanel(
            [
                FieldPanel("creators"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("publisher")]),
                FieldPanel("link"),
                FieldPanel("document"),
            ],
            heading=_("La ressource"),
        ),
        FieldPanel("why"),
        *ContentPage.classification_panels,
        FieldPanel("body"),
        *ContentPage.related_panels,
    ]

    class Meta:
        verbose_name = _("ressource")
        verbose_name_plural = _("ressources")

    def publication_errors(self):
        errors = super().publication_errors()
        if self.kind == self.Kind.LINK and not self.link:
            errors["link"] = _("Un lien sans adresse ne mène nulle part.")
        return errors

    def structured_data(self, context):
        return [
            thing(
                SCHEMA_TYPES.get(self.kind, "CreativeWork"),
                self,
                context,
                author=self.creators,
                datePublished=str(self.year or ""),
                publisher=organization(self.publisher),
                url=self.link,
            )
        ]

    def describe_kind(self):
        return self.get_kind_display()

    def describe_when(self):
        return str(self.year or "")

    def describe_years(self):
        return (self.year, self.year) if self.year else super().describe_years()


class ResourceIndexPage(ListingPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    page_description = _("La liste des ressources.")
    content_model = ResourcePage
    feed = "feed-ressources"
    counted = ngettext_lazy("%(number)d ressource", "%(number)d ressources", "number")
    filters = (FieldFilter("sorte", _("Sorte"), "kind"),)
    orders = (
        RECENT,
        BY_TITLE,
        Order("parution", _("Année de parution"), ordered_by(models.F("year").desc(nulls_last=True))),
    )
    template = ListingPage.template

    class Meta:
        verbose_name = _("liste des ressources")
        verbose_name_plural = _("listes des ressources")
