"""Act: who did what to a contribution, and when. It says nothing of what was sent."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contributions.models.contribution import Contribution


class Act(models.Model):
    """Without a `member`, it is of whoever sent it, or of the site itself."""

    class Verb(models.TextChoices):
        RECEIVED = "received", _("reçu")
        TAKEN = "taken", _("pris en charge")
        HANDED = "handed", _("passé à quelqu’un d’autre")
        ASKED = "asked", _("question posée")
        REPLIED = "replied", _("réponse envoyée")
        ANSWERED = "answered", _("réponse reçue")
        FILES = "files", _("fichiers ajoutés")
        ACCEPTED = "accepted", _("accepté")
        PUBLISHED = "published", _("publié")
        DECLINED = "declined", _("refusé")
        CLOSED = "closed", _("traité")
        SPAM = "spam", _("mis aux indésirables")
        RESTORED = "restored", _("remis sur le bureau")
        REMAILED = "remailed", _("courriel renvoyé")

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="acts")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    #: To whom it was handed over.
    to = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    verb = models.CharField(_("geste"), max_length=10, choices=Verb.choices)
    done_at = models.DateTimeField(_("fait le"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["done_at", "pk"]
        verbose_name = _("geste")
        verbose_name_plural = _("gestes")

    def __str__(self):
        return self.get_verb_display()
