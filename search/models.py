"""What the search keeps beside Wagtail's index: texts as they are written, the words of the site, what is not found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import ContentPage


class ContentText(models.Model):
    """The text of one content as it is written, for excerpts, and the names that sign it."""

    content = models.OneToOneField(ContentPage, primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    #: The plain words of the signature, each between two spaces.
    authors = models.TextField(blank=True)

    #: Keys of the documents that the page offers.
    documents = models.JSONField(default=list)

    class Meta:
        verbose_name = _("texte d’un contenu")
        verbose_name_plural = _("textes des contenus")

    def __str__(self):
        return str(self.content)


class Word(models.Model):
    """A word of the published contents: what is typed is compared with `plain`, and corrected to `written`."""

    #: Without accents, in lower case, without its second gender.
    plain = models.CharField(max_length=64, primary_key=True)
    beginning = models.CharField(max_length=2, db_index=True)
    ending = models.CharField(max_length=3, db_index=True)
    #: Its first letter and its last.
    edges = models.CharField(max_length=2, db_index=True)
    stem = models.CharField(max_length=64, db_index=True)
    written = models.CharField(max_length=64)
    #: How many contents held it when they were indexed.
    times = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mot du site")
        verbose_name_plural = _("mots du site")

    def __str__(self):
        return self.written


class MissedSearch(models.Model):
    """Words that found nothing on one day: the words alone, neither who asked nor when."""

    words = models.CharField(_("mots"), max_length=80)
    day = models.DateField(_("jour"))
    times = models.PositiveIntegerField(_("fois"), default=1)

    class Meta:
        verbose_name = _("recherche sans résultat")
        verbose_name_plural = _("recherches sans résultat")
        constraints = [models.UniqueConstraint(fields=["words", "day"], name="one_missed_search_a_day")]

    def __str__(self):
        return self.words
