"""AppealPage: a call of a coordination, what it asks to do and when; and its index."""

from itertools import groupby

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from appeals.blocks import CallToActionBlock
from appeals.listing import FILTERS, ORDERS
from appeals.queryset import AppealQuerySet
from core.blocks import TEXT_FEATURES
from core.calendar import say_date, say_dates, validate_civil_date
from core.models import ContentPage, Dated, ListingPage, Place, ScheduledDate
from core.structured_data import organization, work


class AppealPage(Dated, ContentPage):
    class Kind(models.TextChoices):
        MOBILISATION = "mobilisation", _("Appel à mobilisation")
        PROJECTS = "projects", _("Appel à projets")
        CONTRIBUTIONS = "contributions", _("Appel à contributions")

    section_label = _("Appel")
    section = "appeal"
    read_with = ("booklet",)

    kind = models.CharField(_("sorte"), max_length=15, choices=Kind.choices, default=Kind.MOBILISATION)
    adopted_by = models.CharField(
        _("adopté par"),
        max_length=200,
        blank=True,
        help_text=_("La coordination, l’assemblée, le collectif qui appelle."),
    )
    adopted_on = models.DateField(_("adopté le"), validators=[validate_civil_date], null=True, blank=True)
    adopted_until = models.DateField(
        _("jusqu’au"),
        validators=[validate_civil_date],
        null=True,
        blank=True,
        help_text=_("Si la rencontre a duré plusieurs jours."),
    )
    people_count = models.PositiveIntegerField(_("nombre de personnes"), null=True, blank=True)
    deadline = models.DateField(
        _("date limite"),
        validators=[validate_civil_date],
        null=True,
        blank=True,
        help_text=_("Après cette date, la page dit que l’appel est clos."),
    )
    calls = StreamField(
        [("call", CallToActionBlock())],
        verbose_name=_("ce à quoi nous appelons"),
        blank=True,
        help_text=_("Chaque action datée paraît aussi dans l’agenda."),
    )
    booklet = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("livret à télécharger"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    outcome = RichTextField(
        _("ce qui en est sorti"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("À ajouter plus tard : la page le met en tête."),
    )

    objects = PageManager.from_queryset(AppealQuerySet)()

    is_creatable = True
    template = "appeals/appeal_page.html"
    parent_page_types = ["appeals.AppealIndexPage"]
    subpage_types = []
    page_description = _("Un appel à se mobiliser, à proposer des projets ou à contribuer, avec ses dates.")

    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("adopted_by"),
        index.SearchField("calls"),
        index.SearchField("outcome"),
        index.FilterField("kind"),
        index.FilterField("deadline"),
    ]

    @property
    def authors(self):
        return self.adopted_by

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("kind"),
        *ContentPage.presentation_panels,
        MultiFieldPanel(
            [
                FieldPanel("adopted_by"),
                FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("adopted_until")]),
                FieldPanel("people_count"),
            ],
            heading=_("Adoption"),
        ),
        MultipleChooserPanel(
            "towns",
            chooser_field_name="place",
            heading=_("Villes qui ont pris part"),
            label=_("ville"),
            panels=[FieldPanel("place")],
        ),
        FieldPanel("deadline"),
        FieldPanel("body"),
        FieldPanel("calls"),
        FieldPanel("booklet"),
        *ContentPage.classification_panels,
        FieldPanel("outcome"),
        *ContentPage.related_panels,
    ]

    class Meta:
        verbose_name = _("appel")
        verbose_name_plural = _("appels")

    def publication_errors(self):
        errors = super().publication_errors()
        if self.adopted_until and not self.adopted_on:
            errors["adopted_on"] = _("Donnez le premier jour.")
        elif self.adopted_until and self.adopted_until < self.adopted_on:
            errors["adopted_until"] = _("Le dernier jour est avant le premier.")
        unsaid = [call.value["title"] for call in self.calls if call.value.lacks_zone_at(self.place)]
        if unsaid:
            named = ", ".join(f"«\xa0{title}\xa0»" for title in unsaid)
            several = _("%(calls)s\xa0: ce pays vit à plusieurs heures, dites à laquelle («\xa0À l’heure de\xa0»).")
            errors["calls"] = several % {"calls": named}
        return errors

    def describe_kind(self):
        return self.get_kind_display()

    def describe_when(self):
        if self.deadline:
            return _("jusqu’au %(date)s") % {"date": say_date(self.deadline)}
        if self.adopted_until and self.adopted_until != self.adopted_on:
            return _("adopté %(dates)s") % {"dates": self.adoption}
        return _("adopté le %(date)s") % {"date": say_date(self.adopted_on)} if self.adopted_on else ""

    def describe_years(self):
        years = [day.year for day in (self.adopted_on, self.adopted_until, self.deadline) if day]
        years += [date["start_date"].year for call in self.calls_to_action for date in call["dates"]]
        return (min(years), max(years)) if years else super().describe_years()

    def structured_data(self, context):
        author, expires = organization(self.adopted_by), self.deadline and self.deadline.isoformat()
        return [work("Article", self, context, author=author, expires=expires)]

    @property
    def adoption(self):
        """When it was adopted, in words (str; empty if nobody said)."""
        return say_dates(self.adopted_on, end_date=self.adopted_until) if self.adopted_on else ""

    @property
    def is_closed(self):
        return bool(self.outcome) or bool(self.deadline and self.deadline < timezone.localdate())

    @cached_property
    def calls_to_action(self):
        """What it asks to do (list of appeals.blocks.CallToActionValue), in its order."""
        return [block.value for block in self.calls]

    def dates(self, before):
        for call in self.calls:
            value = call.value
            place = value.get("place") or self.place
            for date in value["dates"].bound_blocks:
                if date.value.is_exact:
                    start, end, all_day = date.value.schedule(value.zone_at(place))
                    yield ScheduledDate(
                        start,
                        end,
                        all_day,
                        label=value["title"],
                        place=place,
                        venue=value.get("venue") or "",
                        key=f"{call.id}/{date.id}",
                    )

    def _next_days(self):
        """Its dates to come: (first day, list of ScheduledDate) in order, all of them."""
        now = timezone.now()
        coming = [date for date in self.dates(timezone.localdate()) if not date.is_past(now)]
        coming.sort(key=lambda date: (date.day, date.start))
        return [(day, list(dates)) for day, dates in groupby(coming, key=lambda date: date.day)]

    def _town_places(self):
        """The towns that took part (list of Place), those of an unsaved draft too."""
        return [town.place for town in self.towns.select_related("place")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["calls"] = self.calls_to_action
        context["next_days"] = self._next_days()
        context["towns"] = sorted(self._town_places(), key=lambda place: place.folded_name)
        return context


class AppealTown(models.Model):
    page = ParentalKey(AppealPage, on_delete=models.CASCADE, related_name="towns")
    place = models.ForeignKey(Place, verbose_name=_("ville"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("place")]

    class Meta:
        verbose_name = _("ville participante")
        verbose_name_plural = _("villes participantes")
        constraints = [models.UniqueConstraint(fields=["page", "place"], name="appeal_town_once")]

    def __str__(self):
        return str(self.place)


class AppealIndexPage(ListingPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["appeals.AppealPage"]
    page_description = _("La liste des appels.")
    content_model = AppealPage
    feed = "feed-appels"
    counted = ngettext_lazy("%(number)d appel", "%(number)d appels", "number")
    filters = FILTERS
    orders = ORDERS
    template = ListingPage.template

    class Meta:
        verbose_name = _("liste des appels")
        verbose_name_plural = _("listes des appels")
