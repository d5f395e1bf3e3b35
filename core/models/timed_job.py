"""What is done at its hour: of several machines whose timers ring, the others know by it that it is done."""

from django.db import models


class TimedJob(models.Model):
    """A job (core.background.timed), and when it began the last time that it went to its end."""

    name = models.CharField(max_length=40, primary_key=True)
    began_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "tâche à heure fixe"
        verbose_name_plural = "tâches à heure fixe"

    def __str__(self):
        return self.name
