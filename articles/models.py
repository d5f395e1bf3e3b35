"""ArticlePage: reflections, testimonies, reports, translations; and their index."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from core.list_filters import FieldFilter
from core.models import ContentPage, ListingPage
from core.ordering import BY_TITLE, RECENT, Order, ordered_by, sorted_by
from core.structured_data import node, organization, work


class ArticlePage(ContentPage):
    class Kind(models.TextChoices):
        REFLECTION = "reflection", _("Réflexion")
        TESTIMONY = "testimony", _("Témoignage")
        REPORT = "report", _("Compte rendu")
        TRANSLATION = "translation", _("Traduction")
        PARLIAMENT = "parliament", _("Veille parlementaire")

    class SignedBy(models.TextChoices):
        NAMES = "names", _("des noms")
        PSEUDONYMS = "pseudonyms", _("des pseudonymes")
        COLLECTIVE = "collective", _("un collectif")
        ANONYMOUS = "anonymous", _("personne (anonyme)")

    section_label = _("Article")
    section = "article"

    kind = models.CharField(_("sorte"), max_length=20, choices=Kind.choices, default=Kind.REFLECTION)
    signed_by = models.CharField(_("signé par"), max_length=12, choices=SignedBy.choices, default=SignedBy.NAMES)
    signature = models.CharField(
        _("signature"),
        max_length=200,
        blank=True,
        help_text=_("Exactement comme les auteur·rices veulent être nommé·es."),
    )
    source_title = models.CharField(
        _("paru d’abord dans"), max_length=240, blank=True, help_text=_("Revue, livre, site, numéro, date.")
    )
    source_url = models.URLField(_("adresse de l’original"), blank=True)
    source_language = models.CharField(
        _("langue de l’original"), max_length=40, blank=True, help_text=_("Pour une traduction : « italien »…")
    )
    translator = models.CharField(_("traduit par"), max_length=160, blank=True)

    is_creatable = True
    template = "articles/article_page.html"
    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types = []
    page_description = _("Un texte à lire : réflexion, témoignage, compte rendu, traduction, veille parlementaire.")

    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("signature"),
        index.SearchField("source_title"),
        index.FilterField("kind"),
    ]

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("kind"),
        *ContentPage.presentation_panels,
        MultiFieldPanel([FieldPanel("signed_by"), FieldPanel("signature")], heading=_("Signature")),
        FieldPanel("body"),
        *ContentPage.classification_panels,
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldPanel("source_url"),
                FieldRowPanel([FieldPanel("source_language"), FieldPanel("translator")]),
            ],
            heading=_("Origine du texte"),
            classname="collapsed",
        ),
        *ContentPage.related_panels,
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def publication_errors(self):
        errors = super().publication_errors()
        is_anonymous = self.signed_by == self.SignedBy.ANONYMOUS
        if is_anonymous and self.signature:
            errors["signature"] = _("Un texte anonyme ne porte pas de signature : videz ce champ, ou changez le choix.")
        elif not is_anonymous and not self.signature:
            errors["signature"] = _("Écrivez la signature, ou choisissez « personne (anonyme) ».")
        return errors

    @property
    def byline(self):
        """Who signs, in the authors' own words; « Anonyme » where nobody does (str)."""
        if self.signed_by == self.SignedBy.ANONYMOUS:
            return str(_("Anonyme"))
        return self.signature

    def structured_data(self, context):
        original = {
            "name": self.source_title,
            "url": self.source_url,
            "inLanguage": self.source_language,
        }
        return [
            work(
                "Article",
                self,
                context,
                author=self._author(),
                translator=node("Person", name=self.translator) if self.translator else None,
                isBasedOn=node("CreativeWork", **original) if any(original.values()) else None,
            )
        ]

    def _author(self):
        """The node of who signs (dict), or None: an anonymous text names nobody, to machines neither."""
        if not self.signature or self.signed_by == self.SignedBy.ANONYMOUS:
            return None
        is_collective = self.signed_by == self.SignedBy.COLLECTIVE
        return organization(self.signature) if is_collective else node("Person", name=self.signature)

    def describe_kind(self):
        return self.get_kind_display()


class ArticleIndexPage(ListingPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    page_description = _("La liste des réflexions.")
    content_model = ArticlePage
    feed = "feed-reflexions"
    counted = ngettext_lazy("%(number)d texte", "%(number)d textes", "number")
    filters = (FieldFilter("sorte", _("Sorte"), "kind"),)
    orders = (
        RECENT,
        Order("ancien", _("Publication, de la plus ancienne"), sorted_by(lambda articles: articles.recent().reverse())),
        BY_TITLE,
        Order("duree", _("Lecture, de la plus courte"), ordered_by("reading_minutes")),
    )
    template = ListingPage.template

    class Meta:
        verbose_name = _("liste des réflexions")
        verbose_name_plural = _("listes des réflexions")
