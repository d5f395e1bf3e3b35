"""EventPage: one meeting, where and when, and how to come."""

from dataclasses import replace

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _s
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from agenda.models.timetable import Timetable
from agenda.panels import TIMETABLE_PANELS
from agenda.structured_data import event_node
from agenda.timetable_errors import timetable_errors
from core.itineraries import itinerary
from core.models import ContentPage
from core.time_zones import say_hour

#: Of its next dates, those that are shown at once.
NEXT_DATES = 5


class EventPage(Timetable, ContentPage):
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
    read_with = ("organiser", "answers", "postponed_to")

    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices, default=Kind.MEETING)
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
    postponed_to = models.ForeignKey(
        ContentPage,
        verbose_name=_("nouveau rendez-vous"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("S’il est reporté et que le nouveau a sa page."),
    )
    answers = models.ForeignKey(
        ContentPage,
        verbose_name=_("dans le cadre d’un appel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
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
        *TIMETABLE_PANELS,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("state"), FieldPanel("state_reason")]),
                PageChooserPanel("postponed_to", "agenda.EventPage"),
            ],
            heading=_("Tenue"),
            help_text=_("Pour tout le rendez-vous ; une seule date s’annule dans « exceptions »."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]),
                FieldPanel("online_url"),
                FieldPanel("zone"),
                FieldPanel("step_free"),
                FieldPanel("accessibility"),
            ],
            heading=_("Où"),
        ),
        *ContentPage.presentation_panels,
        MultiFieldPanel(
            [
                PageChooserPanel("organiser", "initiatives.InitiativePage"),
                PageChooserPanel("answers", "appeals.AppealPage"),
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
        errors = super().publication_errors() | timetable_errors(self)
        if not self.place and not self.online_url:
            errors["place"] = _("Choisissez un lieu, ou donnez un lien pour participer en ligne.")
        return errors

    def describe_kind(self):
        return self.get_kind_display()

    @property
    def where_in_place(self):
        where = ", ".join(part for part in (self.venue, self.address) if part)
        return where or (_s("en ligne") if self.online_url and not self.place else "")

    def calendar_words(self):
        """The summary, and how to take part: what one looks for on the day itself."""
        online = _s("En ligne\xa0: %(address)s") % {"address": self.online_url} if self.online_url else ""
        return "\n".join(part for part in (self.summary, online, self.accessibility) if part)

    def structured_data(self, context):
        return [event_node(self, context)]

    def named_contents(self):
        return [self.organiser, self.answers, self.postponed_to]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        for name in self.read_with:
            context[name] = getattr(self, name) if getattr(self, f"{name}_id") in context["readable"] else None
        now, reason = timezone.now(), self._usual()["note"]
        coming = [date for date in self.first_dates if not date.is_past(now)]
        # The top of the page says already why none takes place.
        coming = [replace(date, note="") if date.note == reason else date for date in coming]
        context |= {"next_dates": coming[:NEXT_DATES], "later_dates": coming[NEXT_DATES:], "is_over": self.is_over}
        context["is_in_agenda"] = bool(self.live and self.known_dates)
        context["zone_hour"] = "" if self.is_at_our_hour else say_hour(self.time_zone)
        context["itinerary"] = itinerary(self.place, self.address)
        return context
