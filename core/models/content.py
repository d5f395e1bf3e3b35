"""ContentPage: the concrete trunk of everything the site publishes.

A field enters here only if every kind of content shows it on a card or filters on it (DESIGN §2).
"""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from core.blocks import BodyBlock
from core.cards import Look, read_cards
from core.companions import companions_of
from core.forms import ContentPageForm
from core.french import fold, printable
from core.indexing import FrenchIndexed
from core.page_cache.known import known
from core.page_cache.unseen import unseen, was_never_shown
from core.privacy import MayBePrivate
from core.reading import contents_linked_in, documents_in, pictures_of, reading_minutes, render_body
from core.structured_data import thing

from .content_queryset import ContentQuerySet, themes_read
from .media import SiteDocument
from .neighbours import Neighbours
from .place import Located
from .theme import Theme

ContentManager = PageManager.from_queryset(ContentQuerySet)


class ContentPage(FrenchIndexed, MayBePrivate, Located, Page):
    """The trunk. A branch sets `section_label` and describes itself for cards by three methods."""

    #: What one content of this type is called on a card; each branch sets its own.
    section_label = _("Contenu")
    #: Foreign keys of the branch that its page shows.
    read_with = ()
    #: The value of this type in `?type=` and the name of its accent colour.
    section = "content"
    #: How its page shows its image (a name of core.illustrations.USES).
    picture_use = "content"
    #: Who signs, in the authors' own words (str); a branch that has authors says it.
    byline = ""

    summary = models.CharField(
        _("résumé"),
        max_length=320,
        help_text=_("Deux phrases qui donnent envie de lire. Elles paraissent dans les listes et la recherche."),
    )
    image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Sans image, la page reçoit un dessin fait pour elle seule."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("texte"), blank=True)
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("thèmes"), blank=True, related_name="contents", help_text=_("Un à trois suffisent.")
    )

    kind_label = models.CharField(editable=False, max_length=80, blank=True)
    when_label = models.CharField(editable=False, max_length=120, blank=True)
    first_year = models.SmallIntegerField(editable=False, null=True, db_index=True)
    last_year = models.SmallIntegerField(editable=False, null=True)
    reading_minutes = models.PositiveSmallIntegerField(editable=False, default=0)

    objects = ContentManager()
    base_form_class = ContentPageForm

    is_creatable = False
    template = "core/content_page.html"

    search_fields = [
        *Page.search_fields,
        index.SearchField("title", boost=10),
        index.SearchField("summary", boost=3),
        index.SearchField("body"),
        index.SearchField("carried_text"),
        index.RelatedFields("themes", [index.SearchField("title", boost=3), index.FilterField("slug")]),
        index.RelatedFields("place", [index.SearchField("name")]),
        index.FilterField("place"),
        index.FilterField("first_year"),
        index.FilterField("last_year"),
        index.FilterField("first_published_at"),
    ]

    presentation_panels = [
        FieldPanel("summary", widget=forms.Textarea(attrs={"rows": 3, "maxlength": 320})),
        FieldPanel("image"),
    ]
    classification_panels = [
        MultiFieldPanel([FieldPanel("themes"), FieldPanel("place")], heading=_("Pour qu’on la retrouve")),
    ]
    related_panels = [
        InlinePanel(
            "related_contents",
            heading=_("À lire également"),
            label=_("contenu lié"),
            help_text=_("Le lien paraît dans les deux sens : ici, et au bas de l’autre page."),
            max_num=8,
        ),
    ]

    class Meta:
        verbose_name = _("contenu")
        verbose_name_plural = _("contenus")

    def save(self, *args, **kwargs):
        self.title, self.summary = printable(self.title), printable(self.summary)
        self.kind_label = str(self.describe_kind())[:80]
        self.when_label = str(self.describe_when())[:120]
        self.first_year, self.last_year = self.describe_years()
        self.reading_minutes = reading_minutes(self.body)
        with unseen(self._is_seen_by_nobody()):
            super().save(*args, **kwargs)

    def _is_seen_by_nobody(self):
        """Whether no reader ever saw it, nor will once it is saved (bool): a draft. One query, for a draft alone."""
        if not self.pk or self.numchild or not was_never_shown(self):
            return False
        return Page.objects.filter(pk=self.pk, live=False, first_published_at=None).exists()

    def describe_kind(self):
        """The kind shown on a card, « Groupe de parole » (str); empty where the section says enough."""
        return ""

    def describe_when(self):
        """The date or period shown on a card, « vers 1975 – 1982 » (str); may be empty."""
        return ""

    def describe_years(self):
        """First and last calendar year (int or None each) under which `?annee=` finds this content."""
        year = timezone.localtime(self.first_published_at or timezone.now()).year
        return year, year

    def publication_errors(self):
        """What still forbids publication (dict: field name → French sentence); a draft may be saved all the same."""
        if self.image and not self.image.description and not self.image.is_decorative:
            return {"image": _("Dans la fiche de cette image, décrivez-la ou cochez « image décorative ».")}
        return {}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["readable"] = self.readable_among([*contents_linked_in(self.body), *self.named_contents()])
        pictures = [self.image, *pictures_of(self.body)]
        context.update(read_cards(request, ContentPage, self.cards_shown(request), pictures))
        context.update(companions_of(self, request))
        context.update(body=render_body(self.body, context), themes=self.carried_themes)
        return context

    @cached_property
    def carried_themes(self):
        """Its themes (list of Theme), from A to Z, asked once, or with its page (`for_reading`)."""
        is_said = "said_themes" in self.__dict__
        themes = themes_read(self.said_themes, self._state.db) if is_said else self.themes.all()
        return sorted(themes, key=lambda theme: fold(theme.title))

    def structured_data(self, context):
        """What this page is about, in the words of schema.org (list of nodes), without a query."""
        return [thing("CreativeWork", self, context)]

    def named_contents(self):
        """The contents that a branch names by a foreign key of `read_with` (list, without None)."""
        return []

    @property
    def authors(self):
        """Whom « auteur: » finds (str): who signs; a branch that is about the work of others names them."""
        return self.byline

    def document_keys(self):
        """The keys (set of int) of the documents that its page offers."""
        return documents_in(self.body)

    def carried_text(self):
        """The text (str) of those of its documents that any reader may open: it is found by them."""
        keys = self.document_keys()
        texts = SiteDocument.objects.published().filter(pk__in=keys).values_list("text", flat=True) if keys else ()
        return "\n".join(texts)

    def readable_among(self, contents):
        """Keys (set) of those of `contents` that any reader may see; no query on a site without a private page."""
        live = [content for content in contents if content and content.live]
        if self.is_surely_public:
            return {content.pk for content in live}
        return ContentPage.objects.readable_among(live)

    def cards_shown(self, request):
        """The other contents that its page shows (dict: name in the template → their keys, list of int, and Look)."""
        return {"related": (self.related(request), Look())}

    def related(self, request, apart=()):
        """« À lire également »: keys (list of int), as Neighbours.of gives them."""
        return known(request, "neighbours", Neighbours).of(self, self.carried_themes, apart) if self.pk else []
