"""InitiativePage: who does otherwise, where, since when; and its index."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from core.cards import Look
from core.indexing import FrenchIndexed
from core.models import ContentPage, ListingPage
from core.structured_data import place, thing
from initiatives.blocks import ContactBlock, PartnerBlock, StepBlock
from initiatives.listing import FILTERS, ORDERS
from initiatives.periods import UnreadablePeriod, exact_year, read_period, say_since, years_of
from initiatives.queryset import InitiativeQuerySet


class InitiativeKind(FrenchIndexed, index.Indexed, models.Model):
    """Place to live, mutual aid, workshop…: a list that moderators edit."""

    title = models.CharField(_("nom"), max_length=60, unique=True)

    panels = [FieldPanel("title")]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("forme d’initiative")
        verbose_name_plural = _("formes d’initiatives")

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """A form that changes its name changes it on the cards too."""
        super().save(*args, **kwargs)
        InitiativePage.objects.filter(kind=self).update(kind_label=self.title)


def validate_period(text):
    """Raises ValidationError unless `text` can be read as a year, a decade or « vers » a year."""
    try:
        read_period(text)
    except UnreadablePeriod as error:
        raise ValidationError(str(error), code="unreadable_period") from error


class InitiativePage(ContentPage):
    class RunBy(models.TextChoices):
        PROFESSIONALS = "professionals", _("par des professionnel·les")
        SELF_MANAGED = "self_managed", _("en autogestion")
        CO_MANAGED = "co_managed", _("en cogestion avec les personnes concernées")
        OTHER = "other", _("autrement")

    class Standing(models.TextChoices):
        INSIDE = "inside", _("dans une institution")
        OUTSIDE = "outside", _("hors des institutions")
        EDGE = "edge", _("à la lisière d’une institution")

    class Status(models.TextChoices):
        ALIVE = "alive", _("toujours vivante")
        ENDED = "ended", _("terminée")
        UNKNOWN = "unknown", _("on ne sait pas")

    section_label = _("Initiative")
    section = "initiative"
    read_with = ("kind", "part_of")

    kind = models.ForeignKey(
        InitiativeKind,
        verbose_name=_("forme"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="initiatives",
        help_text=_("Si rien ne convient, demandez à la modération d’ajouter une forme."),
    )
    run_by = models.CharField(_("qui la porte"), max_length=20, choices=RunBy.choices, blank=True)
    standing = models.CharField(_("où elle se tient"), max_length=10, choices=Standing.choices, blank=True)
    starts = models.CharField(
        _("début"),
        max_length=30,
        blank=True,
        validators=[validate_period],
        help_text=_("Une année, même approximative : « 1975 », « vers 1975 », « années 1970 »."),
    )
    ends = models.CharField(
        _("fin"), max_length=30, blank=True, validators=[validate_period], help_text=_("Vide si elle continue.")
    )
    status = models.CharField(_("aujourd’hui"), max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    verified_on = models.DateField(
        _("vérifié le"), null=True, blank=True, help_text=_("Dernière fois que quelqu’un du collectif s’en est assuré.")
    )
    website = models.URLField(_("site"), blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("étapes de son histoire"), blank=True)
    contacts = StreamField([("contact", ContactBlock())], verbose_name=_("contacts"), blank=True)
    partners = StreamField([("partner", PartnerBlock())], verbose_name=_("partenaires"), blank=True)
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("fait partie de"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
        help_text=_("Par exemple la recherche-action qui rassemble plusieurs projets."),
    )

    objects = PageManager.from_queryset(InitiativeQuerySet)()

    is_creatable = True
    template = "initiatives/initiative_page.html"
    parent_page_types = ["initiatives.InitiativeIndexPage"]
    subpage_types = []
    page_description = _(
        "Une expérience, d’ici ou d’ailleurs, d’hier ou d’aujourd’hui : qui la fait, comment, depuis quand."
    )

    search_fields = [
        *ContentPage.search_fields,
        index.RelatedFields("kind", [index.SearchField("title")]),
        index.SearchField("steps"),
        index.SearchField("partners"),
    ]

    content_panels = [
        *ContentPage.content_panels,
        *ContentPage.presentation_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind", widget=forms.Select),
                FieldRowPanel([FieldPanel("run_by"), FieldPanel("standing")]),
                FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
                FieldRowPanel([FieldPanel("status"), FieldPanel("verified_on")]),
            ],
            heading=_("En bref"),
        ),
        *ContentPage.classification_panels,
        FieldPanel("body"),
        FieldPanel("steps"),
        MultiFieldPanel([FieldPanel("website"), FieldPanel("contacts")], heading=_("Contacts")),
        FieldPanel("partners"),
        PageChooserPanel("part_of", "initiatives.InitiativePage"),
        *ContentPage.related_panels,
    ]

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    def publication_errors(self):
        errors = super().publication_errors()
        if self.pk and self.pk in self._wholes():
            errors["part_of"] = _("Une initiative ne peut pas faire partie d’elle-même, ni d’une de ses parties.")
        start, end = self.describe_years()
        if start and end and end < start:
            errors["ends"] = _("La fin est avant le début.")
        return errors

    def _wholes(self):
        """Keys of the initiatives that this one is said to be part of, all the way up (list; a circle ends it)."""
        keys, whole = [], self.part_of_id
        while whole and whole not in keys:
            keys.append(whole)
            whole = InitiativePage.objects.filter(pk=whole).values_list("part_of", flat=True).first()
        return keys

    def describe_kind(self):
        return self.kind.title if self.kind else ""

    def describe_when(self):
        if self.starts and self.ends:
            return f"{self.starts} – {self.ends}"
        if self.ends:
            return _("jusqu’à %(end)s") % {"end": self.ends}
        if self.starts:
            return say_since(self.starts) if self.status == self.Status.ALIVE else self.starts
        return ""

    def describe_years(self):
        """The years it was alive; None after the first means « still »."""
        start, _last = years_of(self.starts)
        _first, end = years_of(self.ends)
        if not end and self.status == self.Status.ENDED:
            end = years_of(self.starts)[1]
        return (start or end), end

    @property
    def is_over(self):
        """Whether it belongs to yesterday: said so, or its last year has passed."""
        return self.status == self.Status.ENDED or bool(self.last_year and self.last_year < timezone.localdate().year)

    def structured_data(self, context):
        dates = {"foundingDate": exact_year(self.starts), "dissolutionDate": exact_year(self.ends)}
        return [thing("Organization", self, context, url=self.website, location=place(self.place), **dates)]

    def named_contents(self):
        return [self.part_of]

    def cards_shown(self, request):
        parts = InitiativePage.objects.filter(part_of_id=self.pk).published().order_by("title")
        parts = list(parts.values_list("pk", flat=True)) if self.pk else []
        related = self.related(request, apart={self.part_of_id, *parts})
        return {"related": (related, Look()), "parts": (parts, Look(in_section=True))}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["steps"] = [block.value for block in self.steps]
        context["contacts"] = [block.value for block in self.contacts]
        context["partners"] = [block.value for block in self.partners]
        whole = self.part_of
        context["whole"] = whole if self.part_of_id in context["readable"] else None
        return context


class InitiativeIndexPage(ListingPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["initiatives.InitiativePage"]
    page_description = _("La liste des initiatives.")
    content_model = InitiativePage
    feed = "feed-initiatives"
    counted = ngettext_lazy("%(number)d initiative", "%(number)d initiatives", "number")
    filters = FILTERS
    orders = ORDERS
    template = ListingPage.template

    class Meta:
        verbose_name = _("liste des initiatives")
        verbose_name_plural = _("listes des initiatives")
