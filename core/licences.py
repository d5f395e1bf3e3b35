"""Under what terms a text, an image, a sound may be used again: people choose, never the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """Creative Commons 4.0, or nothing but this site."""

    BY_SA = "by-sa", _("CC BY-SA 4.0")
    BY_NC_SA = "by-nc-sa", _("CC BY-NC-SA 4.0")
    HERE = "here", _("seulement sur ce site")


class Credited(models.Model):
    """What may be used again, or not: who made it, and under what terms."""

    credit = models.CharField(
        _("crédit"),
        max_length=200,
        blank=True,
        help_text=_("Qui l’a fait, comme cette personne veut être nommée."),
    )
    licence = models.CharField(_("licence"), max_length=10, choices=Licence.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def credit_line(self):
        """What is said under it (str): who made it, and its licence where others may use it again."""
        licence = "" if self.licence in {"", Licence.HERE} else self.get_licence_display()
        return ", ".join(filter(None, [self.credit, licence]))
