"""SiteSettings: what the collective decides once for the whole site."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Site

from core.page_cache.known import known

from .legal_notice import LegalNotice


def site_name(site):
    """What readers call a Site, or the absence of one (str)."""
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME


class SocialLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Nom"), max_length=60, help_text=_("Par exemple « Mastodon »."))
    url = blocks.URLBlock(label=_("Adresse"))

    class Meta:
        icon = "link"
        label = _("Lien")
        label_format = "{label}"


class RecipientBlock(blocks.StructBlock):
    """Somebody that readers may write to: they choose the label, and never see the address."""

    label = blocks.CharBlock(
        label=_("Nom"),
        max_length=80,
        help_text=_("Ce que l’on choisit sur la page « Contact » : « La modération », « L’agenda », « La technique »…"),
    )
    address = blocks.EmailBlock(
        label=_("Courriel"), max_length=254, help_text=_("Où les messages arrivent. Jamais affiché sur le site.")
    )

    class Meta:
        icon = "mail"
        label = _("Destinataire")
        label_format = "{label}"


@register_setting(icon="cog")
class SiteSettings(LegalNotice, BaseSiteSetting):
    tagline = models.CharField(
        _("accroche"),
        max_length=160,
        blank=True,
        help_text=_("Une ligne sous le nom du site, par exemple « Alternatives, réflexions et luttes »."),
    )
    contact_recipients = StreamField(
        [("recipient", RecipientBlock())],
        verbose_name=_("destinataires du contact"),
        blank=True,
        help_text=_(
            "À qui l’on peut écrire depuis la page « Contact ». Leurs adresses ne sont jamais affichées. "
            "Sans personne ici, les messages restent sur le bureau de la modération."
        ),
    )
    public_email = models.EmailField(
        _("adresse publique"),
        blank=True,
        help_text=_("Montrée aux personnes qui veulent proposer quelque chose ou signaler une erreur."),
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

    social_links = StreamField([("link", SocialLinkBlock())], verbose_name=_("réseaux"), blank=True)

    panels = [
        FieldPanel("tagline"),
        FieldPanel("home_country"),
        FieldPanel("public_email"),
        FieldPanel("contact_recipients"),
        MultiFieldPanel([FieldPanel("footer"), FieldPanel("social_links")], heading=_("Pied de page")),
        *LegalNotice.legal_panels,
    ]

    class Meta:
        verbose_name = _("réglages du site")

    @classmethod
    def of(cls, request):
        """The settings (SiteSettings) for a request, those of a new site where there is none."""
        site = Site.find_for_request(request)
        return known(request, ("settings", site.pk), lambda: cls.for_request(request)) if site else cls()

    def clean(self):
        super().clean()
        self.home_country = self.home_country.upper()
        if not self.home_country.isalpha():
            raise ValidationError({"home_country": _("Deux lettres, par exemple FR, BE ou CH.")})
