"""HomePage, which composes the front page from every kind of content, and StandardPage."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from core.blocks import INLINE_FEATURES, BodyBlock
from core.indexing import FrenchIndexed
from core.models import ContentPage, SiteSettings, prefetch_renditions
from core.privacy import MayBePrivate
from core.reading import contents_linked_in, pictures_of, render_body
from home.blocks import USUAL_COMPOSITION, CompositionBlock
from home.composition import compose
from initiatives.models import InitiativePage


class HomePage(FrenchIndexed, MayBePrivate, Page):
    introduction = RichTextField(
        _("en deux phrases"), features=INLINE_FEATURES, help_text=_("Ce qu’est ce site, pour quelqu’un qui y arrive.")
    )
    featured = models.ForeignKey(
        ContentPage,
        verbose_name=_("à la une"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Une initiative, un appel ou un article. Vide : la dernière initiative publiée."),
    )

    sections = StreamField(
        CompositionBlock(),
        verbose_name=_("composition"),
        blank=True,
        default=USUAL_COMPOSITION,
        help_text=_("Les sections, dans leur ordre. Une section qui n’a rien à montrer ne paraît pas."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        PageChooserPanel("featured", ["initiatives.InitiativePage", "appeals.AppealPage", "articles.ArticlePage"]),
        FieldPanel("sections"),
    ]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "initiatives.InitiativeIndexPage",
        "articles.ArticleIndexPage",
        "appeals.AppealIndexPage",
        "agenda.AgendaPage",
        "resources.ResourceIndexPage",
        "home.StandardPage",
    ]
    max_count = 1
    template = "home/home_page.html"
    page_description = _("La page d’accueil du site.")

    class Meta:
        verbose_name = _("page d’accueil")
        verbose_name_plural = _("pages d’accueil")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | self._composed(SiteSettings.of(request).home_country)

    def _composed(self, country):
        """What it shows (dict, as `compose`) where `country` (ISO code) is here.

        What editors put forward, if readers may see it; else the last initiative.
        """
        sections = self.sections or HomePage.sections.field.get_default()
        composed = self.featured_id and compose(sections, country=country, featured=self.featured_id)
        if composed and composed["featured"]:
            return composed
        last = InitiativePage.objects.published().recent().values_list("pk", flat=True).first()
        return compose(sections, country=country, featured=last)

    def structured_data(self, context):
        """The collective and its site, in the words of schema.org (list of nodes)."""
        return [context["metadata"].publisher_in_full, context["metadata"].website]


class StandardPage(FrenchIndexed, MayBePrivate, Page):
    """About, charter, legal notice: a page that belongs to no kind of content."""

    introduction = models.CharField(_("en une phrase"), max_length=320, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("texte"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"
    page_description = _("Une page simple : qui nous sommes, charte, crédits.")

    class Meta:
        verbose_name = _("page simple")
        verbose_name_plural = _("pages simples")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        prefetch_renditions(pictures_of(self.body))
        context["readable"] = ContentPage.objects.readable_among(contents_linked_in(self.body))
        context["body"] = render_body(self.body, context)
        return context
