"""Theme: what a content is about. One list for all kinds of content."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.indexing import FrenchIndexed


class Theme(FrenchIndexed, index.Indexed, models.Model):
    title = models.CharField(_("nom"), max_length=80, unique=True)
    slug = models.SlugField(
        _("adresse"), max_length=80, unique=True, help_text=_("La fin de l’adresse de la page : /themes/<adresse>/.")
    )
    description = models.TextField(
        _("présentation"), blank=True, help_text=_("Deux ou trois phrases, en tête de la page du thème.")
    )

    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("description")]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("theme", args=[self.slug])
