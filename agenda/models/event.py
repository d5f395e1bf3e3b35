"""EventPage: one meeting, where and when, and how to come."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from agenda.structured_data import event_node
from core.calendar import say_dates, scheduled, validate_civil_date
from core.models import ContentPage, Dated, ScheduledDate


class EventPage(Dated, ContentPage):
    class Kind(models.TextChoices):
        DEBATE = "debate", _("Débat public")
        WORKSHOP = "workshop", _("Atelier")
        BALINT = "balint", _("Groupe Balint")
        MARCH = "march", _("Manifestation")
        ASSEMBLY = "assembly", _("Assemblée")
        SCREENING = "screening", _("Projection")
        TRAINING = "training", _("Formation")
        MEETING = "meeting", _("Rencontre")
        PARTY = "party", _("Fête ou concert")
        OTHER = "other", _("Autre rendez-vous")

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmé")
        CANCELLED = "cancelled", _("annulé")
        POSTPONED = "postponed", _("reporté")

    class Price(models.TextChoices):
        FREE = "free", _("gratuit")
        OPEN = "open", _("prix libre")
        PAID = "paid", _("payant")

    class StepFree(models.TextChoices):
        YES = "yes", _("accessible en fauteuil roulant")
        PARTLY = "partly", _("accessible en fauteuil roulant avec de l’aide")
        NO = "no", _("non accessible en fauteuil roulant")

    section_label = _("Rendez-vous")
    section = "event"
    read_with = ("organiser",)

    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices, default=Kind.MEETING)
    start_date = models.DateField(_("jour"), validators=[validate_civil_date], null=True)
    start_time = models.TimeField(_("heure"), null=True, blank=True, help_text=_("Vide : toute la journée."))
    end_date = models.DateField(
        _("dernier jour"),
        validators=[validate_civil_date],
        null=True,
        blank=True,
        help_text=_("Si cela dure plusieurs jours."),
    )
    end_time = models.TimeField(_("heure de fin"), null=True, blank=True)
    venue = models.CharField(_("salle ou lieu-dit"), max_length=160, blank=True)
    address = models.CharField(_("adresse"), max_length=240, blank=True)
    online_url = models.URLField(_("lien pour participer en ligne"), blank=True)
    organiser = models.ForeignKey(
        ContentPage,
        verbose_name=_("organisé par une initiative du site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organised_events",
    )
    organiser_name = models.CharField(_("ou par"), max_length=160, blank=True)
    contact = models.CharField(
        _("contact public"), max_length=200, blank=True, help_text=_("Courriel ou page de contact.")
    )
    price = models.CharField(_("prix"), max_length=5, choices=Price.choices, blank=True)
    price_details = models.CharField(_("tarifs"), max_length=160, blank=True)
    registration_url = models.URLField(_("lien d’inscription"), blank=True)
    step_free = models.CharField(_("fauteuil roulant"), max_length=7, choices=StepFree.choices, blank=True)
    accessibility = models.TextField(
        _("accessibilité du lieu"),
        blank=True,
        help_text=_("Langue des signes, boucle magnétique, lieu calme, garde d’enfants, transports…"),
    )
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.CONFIRMED)
    state_reason = models.CharField(
        _("pourquoi, ou nouvelle date"),
        max_length=240,
        blank=True,
        help_text=_("Montré avec « annulé » ou « reporté »."),
    )

    is_creatable = True
    template = "agenda/event_page.html"
    parent_page_types = ["agenda.AgendaPage"]
    subpage_types = []
    page_description = _("Un rendez-vous : débat, atelier, assemblée, projection…")

    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("venue"),
        index.SearchField("address"),
        index.SearchField("organiser_name"),
        index.FilterField("kind"),
        index.FilterField("start_date"),
    ]

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                FieldRowPanel([FieldPanel("state"), FieldPanel("state_reason")]),
            ],
            heading=_("Quand"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]),
                FieldPanel("online_url"),
                FieldPanel("step_free"),
                FieldPanel("accessibility"),
            ],
            heading=_("Où"),
        ),
        *ContentPage.presentation_panels,
        MultiFieldPanel(
            [
                PageChooserPanel("organiser", "initiatives.InitiativePage"),
                FieldPanel("organiser_name"),
                FieldPanel("contact"),
                FieldRowPanel([FieldPanel("price"), FieldPanel("price_details")]),
                FieldPanel("registration_url"),
            ],
            heading=_("Qui et comment"),
        ),
        FieldPanel("body"),
        FieldPanel("themes"),
        *ContentPage.related_panels,
    ]

    class Meta:
        verbose_name = _("rendez-vous")
        verbose_name_plural = _("rendez-vous")

    def publication_errors(self):
        errors = super().publication_errors()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            errors["end_date"] = _("Le dernier jour est avant le premier.")
        if self.end_time and not self.start_time:
            errors["start_time"] = _("Donnez aussi l’heure du début.")
        if not self.place and not self.online_url:
            errors["place"] = _("Choisissez un lieu, ou donnez un lien pour participer en ligne.")
        if self.state != self.State.CONFIRMED and not self.state_reason:
            errors["state_reason"] = _("Dites en quelques mots pourquoi, ou donnez la nouvelle date.")
        return errors

    def describe_kind(self):
        return self.get_kind_display()

    def describe_when(self):
        """The dates in words, « samedi 23 avril 2022, 9 h 30 »; a cancelled event says so first."""
        if not self.start_date:
            return ""
        said = say_dates(self.start_date, self.start_time, self.end_date, self.end_time)
        return said if self.state == self.State.CONFIRMED else f"{self.get_state_display()} – {said}"

    def describe_years(self):
        if not self.start_date:
            return super().describe_years()
        return self.start_date.year, (self.end_date or self.start_date).year

    def dates(self):
        if self.start_date:
            start, end, all_day = scheduled(self.start_date, self.start_time, self.end_date, self.end_time)
            venue = ", ".join(part for part in (self.venue, self.address) if part)
            yield ScheduledDate(start=start, end=end, all_day=all_day, state=self.state, place=self.place, venue=venue)

    @property
    def is_over(self):
        """Whether its last day has passed (the site's zone)."""
        last = self.end_date or self.start_date
        return bool(last and last < timezone.localdate())

    @property
    def when(self):
        """The dates in words, without the state (str)."""
        return say_dates(self.start_date, self.start_time, self.end_date, self.end_time) if self.start_date else ""

    def structured_data(self, context):
        return [event_node(self, context)]

    def named_contents(self):
        return [self.organiser]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["organiser"] = self.organiser if self.organiser_id in context["readable"] else None
        return context
