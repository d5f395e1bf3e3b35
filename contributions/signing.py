"""Who signs what they send, what may be done with it, under which licence: people choose, never the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.licences import Licence


class SignedBy(models.TextChoices):
    NOBODY = "nobody", _("personne : ce sera anonyme")
    NAME = "name", _("mon nom")
    PSEUDONYM = "pseudonym", _("un pseudonyme")
    COLLECTIVE = "collective", _("un collectif")


class Consent(models.TextChoices):
    PUBLISH = "publish", _("Vous pouvez le publier, en corrigeant la forme.")
    ASK = "ask", _("Publiez-le seulement après m’avoir montré ce que vous publiez.")
    PRIVATE = "private", _("Ne le publiez pas : c’est pour que vous sachiez.")


#: A Licence, as it is said to whoever chooses one.
LICENCES = (
    (
        Licence.BY_SA,
        _("Toute personne peut le reprendre, en citant d’où il vient, aux mêmes conditions (CC BY-SA 4.0)."),
    ),
    (Licence.BY_NC_SA, _("De même, mais sans en faire commerce (CC BY-NC-SA 4.0).")),
    (Licence.HERE, _("Seulement ici\u00a0: pour le reprendre ailleurs, il faut me demander.")),
)
