"""SiteSettings: what the collective decides once for the whole site."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable


def validate_addresses(text):
    """Raises ValidationError unless every non-empty line of `text` is one e-mail address."""
    for line in text.split():
        validate_email(line)


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting, ClusterableModel):
    tagline = models.CharField(
        _("accroche"),
        max_length=160,
        blank=True,
        help_text=_("Une ligne sous le nom du site, par exemple « Alternatives, réflexions et luttes »."),
    )
    contact_recipients = models.TextField(
        _("destinataires du contact"),
        blank=True,
        validators=[validate_addresses],
        help_text=_("Une adresse de courriel par ligne. Elles ne sont jamais affichées."),
    )
    home_country = models.CharField(
        _("ici, c’est"),
        max_length=2,
        default="FR",
        help_text=_("Code à deux lettres du pays : ce qui s’y passe est « d’ici », le reste est « d’ailleurs »."),
    )
    footer = models.TextField(
        _("pied de page"),
        blank=True,
        help_text=_("Quelques mots en bas de chaque page : qui publie, sous quelle licence."),
    )

    panels = [
        FieldPanel("tagline"),
        FieldPanel("home_country"),
        FieldPanel("contact_recipients"),
        MultiFieldPanel(
            [FieldPanel("footer"), InlinePanel("social_links", label=_("lien"))], heading=_("Pied de page")
        ),
    ]

    class Meta:
        verbose_name = _("réglages du site")

    def clean(self):
        super().clean()
        self.home_country = self.home_country.upper()
        if not self.home_country.isalpha():
            raise ValidationError({"home_country": _("Deux lettres, par exemple FR, BE ou CH.")})


class SocialLink(Orderable):
    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    label = models.CharField(_("nom"), max_length=60, help_text=_("Par exemple « Mastodon »."))
    url = models.URLField(_("adresse"))

    panels = [FieldPanel("label"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("lien vers un réseau")
        verbose_name_plural = _("liens vers les réseaux")

    def __str__(self):
        return self.label
