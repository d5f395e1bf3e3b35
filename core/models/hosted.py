"""HostedRecording: what the host of a video or sound said of it, kept here so that readers ask nobody."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image

from core import photos

#: The longest side of a poster, in pixels.
_POSTER_SIDE = 1280


class HostedRecording(models.Model):
    """One recording elsewhere, by the address of its page as core.players writes it, once its host has answered."""

    address = models.URLField(_("adresse"), max_length=500, unique=True)
    title = models.CharField(_("titre"), max_length=300)
    author = models.CharField(_("auteur·rice"), max_length=200, blank=True)
    poster = models.FileField(_("image d’attente"), upload_to="affiches", blank=True)
    answered_at = models.DateTimeField(_("répondu le"), auto_now_add=True)

    class Meta:
        verbose_name = _("vidéo ou son d’ailleurs")
        verbose_name_plural = _("vidéos et sons d’ailleurs")

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        if self.poster and not self.poster._committed:
            self.poster = _reduced(photos.cleaned(self.poster))
        super().save(*args, **kwargs)


def _reduced(file):
    """A picture without metadata (File) as WebP, no larger than a page shows it."""
    output = BytesIO()
    with Image.open(file) as image:
        picture = image.convert("RGB")
        picture.thumbnail((_POSTER_SIDE, _POSTER_SIDE))
        picture.save(output, "WEBP", quality=72)
    return ContentFile(output.getvalue(), name=f"{file.name.rpartition('.')[0]}.webp")
