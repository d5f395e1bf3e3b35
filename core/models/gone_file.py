"""FileToErase: what must not stay on the disk, written down before it is erased."""

from django.db import models
from django.utils import timezone


class FileToEraseQuerySet(models.QuerySet):
    def due(self, now):
        return self.filter(due_at__lte=now).order_by("pk")


class FileToErase(models.Model):
    """`path` is that of a file in the default storage; a `*` in it stands for anything within one name.

    The row is written with what makes the file useless, and goes once the file is gone (core.gone_files).
    """

    path = models.CharField(max_length=255)
    written_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = FileToEraseQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "fichier à effacer"
        verbose_name_plural = "fichiers à effacer"

    def __str__(self):
        return self.path
