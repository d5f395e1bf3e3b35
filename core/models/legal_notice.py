"""LegalNotice: who publishes the site and who hosts it (French law 2004-575 of 21 June 2004, LCEN, article 1-1)."""

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class LegalNotice(models.Model):
    """Facts that only the collective knows; nothing is said in their place where they are not."""

    publisher = models.CharField(
        _("qui publie"),
        max_length=200,
        blank=True,
        help_text=_("Le nom de l’association, ou de la personne. Vide si vous publiez anonymement (ci-dessous)."),
    )
    publisher_details = models.TextField(
        _("où et comment joindre qui publie"),
        blank=True,
        help_text=_("Siège ou domicile, téléphone, numéro RNA ou SIREN s’il y en a un. Une ligne chacun."),
    )
    publication_director = models.CharField(
        _("direction de la publication"),
        max_length=200,
        blank=True,
        help_text=_("Une personne, nommée\u00a0: pour une association, la personne qui la représente."),
    )
    is_anonymous = models.BooleanField(
        _("nous publions anonymement"),
        default=False,
        help_text=_(
            "Permis si personne n’en fait profession, et si votre hébergeur connaît votre identité\u00a0: la page ne "
            "nomme alors que lui."
        ),
    )
    host_name = models.CharField(
        _("hébergeur"), max_length=200, blank=True, help_text=_("L’entreprise ou l’association qui tient le serveur.")
    )
    host_details = models.TextField(
        _("adresse et téléphone de l’hébergeur"), blank=True, help_text=_("La loi demande les deux. Une ligne chacun.")
    )
    licence_words = models.TextField(
        _("licence des textes"),
        blank=True,
        help_text=_("Ce que l’on peut faire de ce que le site publie, quand rien d’autre n’est dit à côté."),
    )

    legal_panels = [
        MultiFieldPanel(
            [
                FieldPanel("publisher"),
                FieldPanel("publisher_details"),
                FieldPanel("publication_director"),
                FieldPanel("is_anonymous"),
                FieldPanel("host_name"),
                FieldPanel("host_details"),
                FieldPanel("licence_words"),
            ],
            heading=_("Mentions légales"),
            help_text=_(
                "La loi les demande à tout site\u00a0; elles paraissent sur la page «\u00a0Mentions légales\u00a0»."
            ),
        )
    ]

    class Meta:
        abstract = True

    @property
    def missing_legal_facts(self):
        """What the law asks for and nobody has typed yet (list of str, in French)."""
        asked = [
            (self.publisher or self.is_anonymous, _now("qui publie")),
            (self.publisher_details or self.is_anonymous, _now("où et comment joindre qui publie")),
            (self.publication_director or self.is_anonymous, _now("qui dirige la publication")),
            (self.host_name, _now("le nom de l’hébergeur")),
            (self.host_details, _now("l’adresse et le téléphone de l’hébergeur")),
        ]
        return [words for is_said, words in asked if not is_said]
