"""Member: an account of the collective, under the name that the person chooses."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Member(AbstractUser):
    """A name, a pseudonym or nothing: no civil name is asked of anyone."""

    display_name = models.CharField(
        _("nom affiché"),
        max_length=80,
        blank=True,
        help_text=_("Prénom, pseudonyme… : ce que lisent les autres membres. Vide : l’identifiant."),
    )
    last_name = None

    class Meta(AbstractUser.Meta):
        verbose_name = _("membre")
        verbose_name_plural = _("membres")

    @property
    def first_name(self):
        """What Wagtail's side menu greets a member with."""
        return self.display_name

    def get_full_name(self):
        return self.display_name or self.username

    def get_short_name(self):
        return self.get_full_name()
