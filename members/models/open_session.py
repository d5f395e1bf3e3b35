"""OpenSession: what a member sees of each place where they are signed in."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils.translation import gettext_lazy as _


class OpenSessionQuerySet(models.QuerySet):
    def of(self, member):
        """Those that are open now, the last used first."""
        return self.filter(member=member).order_by("-last_used", "-opened_at")

    def close(self):
        """Whoever is signed in there is signed out; gives how many (int)."""
        keys = list(self.values_list("pk", flat=True))
        Session.objects.filter(pk__in=keys).delete()
        return len(keys)


class OpenSession(models.Model):
    """A session of Django and its member. No address, no fingerprint: a browser in three words, a day."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, primary_key=True, related_name="+")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions")
    opened_at = models.DateTimeField(_("ouverte"))
    last_used = models.DateField(_("utilisée pour la dernière fois"))
    browser = models.CharField(_("navigateur"), max_length=40)

    objects = OpenSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session ouverte")
        verbose_name_plural = _("sessions ouvertes")

    def __str__(self):
        return self.browser
